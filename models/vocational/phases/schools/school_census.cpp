// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/school_census.hpp"

#include <algorithm>
#include <cmath>

namespace vocational {

namespace {

constexpr double best_share = 0.1;

// Sums of steps of skill.
struct StepSums {
    std::int64_t people = 0;
    std::int64_t sum = 0;
    std::int64_t squares = 0;

    double mean() const { return static_cast<double>(sum) / static_cast<double>(people); }
    double spread() const {
        const double m = mean();
        return std::sqrt(
            std::max(0.0, static_cast<double>(squares) / static_cast<double>(people) - m * m));
    }
    friend StepSums operator+(StepSums a, const StepSums& b) {
        return {a.people + b.people, a.sum + b.sum, a.squares + b.squares};
    }
};

void keep(const StepSums& sums, double& mean, double& spread) {
    if (sums.people > 1 && sums.spread() > 0.0) {
        mean = sums.mean() * Skill::step;
        spread = sums.spread() * Skill::step;
    }
}

double on_scale(double value, double mean, double spread) {
    return spread > 0.0 ? (value - mean) / spread : 0.0;
}

}  // namespace

void SchoolCensus::run(const sim::Tick& tick) {
    if (tick.is_quarter(3) && is_reference_open(tick, general_spread_.data()[0] > 0.0)) {
        scale_entrants(tick);
    }
    if (tick.is_quarter(2) && is_reference_open(tick, specific_spread_.data()[0] > 0.0)) {
        scale_completers(tick);
    }
    tick.executor().for_rows(setting_.provinces(), 1, [&](std::size_t p) {
        for (std::size_t t = 0; t < tracks; ++t) {
            count(ProvinceId(p), static_cast<Track>(t), tick.is_quarter(2));
        }
        find_best(ProvinceId(p));
    });
}

// Those who turned 15 for this school year.
void SchoolCensus::scale_entrants(const sim::Tick& tick) {
    const int year = tick.now().year();
    const std::size_t first = setting_.cohorts.first_row(sim::Quarter(year - 16, 4));
    const std::size_t last =
        std::min(persons_.end(), setting_.cohorts.first_row(sim::Quarter(year - 15, 4)));
    if (first >= last) {
        return;
    }
    const StepSums sums = tick.executor().reduce(
        last - first, CohortIndex::grain, StepSums{},
        [&](const sim::Chunk& chunk) {
            StepSums part;
            for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
                const std::int64_t steps = general_skill_.data()[first + i].count();
                part = part + StepSums{1, steps, steps * steps};
            }
            return part;
        },
        [](const StepSums& a, const StepSums& b) { return a + b; });
    keep(sums, general_mean_.data()[0], general_spread_.data()[0]);
}

void SchoolCensus::scale_completers(const sim::Tick&) {
    StepSums sums;
    for (std::size_t row = programme_rows_.first(); row < programme_rows_.end(); ++row) {
        const ProgrammeId programme(row);
        if (is_vocational(track_[school_[programme]])) {
            sums = sums + StepSums{graduates_[programme], specific_sum_[programme],
                                   specific_squares_[programme]};
        }
    }
    keep(sums, specific_mean_.data()[0], specific_spread_.data()[0]);
}

void SchoolCensus::count(ProvinceId province, Track track, bool has_graduates) {
    const TrackCellId cell = track_cell(province, track);
    for (std::int32_t* count : {&out_students_[cell], &out_private_[cell], &out_graduates_[cell]}) {
        *count = 0;
    }
    out_spending_[cell] = 0;
    out_served_[cell] = 0;
    for (double* sum : {&out_teachers_[cell], &out_certified_[cell], &out_experienced_[cell],
                        &out_stations_[cell], &out_hours_[cell], &out_equipment_[cell],
                        &out_quality_[cell], &out_course_age_[cell], &out_currency_[cell],
                        &out_technical_[cell], &out_general_[cell], &out_spread_[cell]}) {
        *sum = 0.0;
    }
    const RowRange cities = setting_.cities_of[province.row()];
    for (std::size_t city = cities.begin; city < cities.end; ++city) {
        const RowRange range = setting_.schools(CityId(city), track);
        for (std::size_t row = range.begin; row < range.end; ++row) {
            count_school(cell, SchoolId(row));
        }
    }
    if (has_graduates) {
        count_graduates(cell, cities, track);
    }
}

// Hours of all students of a school, in agents: as many as they need, thinned where stations are
// few.
double SchoolCensus::practice_hours(SchoolId school) const {
    double practising = 0.0;
    const std::uint32_t first = first_programme_[school];
    for (std::uint32_t i = first; i < first + programmes_[school]; ++i) {
        const ProgrammeId programme(i);
        practising += enrolled_[programme] * practice_need(params_.teaching, field_[programme]);
    }
    return params_.teaching.practice_hours * practising *
           practice_capacity(stations_[school] + reachable_[school], setting_.scale * practising,
                             params_.teaching.station_saturation);
}

void SchoolCensus::count_school(TrackCellId cell, SchoolId school) {
    const double teachers = teachers_[school];
    out_teachers_[cell] += teachers;
    out_certified_[cell] += teachers * static_cast<double>(certified_[school]);
    out_experienced_[cell] +=
        teachers * experienced_teaching(static_cast<double>(experienced_[school]),
                                        static_cast<double>(mentors_[school]));
    out_equipment_[cell] += stations_[school] * params_.school_budget.station_cost;
    out_stations_[cell] += stations_[school] + reachable_[school];
    out_served_[cell] += served_[school];
    out_spending_[cell] += pay_[school] + operation_[school] + equipment_[school] +
                           building_[school] + courses_[school] + development_[school] +
                           digital_[school];
    if (is_vocational(track_[school])) {
        out_hours_[cell] += practice_hours(school);
    }
    const std::uint32_t first = first_programme_[school];
    for (std::uint32_t i = first; i < first + programmes_[school]; ++i) {
        const ProgrammeId programme(i);
        const std::int32_t students = enrolled_[programme];
        const auto age = static_cast<double>(course_age_[programme]);
        out_students_[cell] += students;
        out_private_[cell] += ownership_[school] == Ownership::public_school ? 0 : students;
        out_quality_[cell] += students * static_cast<double>(quality_[programme]);
        out_course_age_[cell] += students * age;
        out_currency_[cell] += students * course_currency(params_.teaching, age);
    }
}

void SchoolCensus::count_graduates(TrackCellId cell, const RowRange& cities, Track track) {
    double squares = 0.0;
    for (std::size_t city = cities.begin; city < cities.end; ++city) {
        const RowRange range = setting_.schools(CityId(city), track);
        for (std::size_t row = range.begin; row < range.end; ++row) {
            std::int64_t people = 0;
            std::int64_t general = 0;
            std::int64_t specific = 0;
            const std::uint32_t first = first_programme_[SchoolId(row)];
            for (std::uint32_t i = first; i < first + programmes_[SchoolId(row)]; ++i) {
                people += graduates_[ProgrammeId(i)];
                general += general_sum_[ProgrammeId(i)];
                specific += specific_sum_[ProgrammeId(i)];
            }
            if (people == 0) {
                continue;
            }
            const auto n = static_cast<double>(people);
            const double s = on_scale(static_cast<double>(specific) * Skill::step / n,
                                      specific_mean_.data()[0], specific_spread_.data()[0]);
            const double g = on_scale(static_cast<double>(general) * Skill::step / n,
                                      general_mean_.data()[0], general_spread_.data()[0]);
            out_graduates_[cell] += static_cast<std::int32_t>(people);
            out_technical_[cell] += n * s;
            out_general_[cell] += n * g;
            squares += n * s * s;
        }
    }
    if (out_graduates_[cell] > 0) {
        const double mean = out_technical_[cell] / out_graduates_[cell];
        out_spread_[cell] = std::sqrt(std::max(0.0, squares / out_graduates_[cell] - mean * mean));
    }
}

// Programmes in order of quality until a tenth of the province's vocational students is reached.
void SchoolCensus::find_best(ProvinceId province) {
    std::vector<ProgrammeId> list;
    double students = 0.0;
    for (const Track track : vocational_tracks) {
        for (const std::uint32_t row : setting_.programmes(province.row(), track)) {
            if (enrolled_[ProgrammeId(row)] > 0) {
                list.push_back(ProgrammeId(row));
                students += enrolled_[ProgrammeId(row)];
            }
        }
    }
    std::sort(list.begin(), list.end(), [&](ProgrammeId a, ProgrammeId b) {
        return quality_[a] != quality_[b] ? quality_[a] > quality_[b] : a < b;
    });
    double sum = 0.0;
    double reached = 0.0;
    for (const ProgrammeId programme : list) {
        const double taken =
            std::min<double>(enrolled_[programme], best_share * students - reached);
        if (taken <= 0.0) {
            break;
        }
        sum += taken * static_cast<double>(quality_[programme]);
        reached += taken;
    }
    top_quality_[province] = reached > 0.0 ? sum / reached : 0.0;
    top_students_[province] = reached;
}

}  // namespace vocational
