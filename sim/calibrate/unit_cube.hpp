// SPDX-License-Identifier: Apache-2.0
// The unit cube in which the search moves: 0 is the low end of a parameter's range, 1 the high end,
// even steps being even on the parameter's scale.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/calibrate/calibration.hpp"

namespace sim {

using Point = std::vector<double>;  // one coordinate per parameter

// The parameter's value, rounded to six digits that matter so that it can be written and read back.
double value_at(const FittedParameter& parameter, double unit);
// The inverse without the rounding; values outside the range give its nearer end.
double unit_of(const FittedParameter& parameter, double value);

// The first `count` points of a Sobol' sequence under a digital shift by `seed`. Needs at least one
// dimension; the same seed always gives the same points.
std::vector<Point> sobol_points(std::size_t count, std::size_t dimensions, std::uint64_t seed);

}  // namespace sim
