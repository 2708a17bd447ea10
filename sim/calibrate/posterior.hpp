// SPDX-License-Identifier: Apache-2.0
// Draws of points with density exp(−energy) in the unit cube: Metropolis chains that move one
// coordinate at a time or along the difference of two other states of their own past (ter Braak and
// Vrugt 2008, Statistics and Computing 18). Each chain has random numbers of its own, so draws do
// not depend on threads.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "sim/calibrate/unit_cube.hpp"
#include "sim/parallel/executor.hpp"

namespace sim {

struct PosteriorDraws {
    std::vector<Point> points;
    std::vector<double> mean;  // by coordinate
    std::vector<double> sd;
};

// One chain from each start; `seed` keys the draws. Energies must be finite.
PosteriorDraws draw_posterior(const std::function<double(const Point&)>& energy,
                              const std::vector<Point>& starts, std::uint64_t seed,
                              const Executor& executor);

}  // namespace sim
