// SPDX-License-Identifier: Apache-2.0
// 4.13 Counts each school's students of the poorest fifth of families, once a year after admission:
// grants by need are paid for them.
#pragma once

#include <atomic>

#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/phases/student_rows.hpp"

namespace vocational {

class CountNeed final : public sim::Phase {
  public:
    CountNeed(const Setting& setting, const sim::World& world)
        : Phase("count_need", "Schools count the students of poor families."),
          setting_(setting),
          persons_(world),
          schools_(world) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override {
        std::fill_n(poor_.data(), schools_.end(), 0);
        const std::size_t begin = first_student_row(setting_, persons_, tick.now());
        tick.executor().for_rows(persons_.end() - begin, CohortIndex::grain, [&](std::size_t i) {
            const PersonId person(begin + i);
            if (state_[person] == State::enrolled && percentile_[person] < poorest_percentiles) {
                std::int32_t& count = poor_[school_[link_[person].programme()]];
                std::atomic_ref<std::int32_t>(count).fetch_add(1, std::memory_order_relaxed);
            }
        });
    }

  private:
    static constexpr std::uint8_t poorest_percentiles = 20;

    const Setting& setting_;
    sim::Rows<PersonTable> persons_;
    sim::Rows<SchoolMoneyTable> schools_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Read<&PersonTable::ses_percentile> percentile_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Scatter<&SchoolMoneyTable::poor_students> poor_{*this};
};

}  // namespace vocational
