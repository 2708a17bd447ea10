// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/firm_skills.hpp"

#include "models/vocational/agents/count.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

void FirmSkills::count_people(const sim::Tick& tick) {
    const std::size_t first = persons_.first();
    tick.executor().for_rows(persons_.size(), CohortIndex::grain, [&](std::size_t i) {
        const std::size_t row = first + i;
        if (state_.data()[row] != State::employed) {
            return;
        }
        Staff& staff = staff_[link_.data()[row].firm().row()];
        if (!staff.is_counted) {
            return;
        }
        const Occupation occupation = occupation_.data()[row];
        const Worker worker{attained_.data()[row], field_.data()[row], general_skill_.data()[row],
                            specific_skill_.data()[row]};
        const Job job{staff.province, staff.sector, occupation, 0.0};
        const double log_pay = wages_.log_effective_skill(worker, job, experience_.data()[row]);
        add_to(staff.skill_sum, static_cast<std::int64_t>(sim::elementary::exp(log_pay) + 0.5));
        if (occupation.level() >= JobLevel::technician) {
            add_to(staff.skilled, 1);
        }
    });
}

void FirmSkills::run(const sim::Tick& tick) {
    staff_.resize(firms_.end());
    tick.executor().for_rows(firms_.size(), grain, [&](std::size_t i) {
        const std::size_t f = firms_.first() + i;
        staff_[f] = {0, 0, setting_.province_of[city_.data()[f].row()], sector_.data()[f],
                     is_pool_.data()[f] == 0};
    });
    count_people(tick);
    tick.executor().for_rows(firms_.size(), grain, [&](std::size_t i) {
        const std::size_t f = firms_.first() + i;
        const double people = headcount_.data()[f];
        if (is_pool_.data()[f] != 0) {
            return;
        }
        skilled_share_.data()[f] =
            people > 0.0 ? static_cast<float>(staff_[f].skilled / people) : -1.0F;
        if (people > 0.0) {
            skill_.data()[f] =
                static_cast<float>(static_cast<double>(staff_[f].skill_sum) / people);
        }
    });
}

}  // namespace vocational
