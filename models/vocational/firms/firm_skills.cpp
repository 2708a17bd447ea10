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
        const std::size_t f = link_.data()[row].firm().row();
        if (is_pool_.data()[f] != 0) {
            return;
        }
        const Occupation occupation = occupation_.data()[row];
        const Worker worker{attained_.data()[row], field_.data()[row], general_skill_.data()[row],
                            specific_skill_.data()[row]};
        const Job job{setting_.province_of[city_.data()[f].row()], sector_.data()[f], occupation,
                      0.0};
        const double log_pay = wages_.log_effective_skill(worker, job, experience_.data()[row]);
        add_to(skill_sum_[f], static_cast<std::int64_t>(sim::elementary::exp(log_pay) + 0.5));
        if (occupation.level() >= JobLevel::technician) {
            add_to(skilled_[f], 1);
        }
    });
}

void FirmSkills::run(const sim::Tick& tick) {
    skill_sum_.assign(firms_.end(), 0);
    skilled_.assign(firms_.end(), 0);
    count_people(tick);
    tick.executor().for_rows(firms_.size(), grain, [&](std::size_t i) {
        const std::size_t f = firms_.first() + i;
        const double people = headcount_.data()[f];
        if (is_pool_.data()[f] != 0) {
            return;
        }
        skilled_share_.data()[f] = people > 0.0 ? static_cast<float>(skilled_[f] / people) : -1.0F;
        if (people > 0.0) {
            skill_.data()[f] = static_cast<float>(static_cast<double>(skill_sum_[f]) / people);
        }
    });
}

}  // namespace vocational
