// SPDX-License-Identifier: Apache-2.0
// The provinces in which an instrument acts, as its `where: {province: …}` says.
#pragma once

#include "models/vocational/agents/census.hpp"
#include "sim/policy/instrument.hpp"

namespace vocational {

class ProvincesInScope {
  public:
    explicit ProvincesInScope(sim::Accessor& owner) : provinces_(owner) {}

    // body(province) for each selected one.
    template <class Body>
    void for_each(const sim::Instrument& instrument, Body&& body) const {
        for (std::size_t p = 0; p < provinces_.data()[0]; ++p) {
            if (instrument.applies("province", p)) {
                body(ProvinceId(p));
            }
        }
    }

  private:
    sim::Read<&NationTable::provinces> provinces_;
};

}  // namespace vocational
