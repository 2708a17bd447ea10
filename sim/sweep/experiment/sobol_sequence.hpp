// SPDX-License-Identifier: Apache-2.0
// Sobol' points with the direction numbers of Joe and Kuo (2008), scrambled as Owen (1995)
// proposed: in each dimension every bit is flipped at random, independently for each pattern of the
// bits above it. The points stay a net, and every one of them is uniform over the cube.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sim {

enum class Scrambling { none, owen };

// Most dimensions that there are direction numbers for.
inline constexpr std::size_t most_sobol_dimensions = 3667;

// The first `count` points, the one at zero included; `seed` chooses the scrambling. Coordinates
// lie in [0, 1), scrambled ones inside (0, 1).
std::vector<std::vector<double>> sobol_sequence(std::size_t count, std::size_t dimensions,
                                                Scrambling scrambling, std::uint64_t seed);

}  // namespace sim
