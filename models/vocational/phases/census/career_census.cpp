// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/census/career_census.hpp"

#include <algorithm>
#include <vector>

#include "models/vocational/phases/census/cell_sums.hpp"

namespace vocational {

struct CareerCensus::Part {
    CellSums careers;
    CellSums skills;
    CellSums ages;
    std::vector<std::int32_t> people_by_age;
};

void CareerCensus::run(const sim::Tick& tick) {
    const std::size_t careers = setting_.provinces() * career_years.size() * tracks;
    const std::size_t skills = setting_.provinces() * fields;
    std::fill_n(employed_.data(), careers, 0);
    std::fill_n(wage_sum_.data(), careers, 0);
    std::fill_n(workers_.data(), skills, 0);
    std::fill_n(skill_sum_.data(), skills, 0);
    constexpr std::size_t ages = age_bands * tracks;
    std::fill_n(age_people_.data(), ages, 0);
    std::fill_n(age_employed_.data(), ages, 0);
    std::fill_n(age_wage_sum_.data(), ages, 0);
    tick.executor().for_chunks(persons_.size(), CellSums::chunk_rows, [&](const sim::Chunk& chunk) {
        Part part{CellSums(careers), CellSums(skills), CellSums(ages),
                  std::vector<std::int32_t>(ages, 0)};
        setting_.cohorts.for_segments_of(
            persons_.first() + chunk.begin, persons_.first() + chunk.end,
            [&](const Segment& segment, std::size_t begin, std::size_t end) {
                const std::size_t band =
                    std::min(age_band(tick.now() - segment.birth), age_bands - 1);
                for (std::size_t row = begin; row < end; ++row) {
                    count(tick, row, band, part);
                }
            });
        part.careers.add_up(employed_.data(), wage_sum_.data());
        part.skills.add_up(workers_.data(), skill_sum_.data());
        part.ages.add_up(age_employed_.data(), age_wage_sum_.data());
        for (std::size_t cell = 0; cell < ages; ++cell) {
            add_to(age_people_.data()[cell], part.people_by_age[cell]);
        }
    });
}

void CareerCensus::count(const sim::Tick& tick, std::size_t row, std::size_t band,
                         Part& part) const {
    const Attained attained = attained_.data()[row];
    const State state = state_.data()[row];
    if (!has_track(attained) || state == State::enrolled || state == State::away) {
        return;
    }
    const Track track = track_of(attained);
    const auto since = static_cast<std::uint8_t>(tick.now().index() - completed_.data()[row]);
    if (since != 0) {  // whoever completes now has applied nowhere yet
        ++part.people_by_age[age_cell(band, track).row()];
    }
    if (state != State::employed) {
        return;
    }
    const auto wage = static_cast<std::int64_t>(Wage::step * wage_.data()[row].count());
    part.ages.add(age_cell(band, track).row(), wage);
    const ProvinceId province = setting_.province_of[present_city_.data()[row].row()];
    const Field field = field_.data()[row];
    if (field != Field::general) {
        part.skills.add(field_cell(province, field).row(),
                        std::int64_t{specific_skill_.data()[row].count()});
    }
    for (std::size_t y = 0; y < career_years.size(); ++y) {
        if (since == 4 * career_years[y]) {
            part.careers.add(career_cell(province, y, track).row(), wage);
        }
    }
}

}  // namespace vocational
