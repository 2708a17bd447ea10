// SPDX-License-Identifier: Apache-2.0
// Elementary effects (Morris 1991): how far an outcome moves per unit of a factor's range, over
// trajectories that move one factor at a time. mu* is their mean size (Campolongo et al. 2007), mu
// their mean, sigma how much they differ, be it by curvature or by interaction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/statistics/interval.hpp"

namespace sim {

// The factor that a step moves, and how far, with its sign.
struct MorrisMove {
    std::size_t factor;
    double step;
};

struct MorrisEffects {
    std::size_t used = 0;  // trajectories; those with a missing outcome are left out
    std::vector<double> mu;
    std::vector<IntervalEstimate> mu_star;
    std::vector<double> sigma;
};

// `outcomes` is [trajectory][factors + 1], `moves` [trajectory][factors] between them.
MorrisEffects morris_effects(std::span<const double> outcomes, std::span<const MorrisMove> moves,
                             std::size_t factors, std::size_t resamples, std::uint64_t seed);

}  // namespace sim
