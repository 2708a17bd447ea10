// SPDX-License-Identifier: Apache-2.0
// Gauss–Newton steps with Levenberg's damping on response surfaces, inside a box: cheap, since the
// model itself is not run.
#pragma once

#include <optional>

#include "sim/calibrate/plausibility.hpp"

namespace sim {

struct Box {
    Point low;
    Point high;
};
// The part of the cube within `half` (by coordinate) of `centre`.
Box box_around(const Point& centre, const Point& half);

// Distances to the targets over their standard deviations, squared and summed, as the surfaces have
// them; of one target if `only` names one.
double misfit(const Plausibility& surfaces, const Point& point,
              std::optional<std::size_t> only = std::nullopt);
// Goes downhill from `start`; never ends higher than it began.
Point least_misfit(const Plausibility& surfaces, Point start, const Box& box,
                   std::optional<std::size_t> only = std::nullopt);

}  // namespace sim
