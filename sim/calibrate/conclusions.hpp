// SPDX-License-Identifier: Apache-2.0
// From what the search has tried to what is said: values, intervals, the set that is not
// implausible, a verdict per parameter and per target.
#pragma once

#include <vector>

#include "sim/calibrate/fit.hpp"
#include "sim/calibrate/posterior.hpp"
#include "sim/calibrate/tried_points.hpp"

namespace sim {

// `implausibility` of each draw: the largest over targets and waves.
FitResult conclusions(const Calibration& calibration, const std::vector<double>& start,
                      const TriedPoints& tried, const Plausibility& surfaces,
                      const PosteriorDraws& draws, const std::vector<double>& implausibility);

}  // namespace sim
