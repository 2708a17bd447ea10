// SPDX-License-Identifier: Apache-2.0
// Arguments and constants of the Ishigami function: scenarios write them as ishigami.NAME.
#pragma once

#include "sim/params/param_block.hpp"

namespace classic {

enum class Shape { plain, tilted };

struct IshigamiStructures final : sim::ParamBlock {
    SIM_PARAMS(IshigamiStructures, "structures", "Alternative forms of the function.");
    SIM_PARAM(Shape, shape, Shape::plain, .doc = "The function as it is, or 4 + 2 sin x1 more.",
              .source = sim::assumed("a form whose part of the variance is known"));
};

struct IshigamiParams final : sim::ParamBlock {
    static constexpr double pi = 3.14159265358979323846;

    SIM_PARAMS(IshigamiParams, "ishigami", "Where the function is evaluated, and which it is.");
    SIM_PARAM(double, x1, 0.0, .range = {-pi, pi}, .doc = "First argument.",
              .source = sim::assumed("the function is defined on this cube"));
    SIM_PARAM(double, x2, 0.0, .range = {-pi, pi}, .doc = "Second argument.",
              .source = sim::assumed("the function is defined on this cube"));
    SIM_PARAM(double, x3, 0.0, .range = {-pi, pi},
              .doc = "Third argument; acts through the first alone.",
              .source = sim::assumed("the function is defined on this cube"));
    SIM_PARAM(double, a, 7.0, .range = {0.0, 100.0}, .doc = "Weight of the second argument.",
              .source = sim::assumed("the usual choice"));
    SIM_PARAM(double, b, 0.1, .range = {0.0, 100.0}, .doc = "Weight of the third argument.",
              .source = sim::assumed("the usual choice"));
    SIM_PARAM(double, noise, 0.0, .range = {0.0, 100.0},
              .doc =
                  "Standard deviation of a normal error that each replicate draws anew at each "
                  "point of the cube.",
              .source = sim::assumed("none in the function itself"));
};

}  // namespace classic
