// SPDX-License-Identifier: Apache-2.0
// 4.14 Counts, once a year at the end of the fourth quarter, log wages in formal jobs by province,
// experience and level, so that premia of schooling can be told from what places and years of work
// pay. One pass over people. Evidence: ret_upsec, ret_voccol, ret_univ.
#pragma once

#include "models/vocational/agents/careers/premium_cell.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class PremiumCensus final : public sim::Phase {
  public:
    PremiumCensus(const Setting& setting, const sim::World& world)
        : Phase("premium_census", "Counts log wages by province, experience and level."),
          setting_(setting),
          persons_(world) {}

    unsigned quarters() const override { return only(4); }
    void run(const sim::Tick& tick) override;

  private:
    const Setting& setting_;
    sim::Rows<PersonTable> persons_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Read<&PersonTable::experience> experience_{*this};
    sim::Read<&PersonTable::present_city> present_city_{*this};
    sim::Read<&PersonTable::wage> wage_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Scatter<&PremiumCellTable::employed> employed_{*this};
    sim::Scatter<&PremiumCellTable::log_wage_sum> log_wage_sum_{*this};
};

}  // namespace vocational
