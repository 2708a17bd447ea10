// SPDX-License-Identifier: Apache-2.0
// 4.11 Wages meet the record: once a year, up to the admission of the start year, the bases of
// wages are solved on the present workforce (firms/wage_bases.hpp). Afterwards they stand.
#pragma once

#include "models/vocational/agents/wage_state.hpp"
#include "models/vocational/firms/wage_bases.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class WageLevels final : public sim::Phase {
  public:
    WageLevels(const Setting& setting, const Records& records, const sim::World& world)
        : Phase("wage_levels", "Up to the start year mean wages are those on record."),
          setting_(setting),
          records_(records),
          persons_(world) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override {
        if (tick.now() <= sim::Quarter(setting_.base_year, 3)) {
            fit_wage_bases(
                tick.executor(), setting_, records_,
                {persons_.first(), persons_.end(), state_.data(), link_.data(), wage_.data(),
                 city_.data(), sector_.data(), is_pool_.data(), log_base_.data()});
        }
    }

  private:
    const Setting& setting_;
    const Records& records_;
    sim::Rows<PersonTable> persons_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Write<&PersonTable::wage> wage_{*this};
    sim::Read<&FirmTable::city> city_{*this};
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Write<&WageBaseTable::log_base> log_base_{*this};
};

}  // namespace vocational
