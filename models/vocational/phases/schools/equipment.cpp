// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/equipment.hpp"

#include <algorithm>
#include <cmath>

#include "models/vocational/population/school_norms.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

void Equipment::run(const sim::Tick& tick) {
    tick.executor().for_rows(schools_.size(), 64, [&](std::size_t row) {
        renew(SchoolId(row), tick.key());
        reachable_.data()[row] = 0.0;
    });
    for (std::size_t c = centres_.first(); c < centres_.end(); ++c) {
        share_centre(CentreId(c));
    }
}

void Equipment::renew(SchoolId school, std::uint32_t quarter) {
    const SchoolBudgetParams& budget = params_.school_budget;
    stations_[school] =
        stations_[school] * (1.0 - sim::quarterly(1.0 / params_.teaching.equipment_life)) +
        static_cast<double>(spent_[school]) / budget.station_cost;
    float& ready = under_way_[construction(school, quarter)];
    stations_[school] += static_cast<double>(ready);
    ready = 0.0F;
    const double full =
        budget.digital_cost * setting_.scale *
        static_cast<double>(students_of(school, first_programme_, programmes_, enrolled_));
    const double bought = full > 0.0 ? static_cast<double>(digital_spent_[school]) / full : 0.0;
    const double kept =
        static_cast<double>(digital_[school]) * (1.0 - sim::quarterly(1.0 / budget.digital_life));
    digital_[school] = static_cast<float>(std::min(1.0, kept + bought));
}

double Equipment::access(CityId school_city, CityId centre_city) const {
    const double dx = x_[school_city] - x_[centre_city];
    const double dy = y_[school_city] - y_[centre_city];
    return sim::elementary::exp(-std::sqrt(dx * dx + dy * dy) / params_.teaching.access_radius);
}

void Equipment::share_centre(CentreId centre) {
    const CityId home = centre_city_[centre];
    double& stations = centre_stations_[centre];
    if (stations <= 0.0) {
        return;
    }
    stations *= 1.0 - sim::quarterly(1.0 / params_.teaching.equipment_life);
    weights_.assign(schools_.end(), 0.0);
    double total = 0.0;
    for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
        const SchoolId school(row);
        if (!is_vocational(track_[school])) {
            continue;
        }
        std::int64_t students = 0;
        const std::uint32_t first = first_programme_[school];
        for (std::uint32_t i = first; i < first + programmes_[school]; ++i) {
            const bool is_served = serves(centre_fields_[centre], field_[ProgrammeId(i)]);
            students += is_served ? enrolled_[ProgrammeId(i)] : 0;
        }
        weights_[row] = static_cast<double>(students) * access(city_[school], home);
        total += weights_[row];
    }
    const double open = stations * static_cast<double>(student_hours_[centre]);
    for (std::size_t row = schools_.first(); row < schools_.end() && total > 0.0; ++row) {
        if (weights_[row] > 0.0) {
            reachable_.data()[row] +=
                open * weights_[row] / total * access(city_[SchoolId(row)], home);
        }
    }
}

}  // namespace vocational
