// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/census/place_census.hpp"

#include <algorithm>

namespace vocational {

namespace {

// Transfers and upgrading entrants have two years to go.
constexpr int years_of_late_entrants = 2;

}  // namespace

PlaceCensus::PlaceCensus(const Setting& setting, const sim::World& world)
    : Phase("place_census", "Counts schools, students, vacancies and entrants by province."),
      setting_(setting),
      schools_(world),
      programmes_(world) {}

void PlaceCensus::run(const sim::Tick& tick) {
    count_schools();
    count_vacancies();
    if (tick.is_quarter(3)) {
        remember_entrants(tick.now().year());
    }
}

void PlaceCensus::count_schools() {
    const std::size_t cells = setting_.provinces() * tracks;
    std::fill_n(cell_schools_.data(), cells, 0.0);
    std::fill_n(cell_enrolled_.data(), cells, 0);
    std::fill_n(field_enrolled_.data(), fields, 0);
    const auto cell_of = [&](SchoolId school) {
        return track_cell(setting_.province_of[city_[school].row()], track_[school]);
    };
    for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
        const SchoolId school(row);
        cell_schools_[cell_of(school)] += static_cast<double>(weight_[school]);
    }
    for (std::size_t row = programmes_.first(); row < programmes_.end(); ++row) {
        const ProgrammeId programme(row);
        cell_enrolled_[cell_of(school_[programme])] += enrolled_[programme];
        field_enrolled_[FieldId(sim::index_of(field_[programme]))] += enrolled_[programme];
    }
}

void PlaceCensus::count_vacancies() {
    const std::size_t cells = setting_.provinces() * job_levels;
    std::fill_n(cell_vacancies_.data(), cells, 0.0);
    std::fill_n(cell_unfilled_.data(), cells, 0.0);
    std::fill_n(cell_unfilled_age_.data(), cells, 0.0);
    std::fill_n(cell_job_changes_.data(), cells, 0);
    std::fill_n(cell_seekers_.data(), cells, 0);
    std::fill_n(cell_hires_.data(), cells, 0);
    for (std::size_t c = 0; c < setting_.cities(); ++c) {
        for (std::uint8_t number = 0; number < occupations; ++number) {
            const Occupation occupation{number};
            const JobCellId job = job_cell(CityId(c), occupation);
            const VacancyCellId cell = vacancy_cell(setting_.province_of[c], occupation.level());
            cell_vacancies_[cell] += vacancies_[job];
            cell_unfilled_[cell] += open_[job];
            cell_unfilled_age_[cell] += open_[job] * age_[job];
            cell_job_changes_[cell] += job_changes_[job];
            cell_seekers_[cell] += seekers_[job];
            cell_hires_[cell] += hires_[job];
        }
    }
}

void PlaceCensus::remember_entrants(int year) {
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        for (std::size_t t = 0; t < tracks; ++t) {
            const auto track = static_cast<Track>(t);
            const TrackCellId cell = track_cell(ProvinceId(p), track);
            ordinary_[entry_cell(cell, year + years_of(track))] = intake_[cell];
            later_[entry_cell(cell, year + years_of_late_entrants)] =
                transfers_in_[cell] + upgrade_entrants_[cell];
        }
    }
}

}  // namespace vocational
