// SPDX-License-Identifier: Apache-2.0
// 4.1 People leave at the start of the quarter in which 240 quarters since birth are full; a job
// ends with them. Their rows are the first of the table and are given back. No evidence row: a
// rule.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class LeaveAt60 final : public sim::Phase {
  public:
    LeaveAt60(const Setting& setting, PersonTable& persons, const sim::World& world)
        : Phase("leave_at_60", "People leave the population at 60."),
          setting_(setting),
          persons_(persons),
          rows_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    const Setting& setting_;
    PersonTable& persons_;
    sim::Rows<PersonTable> rows_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Scatter<&FirmTable::headcount> headcount_{*this};
};

}  // namespace vocational
