// SPDX-License-Identifier: Apache-2.0
// 4.14 Counts, once a year at the end of the second quarter, what completers earn 1, 3, 5 and 10
// years after their highest track, what the employed can do in their field, and by age who works
// and what they earn. One pass over people. Evidence: wage_growth_5y.
#pragma once

#include "models/vocational/agents/careers/career_cell.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class CareerCensus final : public sim::Phase {
  public:
    CareerCensus(const Setting& setting, const sim::World& world)
        : Phase("career_census", "Counts wages by years since completion, and skill at work."),
          setting_(setting),
          persons_(world) {}

    unsigned quarters() const override { return only(2); }
    void run(const sim::Tick& tick) override;

  private:
    struct Part;

    void count(const sim::Tick& tick, std::size_t row, std::size_t band, Part& part) const;

    const Setting& setting_;
    sim::Rows<PersonTable> persons_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Read<&PersonTable::completed> completed_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&PersonTable::present_city> present_city_{*this};
    sim::Read<&PersonTable::specific_skill> specific_skill_{*this};
    sim::Read<&PersonTable::wage> wage_{*this};
    sim::Scatter<&CareerCellTable::employed> employed_{*this};
    sim::Scatter<&CareerCellTable::wage_sum> wage_sum_{*this};
    sim::Scatter<&AgeCellTable::people> age_people_{*this};
    sim::Scatter<&AgeCellTable::employed> age_employed_{*this};
    sim::Scatter<&AgeCellTable::wage_sum> age_wage_sum_{*this};
    sim::Scatter<&WorkerSkillTable::employed> workers_{*this};
    sim::Scatter<&WorkerSkillTable::skill_sum> skill_sum_{*this};
};

}  // namespace vocational
