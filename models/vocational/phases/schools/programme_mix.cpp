// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/programme_mix.hpp"

#include <algorithm>

#include "sim/random/elementary.hpp"

namespace vocational {

double wanted_places(const SchoolSupplyParams& params, double reference_places, double demand) {
    return reference_places *
           sim::elementary::exp(params.elasticity * sim::elementary::log(demand));
}

double listed_places(double part, double wanted, double level) {
    return wanted + part * (level - wanted);
}

double adjusted_places(double speed, double places, double wanted) {
    return places + speed * (wanted - places);
}

void ProgrammeMix::run(const sim::Tick& tick) {
    now_.resize(setting_.provinces() * job_levels * fields);
    tick.executor().for_rows(setting_.provinces(), 1, [&](std::size_t p) {
        observe(ProvinceId(p));
        if (tick.is_quarter(3)) {
            keep_reference(tick, ProvinceId(p));
        }
    });
    if (!tick.is_quarter(3)) {
        return;
    }
    const sim::Stream stream = tick.stream(purpose());
    const bool is_history = tick.now() < tick.start();
    tick.executor().for_rows(schools_.size(), 64, [&](std::size_t row) {
        const SchoolId school(row);
        if (!is_history) {
            adjust(school, stream, tick.key());
            return;
        }
        const std::uint32_t first = first_programme_[school];
        for (std::uint32_t i = first; i < first + programmes_[school]; ++i) {
            reference_share_[ProgrammeId(i)] = seat_share_[ProgrammeId(i)];
        }
    });
}

// Vacancies of the last matching enter the moving mean.
void ProgrammeMix::observe(ProvinceId province) {
    const RowRange cities = setting_.cities_of[province.row()];
    for (std::size_t l = 0; l < job_levels; ++l) {
        for (std::size_t f = 0; f < fields; ++f) {
            const auto level = static_cast<JobLevel>(l);
            const auto field = static_cast<Field>(f);
            double now = 0.0;
            for (std::size_t c = cities.begin; c < cities.end; ++c) {
                now += open_[job_cell(CityId(c), Occupation::of(level, field))];
            }
            now_[field_demand(province, level, field).row()] = now;
            double& mean = demand_[field_demand(province, level, field)];
            mean += (now - mean) / (4.0 * params_.demand_memory);
        }
    }
}

// Of fields that somebody teaches; `general` has no programmes among others.
double ProgrammeMix::level_vacancies(ProvinceId province, JobLevel level,
                                     double weight_of_present) const {
    double sum = 0.0;
    for (std::size_t f = 1; f < fields; ++f) {
        sum += seen(field_demand(province, level, static_cast<Field>(f)), weight_of_present);
    }
    return sum;
}

double ProgrammeMix::weight_of_present(double horizon) const {
    if (horizon <= 0.0) {
        return 0.0;
    }
    const double kept = 1.0 - 1.0 / (4.0 * params_.demand_memory);  // of the mean in a quarter
    return 1.0 - sim::elementary::exp(4.0 * horizon * sim::elementary::log(kept));
}

void ProgrammeMix::keep_reference(const sim::Tick& tick, ProvinceId province) {
    for (std::size_t l = 0; l < job_levels; ++l) {
        const auto level = static_cast<JobLevel>(l);
        double known = 0.0;
        for (std::size_t f = 1; f < fields; ++f) {
            known += reference_[field_demand(province, level, static_cast<Field>(f))];
        }
        const double all = level_vacancies(province, level, 0.0);
        if (all <= 0.0 || !is_reference_open(tick, known > 0.0)) {
            continue;
        }
        for (std::size_t f = 1; f < fields; ++f) {
            const FieldDemandId cell = field_demand(province, level, static_cast<Field>(f));
            reference_[cell] = demand_[cell] / all;
        }
    }
}

void ProgrammeMix::adjust(SchoolId school, const sim::Stream& stream, std::uint32_t key) {
    const std::uint32_t first = first_programme_[school];
    const std::uint32_t count = programmes_[school];
    const ProvinceId province = setting_.province_of[city_[school].row()];
    const JobLevel level = job_level_of(track_[school]);
    const double present = weight_of_present(static_cast<double>(horizon_[school]));
    const double all = level_vacancies(province, level, present);
    if (count < 2 || all <= 0.0) {
        return;
    }
    const double prior = params_.prior_weight;
    const double speed =
        std::min(1.0, params_.adjustment_speed + static_cast<double>(further_speed_[school]));
    const double error =
        params_.forecast_error * (1.0 - std::min(1.0, static_cast<double>(foresight_[school])));
    // What is published about the field of a programme, as this school reads it.
    const auto published = [&](std::uint32_t i) {
        const FieldDemandId cell = field_demand(province, level, field_[ProgrammeId(i)]);
        sim::Rng rng = stream.at(sim::Identity{i}, key);
        return (seen(cell, present) / all + prior) * sim::elementary::exp(error * rng.normal());
    };
    const double listed = std::min(1.0, static_cast<double>(listed_[school]));
    double listed_sum = 0.0;
    for (std::uint32_t i = first; i < first + count && listed > 0.0; ++i) {
        listed_sum += published(i);
    }
    double sum = 0.0;
    for (std::uint32_t i = first; i < first + count; ++i) {
        const ProgrammeId programme(i);
        const FieldDemandId cell = field_demand(province, level, field_[programme]);
        const double read = published(i);
        double wanted = wanted_places(params_, static_cast<double>(reference_share_[programme]),
                                      read / (reference_[cell] + prior));
        if (listed_sum > 0.0) {
            wanted = listed_places(listed, wanted, read / listed_sum);
        }
        const double next =
            adjusted_places(speed, static_cast<double>(seat_share_[programme]), wanted);
        seat_share_[programme] = static_cast<float>(next);
        sum += next;
    }
    for (std::uint32_t i = first; i < first + count; ++i) {
        float& share = seat_share_[ProgrammeId(i)];
        share = static_cast<float>(static_cast<double>(share) / sum);
    }
}

}  // namespace vocational
