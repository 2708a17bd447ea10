// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/census/career_census.hpp"

#include <algorithm>

#include "models/vocational/phases/census/cell_sums.hpp"

namespace vocational {

struct CareerCensus::Part {
    CellSums careers;
    CellSums skills;
};

void CareerCensus::run(const sim::Tick& tick) {
    const std::size_t careers = setting_.provinces() * career_years.size() * tracks;
    const std::size_t skills = setting_.provinces() * fields;
    std::fill_n(employed_.data(), careers, 0);
    std::fill_n(wage_sum_.data(), careers, 0);
    std::fill_n(workers_.data(), skills, 0);
    std::fill_n(skill_sum_.data(), skills, 0);
    tick.executor().for_chunks(persons_.size(), CellSums::chunk_rows, [&](const sim::Chunk& chunk) {
        Part part{CellSums(careers), CellSums(skills)};
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
            count(tick, persons_.first() + i, part);
        }
        part.careers.add_up(employed_.data(), wage_sum_.data());
        part.skills.add_up(workers_.data(), skill_sum_.data());
    });
}

void CareerCensus::count(const sim::Tick& tick, std::size_t row, Part& part) const {
    const Attained attained = attained_.data()[row];
    if (state_.data()[row] != State::employed || !has_track(attained)) {
        return;
    }
    const ProvinceId province = setting_.province_of[present_city_.data()[row].row()];
    const Field field = field_.data()[row];
    if (field != Field::general) {
        part.skills.add(field_cell(province, field).row(),
                        std::int64_t{specific_skill_.data()[row].count()});
    }
    const auto since = static_cast<std::uint8_t>(tick.now().index() - completed_.data()[row]);
    for (std::size_t y = 0; y < career_years.size(); ++y) {
        if (since == 4 * career_years[y]) {
            part.careers.add(career_cell(province, y, track_of(attained)).row(),
                             static_cast<std::int64_t>(Wage::step * wage_.data()[row].count()));
        }
    }
}

}  // namespace vocational
