// SPDX-License-Identifier: Apache-2.0
// 4.14 Counts, in the fourth quarter, what skilled workers and technicians earn, by residence.
#pragma once

#include "models/vocational/agents/count.hpp"
#include "models/vocational/agents/market_census.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class SkilledPay final : public sim::Phase {
  public:
    SkilledPay(const Setting& setting, const sim::World& world)
        : Phase("skilled_pay", "Wages of skilled workers and technicians are added up."),
          setting_(setting),
          persons_(world) {}

    unsigned quarters() const override { return only(4); }
    void run(const sim::Tick& tick) override;

  private:
    const Setting& setting_;
    sim::Rows<PersonTable> persons_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::occupation> occupation_{*this};
    sim::Read<&PersonTable::wage> wage_{*this};
    sim::Read<&PersonTable::present_city> present_city_{*this};
    sim::Scatter<&SkilledPayTable::employed> employed_{*this};
    sim::Scatter<&SkilledPayTable::wage_sum> wage_sum_{*this};
};

}  // namespace vocational
