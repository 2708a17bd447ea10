// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/census/career_census.hpp"

#include <algorithm>

#include "models/vocational/agents/count.hpp"

namespace vocational {

void CareerCensus::run(const sim::Tick& tick) {
    const std::size_t careers = setting_.provinces() * career_years.size() * tracks;
    const std::size_t skills = setting_.provinces() * fields;
    std::fill_n(employed_.data(), careers, 0);
    std::fill_n(wage_sum_.data(), careers, 0);
    std::fill_n(workers_.data(), skills, 0);
    std::fill_n(skill_sum_.data(), skills, 0);
    tick.executor().for_rows(persons_.size(), CohortIndex::grain,
                             [&](std::size_t i) { count(tick, persons_.first() + i); });
}

void CareerCensus::count(const sim::Tick& tick, std::size_t row) {
    if (state_.data()[row] != State::employed) {
        return;
    }
    const Attained attained = attained_.data()[row];
    if (!has_track(attained)) {
        return;
    }
    const ProvinceId province = setting_.province_of[present_city_.data()[row].row()];
    const Field field = field_.data()[row];
    if (field != Field::general) {
        const std::size_t cell = field_cell(province, field).row();
        add_to(workers_.data()[cell], 1);
        add_to(skill_sum_.data()[cell], std::int64_t{specific_skill_.data()[row].count()});
    }
    const auto since = static_cast<std::uint8_t>(tick.now().index() - completed_.data()[row]);
    for (std::size_t y = 0; y < career_years.size(); ++y) {
        if (since == 4 * career_years[y]) {
            const std::size_t cell = career_cell(province, y, track_of(attained)).row();
            add_to(employed_.data()[cell], 1);
            add_to(wage_sum_.data()[cell],
                   static_cast<std::int64_t>(Wage::step * wage_.data()[row].count()));
        }
    }
}

}  // namespace vocational
