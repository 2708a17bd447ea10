// SPDX-License-Identifier: Apache-2.0
// Whole numbers from real entitlements x_i by cumulative largest remainder in a fixed order:
// n_i = floor(S_i + u) - floor(S_(i-1) + u), with S the running sum and offset u in [0, 1). Each
// n_i is x_i rounded down or up, each running total is right to one, and with a new offset each
// year cells below one take turns. Integers inside. An offset away from 0 and 1 also keeps inner
// sums that are meant to be whole clear of the caller's rounding errors.
#pragma once

#include <cstdint>
#include <span>

namespace sim {

// A sum of entitlements this close to a whole number is meant to be that number, so that rounding
// errors of the caller's divisions never lose a seat: absolute, and relative to the sum.
inline constexpr double whole_tolerance = 1e-9;
inline constexpr double whole_relative_tolerance = 1e-12;

// Entitlements are finite and not negative; their sum is below 2^60. `out` is as long.
void apportion(std::span<const double> entitlements, double offset, std::span<std::int64_t> out);

// Entitlements proportional to weights, summing to `total` exactly. Without weight total must be 0.
void apportion_total(std::span<const double> weights, std::int64_t total, double offset,
                     std::span<std::int64_t> out);

// Group g owns cells [group_offsets[g], group_offsets[g + 1]). Groups share out the sum with
// `offset`; each group then shares out its number with its own offset, so that what happens inside
// one group does not shift the rounding inside another. The sum is exact, each group total and each
// cell is its entitlement rounded down or up, each running total inside a group is right to one.
// Group offsets must be independent of `offset` for cells to get their entitlement on average.
void apportion_groups(std::span<const std::uint32_t> group_offsets,
                      std::span<const double> entitlements, double offset,
                      std::span<const double> offsets_in_group, std::span<std::int64_t> out);

}  // namespace sim
