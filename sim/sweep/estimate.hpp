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

}  // namespace sim
