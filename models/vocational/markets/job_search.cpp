// SPDX-License-Identifier: Apache-2.0
// All occupations of a level share one factor but that of the own field, so a choice needs the sums
// by level and no table of its own.
#include "models/vocational/markets/job_search.hpp"

namespace vocational {

JobSearch::JobSearch(const LabourParams& params) : own_field_weight_(params.own_field_weight) {
    for (std::size_t own = 0; own < levels; ++own) {
        for (std::size_t asked = 0; asked < job_levels; ++asked) {
            double weight = 1.0;
            for (std::size_t l = asked; l < own; ++l) {
                weight *= params.level_gap_weight;
            }
            for (std::size_t l = own; l < asked; ++l) {
                weight *= params.upward_weight;
            }
            level_weight_[own * job_levels + asked] = weight;
        }
    }
}

double JobSearch::weight(Level level, Field own, Occupation occupation) const {
    const bool is_own = own != Field::general && own == occupation.field();
    return level_weight(level, sim::index_of(occupation.level())) *
           (is_own ? own_field_weight_ : 1.0);
}

std::optional<Occupation> JobSearch::choose(const Openings& openings, Level level, Field own,
                                            double u) const {
    const std::size_t own_field = sim::index_of(own);
    const double extra = own == Field::general ? 0.0 : own_field_weight_ - 1.0;
    std::array<double, job_levels> weights{};
    double sum = 0.0;
    for (std::size_t j = 0; j < job_levels; ++j) {
        weights[j] = level_weight(level, j) *
                     (openings.of_level[j] + extra * openings.posts[j * fields + own_field]);
        sum += weights[j];
    }
    if (!(sum > 0.0)) {
        return std::nullopt;
    }
    double left = u * sum;
    std::size_t chosen = job_levels;
    for (std::size_t j = 0; j < job_levels; ++j) {
        if (weights[j] > 0.0) {
            chosen = j;
            if (left < weights[j]) {
                break;
            }
            left -= weights[j];
        }
    }
    // Within the level the own field comes first, then the others in order; rounding may leave a
    // remainder, which the last open occupation takes.
    const auto job_level = static_cast<JobLevel>(chosen);
    const std::int32_t* posts = &openings.posts[chosen * fields];
    left /= level_weight(level, chosen);
    const double own_part = (1.0 + extra) * posts[own_field];
    if (left < own_part) {
        return Occupation::of(job_level, own);
    }
    left -= own_part;
    std::size_t last = own_field;
    for (std::size_t f = 0; f < fields; ++f) {
        if (f == own_field || posts[f] == 0) {
            continue;
        }
        last = f;
        if (left < posts[f]) {
            break;
        }
        left -= posts[f];
    }
    return Occupation::of(job_level, static_cast<Field>(last));
}

}  // namespace vocational
