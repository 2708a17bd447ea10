// SPDX-License-Identifier: Apache-2.0
// 4.13 Repayment in equal sums (E10): what P costs per period at interest r over n periods is P · r
// / (1 − (1 + r)^−n), or P / n without interest. In whole yuan the sums are rounded, each worked
// out anew from what is still owed, and the last one clears the debt to the yuan.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "sim/random/elementary.hpp"

namespace vocational {

// (1 + rate)^exponent from basic arithmetic, the same on every machine.
inline double growth_factor(double rate, double exponent) {
    return sim::elementary::exp(exponent * sim::elementary::log(1.0 + rate));
}

inline double annuity(double principal, double rate_per_period, int periods) {
    if (rate_per_period == 0.0) {
        return principal / periods;
    }
    return principal * rate_per_period / (1.0 - growth_factor(rate_per_period, -periods));
}

// A quarter's rate that compounds to the yearly one.
inline double quarterly_rate(double yearly_rate) {
    return growth_factor(yearly_rate, 0.25) - 1.0;
}

struct Instalment {
    std::int64_t interest = 0;
    std::int64_t repayment = 0;
};

// The next payment on a debt with so many payments left, in whole yuan.
inline Instalment next_instalment(std::int64_t owed, double rate_per_period, int payments_left) {
    const auto debt = static_cast<double>(owed);
    const std::int64_t interest = std::llround(debt * rate_per_period);
    if (payments_left <= 1) {
        return {interest, owed};
    }
    const std::int64_t sum = std::llround(annuity(debt, rate_per_period, payments_left));
    return {interest, std::min(owed, std::max<std::int64_t>(0, sum - interest))};
}

}  // namespace vocational
