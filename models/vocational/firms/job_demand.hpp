// SPDX-License-Identifier: Apache-2.0
// 4.8 Jobs that a firm wants (E5 demand side):
//   wanted = path × (1 + A sin(2π t/T)) × exp(e_p (a − a0 − pace·t) + e_w (c − c0)),
// path its jobs without these terms (phases/plan_jobs.hpp), t years since the admission of the
// start year, a the log technology, c the log wage cost of its posts, what pay scales add to it
// included, a0 and c0 both at that admission, pace·t the growth of the sector's frontier since
// then; e_p productivity_elasticity, e_w wage_elasticity (evidence row labour_demand_elas).
// Technology alone counts: what skill adds to output is paid in wages. A and T are amplitude and
// length of a cycle of demand that all firms share; A = 0 is none. A gain in level shifts the mix:
// log odds of a higher job level rise by skill_bias (a − a0).
#pragma once

#include <algorithm>
#include <cmath>

#include "models/vocational/params/firm.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

// Jobs wanted over the path; exactly 1 without deviations.
inline double demand_factor(const FirmParams& params, double technology_ahead, double wage_ahead) {
    return sim::elementary::exp(params.productivity_elasticity * technology_ahead +
                                params.wage_elasticity * wage_ahead);
}

// Demand `years` after the admission of the start year over its path; exactly 1 without a cycle.
inline double demand_cycle(const FirmParams& params, double years) {
    return 1.0 + params.demand_cycle_amplitude *
                     sim::elementary::sine_of_turns(years / params.demand_cycle_years);
}

// Whole jobs at that factor, right on average over `uniform` in [0, 1) and equal to `path` at 1.
inline std::int32_t jobs_at(std::int32_t path, double factor, double uniform) {
    const double change = std::floor(path * (factor - 1.0) + uniform);
    return std::max(0, path + static_cast<std::int32_t>(change));
}

}  // namespace vocational
