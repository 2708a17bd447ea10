// SPDX-License-Identifier: Apache-2.0
// Choice as a race: the highest of utility + scale · Gumbel is the lowest of the ranks
// exponential · weight, where the weight is exp(−utility ÷ scale) and the exponential −ln(uniform).
// Whoever cannot win any more needs no logarithm.
#pragma once

namespace sim {

// False where −ln(uniform) · weight is surely not below `limit`; uniform in (0, 1), weight not
// negative. −ln u is at least 1 − u; the margin is far above what rounding does to either.
inline bool may_rank_below(double limit, double uniform, double weight) {
    constexpr double margin = 1.0 - 1e-9;
    return (1.0 - uniform) * weight * margin < limit;
}

}  // namespace sim
