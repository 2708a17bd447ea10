// SPDX-License-Identifier: Apache-2.0
// 4.13 Fidelity (E11); pilots are policies/governance/provincial_pilot.cpp. A government carries
// out the share φ of what it plans:
//   logit φ = logit(mean) + slope · affluence + (1 − narrowing · A) · spread · z + gain · A
// z its own effort, standard normal and drawn once a run, A its accountability in [0, 1]. Of the
// shortfall 1 − φ it reports as done
//   gaming_elasticity · (usual_pressure + (1 − usual_pressure) · A).
// Evidence row gaming_elasticity.
#pragma once

#include "models/vocational/params/government.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

inline double log_odds(double share) {
    return sim::elementary::log(share / (1.0 - share));
}
inline double share_of_odds(double log_odds) {
    return 1.0 / (1.0 + sim::elementary::exp(-log_odds));
}

struct Effort {
    double own = 0.0;  // z
    double affluence = 0.0;
    double accountability = 0.0;
};

inline double fidelity(const GovernmentParams& params, double mean, const Effort& effort) {
    const double spread =
        (1.0 - params.accountability_narrowing * effort.accountability) * params.fidelity_spread;
    return share_of_odds(log_odds(mean) + params.affluence_slope * effort.affluence +
                         spread * effort.own + params.accountability_gain * effort.accountability);
}

inline double relabelled_share(const GovernmentParams& params, double accountability) {
    return params.gaming_elasticity *
           (params.usual_pressure + (1.0 - params.usual_pressure) * accountability);
}

}  // namespace vocational
