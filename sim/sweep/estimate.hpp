// SPDX-License-Identifier: Apache-2.0
// A mean over draws with its 95 % Student-t interval. NaN draws are left out: a ratio without a
// denominator says nothing about the mean.
#pragma once

#include <cstddef>
#include <span>

namespace sim {

struct Estimate {
    double mean;
    double low;  // of the 95 % interval; NaN with fewer than two draws
    double high;
    double share_below_zero;
    std::size_t draws;  // that are not NaN; with none everything is NaN
};

Estimate estimate(std::span<const double> draws);

// Mean of the numerators over mean of the denominators with Fieller's 95 % interval; both have a
// value for each draw. Where the interval of the denominator is not wholly above zero, or unknown,
// there is no ratio: everything is NaN, draws 0. share_below_zero is of the draws' own ratios.
Estimate ratio_estimate(std::span<const double> numerators, std::span<const double> denominators);

}  // namespace sim
