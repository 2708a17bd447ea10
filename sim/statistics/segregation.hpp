// SPDX-License-Identifier: Apache-2.0
// How unevenly a group is spread over units (schools, districts), and how uneven chance alone would
// make it: small units look segregated under random allocation, so a measure is reported net of it.
#pragma once

#include <cstdint>
#include <span>

namespace sim {

// Index of dissimilarity ½ Σ |g_k ÷ G − o_k ÷ O| of members g_k and others o_k by unit: the share
// of the group that would have to move for an even spread. In [0, 1]; 0 if either side is empty.
double dissimilarity(std::span<const double> members, std::span<const double> others);

// Its expectation for units of `size` filled at random from a population with `share` members:
// E|X − kp| ÷ (2 k p (1 − p)) with X binomial (k, p), exactly. `size` at least 1, `share` in (0,
// 1).
double random_dissimilarity(std::uint64_t size, double share);

// The same for units of different sizes; those of size 0 count for nothing.
double random_dissimilarity(std::span<const std::uint64_t> sizes, double share);

// Segregation net of chance (D − D*) ÷ (1 − D*): 0 for a spread as even as random allocation gives
// (and below 0 for an evener one), 1 for complete separation. Carrington and Troske (1997). D* is
// below 1.
double net_dissimilarity(double observed, double random);

}  // namespace sim
