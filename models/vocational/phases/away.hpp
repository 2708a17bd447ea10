// SPDX-License-Identifier: Apache-2.0
// 4.6 Time away after completion: postgraduate study for three years (the recorded share of
// bachelor completers), study abroad for two (away_abroad of them), military service for two
// (away_service of men). The kind follows from a draw of the person at completion, so it can be
// drawn again at any time and needs no column.
#pragma once

#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/params/labour.hpp"
#include "sim/random/rng.hpp"

namespace vocational {

// Quarters away after completing the track; 0 if the person stays. `postgraduate` is the share of
// bachelor completers who go on to postgraduate study.
inline int quarters_away(const LabourParams& params, Track track, Sex sex, double postgraduate,
                         sim::Rng rng) {
    constexpr int postgraduate_quarters = 12;
    constexpr int abroad_quarters = 8;
    constexpr int service_quarters = 8;
    double u = rng.uniform();
    if (level_of(track) == Level::bachelor) {
        if (u < postgraduate) {
            return postgraduate_quarters;
        }
        u -= postgraduate;
        if (u < params.away_abroad) {
            return abroad_quarters;
        }
        u -= params.away_abroad;
    }
    return sex == Sex::male && u < params.away_service ? service_quarters : 0;
}

}  // namespace vocational
