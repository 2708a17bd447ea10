// SPDX-License-Identifier: Apache-2.0
// Designs of experiments as points of the unit cube, one coordinate per factor. Where a coordinate
// leads (a value between two ends, one of several names) is the factor's business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/random/rng.hpp"

namespace sim {

enum class DesignKind { factorial, list, lhs, sobol, morris, crossed };

struct DesignSpec {
    DesignKind kind = DesignKind::factorial;
    // lhs: points. sobol: base points, of which each gives one point per factor and two more.
    // morris: trajectories, of which each gives one point per factor and one more. crossed:
    // settings of factors that are no structures, each under every combination of structures.
    std::size_t points = 0;
    std::size_t levels = 4;  // of the grid of morris; even
    std::uint64_t seed = 1;
    std::size_t structures = 0;  // of crossed: combinations that are drawn; 0: all
};

using UnitPoint = std::vector<double>;

// All combinations of `sizes[k]` levels, the first factor moving slowest. A level stands in the
// middle of its share of the unit interval.
std::vector<UnitPoint> factorial_design(const std::vector<std::size_t>& sizes);
// Level i of every factor at point i.
std::vector<UnitPoint> list_design(std::size_t factors, std::size_t points);
// Latin hypercube: in each coordinate one point in each of `points` equal intervals, at random.
std::vector<UnitPoint> latin_hypercube(const Stream& stream, std::size_t points,
                                       std::size_t factors);
std::vector<UnitPoint> lhs_design(const DesignSpec& spec, std::size_t factors);
// Base points A and B and, for each factor, A with that coordinate from B (Saltelli et al. 2010):
// the points of base j stand at j (factors + 2), in the order A, B, then the mixed ones.
std::vector<UnitPoint> sobol_design(const DesignSpec& spec, std::size_t factors);
// Trajectories of one step per factor in random order (Morris 1991), one behind the other.
std::vector<UnitPoint> morris_design(const DesignSpec& spec, std::size_t factors);

// How long a step of morris is.
double morris_step(std::size_t levels);

// Of designs other than crossed, whose points depend on its structures.
std::size_t points_of_design(const DesignSpec& spec, std::size_t factors);

}  // namespace sim
