// SPDX-License-Identifier: Apache-2.0
// A design that keeps kinds of uncertainty apart: combinations of structures, all of them or some
// drawn at random, each with the same settings of the other factors.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/sweep/experiment/design.hpp"

namespace sim {

// Settings are drawn in so many Latin hypercubes, independent of each other: points of one are
// spread too evenly to tell the variance by themselves.
inline constexpr std::size_t crossed_blocks = 2;

// By factor: how many levels it has if it is a structure, 0 for any other factor.
using StructureLevels = std::vector<std::size_t>;

// Combinations that there are; 0 if they cannot be counted.
std::size_t combinations_of(const StructureLevels& levels);
// Combinations that the design runs.
std::size_t structures_of_design(const DesignSpec& spec, const StructureLevels& levels);

// All settings under the first combination, then under the next.
std::vector<UnitPoint> crossed_design(const DesignSpec& spec, const StructureLevels& levels);

}  // namespace sim
