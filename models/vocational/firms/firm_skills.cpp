// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/firm_skills.hpp"

#include <array>
#include <span>

#include "models/vocational/agents/count.hpp"
#include "sim/random/elementary_batch.hpp"

namespace vocational {

void FirmSkills::count_people(const sim::Tick& tick) {
    constexpr std::size_t together = 128;  // whose pay becomes skill at a time
    tick.executor().for_chunks(persons_.size(), CohortIndex::grain, [&](const sim::Chunk& chunk) {
        std::array<Staff*, together> staff_of;
        std::array<double, together> skill;
        std::size_t count = 0;
        const auto add_up = [&] {
            sim::elementary::exp_each(std::span(skill).first(count));
            for (std::size_t i = 0; i < count; ++i) {
                add_to(staff_of[i]->skill_sum, static_cast<std::int64_t>(skill[i] + 0.5));
            }
            count = 0;
        };
        const std::size_t end = persons_.first() + chunk.end;
        for (std::size_t row = persons_.first() + chunk.begin; row < end; ++row) {
            if (state_.data()[row] != State::employed) {
                continue;
            }
            Staff& staff = staff_[link_.data()[row].firm().row()];
            if (!staff.is_counted) {
                continue;
            }
            const Occupation occupation = occupation_.data()[row];
            const Worker worker{attained_.data()[row], field_.data()[row],
                                general_skill_.data()[row], specific_skill_.data()[row]};
            const Job job{staff.province, staff.sector, occupation, 0.0};
            staff_of[count] = &staff;
            skill[count] = wages_.log_effective_skill(worker, job, experience_.data()[row]);
            if (++count == together) {
                add_up();
            }
            if (occupation.level() >= JobLevel::technician) {
                add_to(staff.skilled, 1);
            }
        }
        add_up();
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
