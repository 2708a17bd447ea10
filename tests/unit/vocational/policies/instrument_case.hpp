// SPDX-License-Identifier: Apache-2.0
// Runs one registered instrument on the seat plan of a small world of two provinces.
#pragma once

#include <memory>
#include <string>

#include "tests/unit/vocational/outputs/small_world.hpp"

namespace vocational_test {

class InstrumentCase {
  public:
    explicit InstrumentCase(const std::string& name) {
        sim::InstrumentCatalogue catalogue;
        register_instruments(catalogue);
        instrument_ = catalogue.find(name)->make();
        instrument_->bind(world_.world());
        commitment_ = {name, {2024, 1}, {2027, 2}};
    }

    sim::Instrument& instrument() { return *instrument_; }
    sim::Commitment& commitment() { return commitment_; }
    TrackCellTable& cells() { return world_.cells(); }
    Setting& setting() { return world_.setting(); }
    void set(const std::string& parameter, double value) {
        instrument_->find(parameter)->assign(value);
    }
    void choose(const std::string& parameter, const std::string& name) {
        instrument_->find(parameter)->assign(name);
    }
    template <class T>
    T& table() {
        return world_.world().table<T>();
    }
    void only_in_the_east() { commitment_.scope.restrict_to("province", {false, true}); }
    // Acts on the plan as the tests set it up.
    void act(sim::Quarter now) {
        instrument_->commit(commitment_.label, commitment_);
        instrument_->run(world_.tick_of(now));
    }

  private:
    SmallWorld world_;
    std::unique_ptr<sim::Instrument> instrument_;
    sim::Commitment commitment_;
};

}  // namespace vocational_test
