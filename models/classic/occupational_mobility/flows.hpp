// SPDX-License-Identifier: Apache-2.0
// The market's rates (equations E5): with e filled and v open jobs and target demand d*,
//   separations = d_u e + (1 − d_u) min(e, g_u max(0, e + v − d*))
//   openings    = d_v e + (1 − d_v) min(e, g_v max(0, d* − e − v))
//   an unemployed worker of i applies in j with probability q_ij = v_j A_ij ÷ Σ_l v_l A_il.
// Separations and openings are per filled job here: the probability of each job's.
// Source: del Rio-Chanona and others (2021).
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

#include "models/classic/occupational_mobility/params.hpp"
#include "sim/random/elementary.hpp"

namespace classic {

struct Jobs {
    double filled;
    double open;
    double wanted;  // target demand

    double surplus() const { return filled + open - wanted; }
};

namespace detail {

inline double per_job(double base, double adjustment, double gap, double filled) {
    const double moved = adjustment * std::max(0.0, gap);
    return base + (1.0 - base) * (moved < filled ? moved / filled : 1.0);
}

}  // namespace detail

// Both in [0, 1]; without filled jobs there is nothing to which they could apply.
inline double separation_probability(const MarketParams& params, const Jobs& jobs) {
    return detail::per_job(params.separation_rate, params.separation_adjustment, jobs.surplus(),
                           jobs.filled);
}
inline double opening_probability(const MarketParams& params, const Jobs& jobs) {
    return detail::per_job(params.opening_rate, params.opening_adjustment, -jobs.surplus(),
                           jobs.filled);
}

// A_ij, the weight of a vacancy in `to` for a worker of `from`; only ratios within a row matter.
inline double network_weight(const MobilityParams& params, std::size_t from, std::size_t to,
                             std::size_t occupations) {
    if (from == to) {
        return 1.0;
    }
    const std::size_t gap = from < to ? to - from : from - to;
    const bool is_next = gap == 1 || gap == occupations - 1;
    return params.network() == NetworkShape::complete || is_next ? params.neighbour_weight() : 0.0;
}

// Running sums of v_j A_ij, row after row: what a worker of each occupation draws from. A row that
// ends at 0 offers nothing to apply for.
inline void application_weights(const MobilityParams& params, std::span<const double> vacancies,
                                std::vector<double>& cumulative) {
    const std::size_t count = vacancies.size();
    cumulative.resize(count * count);
    for (std::size_t from = 0; from < count; ++from) {
        double sum = 0.0;
        for (std::size_t to = 0; to < count; ++to) {
            sum += vacancies[to] * network_weight(params, from, to, count);
            cumulative[from * count + to] = sum;
        }
    }
}

using sim::elementary::sine_of_turns;

// Target demand of an occupation at a step, counted from 1 at the scenario's start.
inline double target_demand(const DemandParams& params, double workers, std::size_t occupation,
                            std::size_t occupations, double step) {
    const std::size_t half = occupations / 2;
    const double ramp = std::clamp(step / params.shift_steps, 0.0, 1.0);
    const double moved = half > 0 ? params.shift * ramp / static_cast<double>(half) : 0.0;
    double share = 1.0 / static_cast<double>(occupations);
    if (occupation < half) {
        share += moved;
    } else if (occupation >= occupations - half) {
        share = std::max(0.0, share - moved);
    }
    const double cycle = sine_of_turns(step / params.period);
    return workers * params.level * share * (1.0 + params.amplitude * cycle);
}

}  // namespace classic
