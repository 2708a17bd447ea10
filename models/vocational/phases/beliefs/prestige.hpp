// SPDX-License-Identifier: Apache-2.0
// 4.12 Prestige of a track in a city (E9), once a year:
//   P′ = ρ P + (1 − ρ) X,  X = b1 relative pay + b2 relative job level + b3 relative upward rate
//        − b4 · vocational · share of the young in vocational tracks,  kept within −1 … 1,
// all relative to the average recent leaver of the nation. Pay and job level are those of the
// city's own leavers and the nation's, mixed by own_region_weight; the upward rate is the nation's,
// 0 for bachelor tracks, above which there is nothing; the young are this year's entrants at 15 in
// the city. The first P is X. A campaign's effect is kept beside it and decays. Evidence:
// prestige_inertia, prestige_penalty_sign, publicity_effect (abrassart2020, shen2022).
#pragma once

#include <algorithm>

#include "models/vocational/params/prestige.hpp"

namespace vocational {

// What a track shows, against the average of all recent leavers.
struct Showing {
    double pay = 0.0;        // log points
    double tasks = 0.0;      // of the range of job levels
    double climbing = 0.0;   // share of completers who go on
    double low_share = 0.0;  // vocational tracks: share of the city's young in them; others 0
};

inline double deserved_prestige(const PrestigeParams& params, const Showing& showing) {
    const double sum = params.on_pay * showing.pay + params.on_tasks * showing.tasks +
                       params.on_climbing * showing.climbing -
                       params.vocational_penalty * showing.low_share;
    return std::clamp(sum, -1.0, 1.0);
}

inline double next_prestige(const PrestigeParams& params, double prestige, const Showing& showing) {
    return params.inertia * prestige + (1.0 - params.inertia) * deserved_prestige(params, showing);
}

inline double next_campaign(const PrestigeParams& params, double campaign) {
    return campaign * (1.0 - params.campaign_decay);
}

}  // namespace vocational
