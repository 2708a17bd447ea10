// SPDX-License-Identifier: Apache-2.0
#include "sim/statistics/inequality.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace sim {

double gini(std::span<const double> values, std::span<const double> weights) {
    SIM_EXPECT(values.size() == weights.size());
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Ties go by place, so that the order and with it the bits are always the same.
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return values[a] != values[b] ? values[a] < values[b] : a < b;
    });
    return gini_of_sorted(
        order.size(), [&](std::size_t i) { return values[order[i]]; },
        [&](std::size_t i) { return weights[order[i]]; });
}

}  // namespace sim
