// SPDX-License-Identifier: Apache-2.0
// An estimate with the 95 % interval that bootstrap gives it.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace sim {

struct IntervalEstimate {
    double value = std::numeric_limits<double>::quiet_NaN();
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};

// The middle 95 % of what resamples gave; draws that are missing are left out.
inline IntervalEstimate percentile_interval(double value, std::vector<double> draws) {
    std::erase_if(draws, [](double draw) { return std::isnan(draw); });
    IntervalEstimate estimate{value};
    if (draws.size() < 2) {
        return estimate;
    }
    std::sort(draws.begin(), draws.end());
    const auto at = [&](double share) {
        const double place = share * static_cast<double>(draws.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const std::size_t above = std::min(below + 1, draws.size() - 1);
        const double weight = place - static_cast<double>(below);
        return draws[below] * (1.0 - weight) + draws[above] * weight;
    };
    estimate.low = at(0.025);
    estimate.high = at(0.975);
    return estimate;
}

}  // namespace sim
