// SPDX-License-Identifier: Apache-2.0
// Parameters of the segregation model: scenarios write them as city.NAME.
#pragma once

#include <algorithm>
#include <cmath>

#include "sim/params/param_block.hpp"

namespace classic {

struct CityParams final : sim::ParamBlock {
    SIM_PARAMS(CityParams, "city", "The board and what its residents put up with.");
    SIM_PARAM(int, side, 50, .unit = sim::unit::none, .range = {3, 2'000},
              .doc = "Squares along each side of the board; opposite edges touch.",
              .source = sim::assumed("a common size of demonstrations"));
    SIM_PARAM(double, density, 0.95, .unit = sim::unit::share, .range = {0.01, 0.99},
              .doc = "Occupied share of squares; at least two residents and one empty square.",
              .source = sim::assumed("few empty squares, as in a settled city"));
    SIM_PARAM(double, threshold, 0.3, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "A resident moves if a smaller share of the neighbours is of the same group.",
              .source = sim::assumed("well below one half: nobody asks for a majority"));

    std::size_t squares() const {
        const auto length = static_cast<std::size_t>(side());
        return length * length;
    }
    std::size_t residents() const {
        const auto wanted = std::llround(density() * static_cast<double>(squares()));
        return std::clamp(static_cast<std::size_t>(wanted), std::size_t{2}, squares() - 1);
    }
};

}  // namespace classic
