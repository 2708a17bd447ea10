// SPDX-License-Identifier: Apache-2.0
// 4.10 How a job begins and ends in the columns of person and firm: who is employed is linked to a
// firm, and a firm's head count is the number of persons linked to it. With the job goes the skill
// that is of use in that firm alone. Both may run concurrently, since integer steps commute.
#pragma once

#include <atomic>

#include "models/vocational/agents/careers/firm_bound.hpp"
#include "models/vocational/agents/firm.hpp"

namespace vocational {

struct JobColumns {
    State* state;
    Link* link;
    std::uint8_t* duration;
    Occupation* occupation;
    Wage* wage;
    Skill* specific_skill;
    FirmBound* firm_bound;
    std::int32_t* headcount;  // of firms; the others are of persons
};

inline void start_job(const JobColumns& columns, std::size_t person, FirmId firm,
                      Occupation occupation, double yearly_wage) {
    columns.state[person] = State::employed;
    columns.link[person] = Link(firm);
    columns.duration[person] = 0;
    columns.occupation[person] = occupation;
    columns.wage[person] = yearly_wage;
    std::atomic_ref<std::int32_t> headcount(columns.headcount[firm.row()]);
    headcount.fetch_add(1, std::memory_order_relaxed);
}

// The person must be employed; `next` is what the person does afterwards.
inline void end_job(const JobColumns& columns, std::size_t person, State next) {
    SIM_EXPECT(columns.state[person] == State::employed);
    std::atomic_ref<std::int32_t> headcount(columns.headcount[columns.link[person].firm().row()]);
    headcount.fetch_sub(1, std::memory_order_relaxed);
    columns.state[person] = next;
    columns.link[person] = Link();
    columns.duration[person] = 0;
    columns.occupation[person] = Occupation();
    columns.wage[person] = 0.0;
    lose_firm_bound(columns.specific_skill[person], columns.firm_bound[person]);
}

}  // namespace vocational
