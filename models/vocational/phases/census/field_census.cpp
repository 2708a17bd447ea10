// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/census/field_census.hpp"

#include <algorithm>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/phases/student_rows.hpp"

namespace vocational {

void FieldCensus::run(const sim::Tick& tick) {
    const std::size_t cells = setting_.provinces() * fields;
    std::fill_n(cell_leavers_.data(), cells, 0);
    std::fill_n(cell_vacancies_.data(), cells, 0.0);
    count_leavers(tick);
    count_vacancies();
}

void FieldCensus::count_leavers(const sim::Tick& tick) {
    const auto completed = static_cast<std::uint8_t>(sim::Quarter(tick.now().year(), 2).index());
    const std::size_t begin = first_student_row(setting_, persons_, tick.now());
    tick.executor().for_rows(persons_.end() - begin, CohortIndex::grain, [&](std::size_t i) {
        const PersonId person(begin + i);
        if (completed_[person] != completed || !has_track(attained_[person]) ||
            !is_vocational(track_of(attained_[person])) || state_[person] == State::enrolled ||
            state_[person] == State::away) {
            return;
        }
        const ProvinceId province = setting_.province_of[present_city_[person].row()];
        add_to(cell_leavers_[field_cell(province, field_[person])], 1);
    });
}

void FieldCensus::count_vacancies() {
    for (std::size_t c = 0; c < setting_.cities(); ++c) {
        for (const JobLevel level : {JobLevel::skilled_worker, JobLevel::technician}) {
            for (std::size_t f = 0; f < fields; ++f) {
                const auto field = static_cast<Field>(f);
                cell_vacancies_[field_cell(setting_.province_of[c], field)] +=
                    vacancies_[job_cell(CityId(c), Occupation::of(level, field))];
            }
        }
    }
}

}  // namespace vocational
