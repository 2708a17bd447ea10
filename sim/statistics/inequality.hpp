// SPDX-License-Identifier: Apache-2.0
// Inequality of values held by people who stand in an order: the concentration index, which is the
// Gini coefficient where the order is that of the values themselves. Population formulas, with
// weights for people. Sums run in the order given, so the same order gives the same bits.
#pragma once

#include <cstddef>
#include <span>

#include "sim/core/contract.hpp"

namespace sim {

// 2 cov(value, rank) ÷ mean over people, from `size` groups in rising order of rank: value_at(i) is
// what each of weight_at(i) people of group i holds, and all of a group share its middle rank.
// Whoever ties in rank belongs into one group. In [−1, 1]: positive if those of high rank hold
// more; 0 if nobody holds anything or the values add up to nothing.
template <class ValueAt, class WeightAt>
double concentration_index(std::size_t size, ValueAt&& value_at, WeightAt&& weight_at) {
    double people = 0.0;
    for (std::size_t i = 0; i < size; ++i) {
        people += weight_at(i);
    }
    double below = 0.0;
    double weighted = 0.0;
    double total = 0.0;
    for (std::size_t i = 0; i < size; ++i) {
        const double weight = weight_at(i);
        const double held = weight * value_at(i);
        weighted += held * (2.0 * below + weight - people);
        total += held;
        below += weight;
    }
    return total > 0.0 ? weighted / (people * total) : 0.0;
}

// The same from columns, such as outcomes of fifths of families by status, lowest first.
inline double concentration_index(std::span<const double> values, std::span<const double> weights) {
    SIM_EXPECT(values.size() == weights.size());
    return concentration_index(
        values.size(), [&](std::size_t i) { return values[i]; },
        [&](std::size_t i) { return weights[i]; });
}

// Gini coefficient Σ_i Σ_j |x_i − x_j| ÷ (2 n² mean) of values at or above 0, in rising order.
template <class ValueAt, class WeightAt>
double gini_of_sorted(std::size_t size, ValueAt&& value_at, WeightAt&& weight_at) {
    return concentration_index(size, value_at, weight_at);
}

// Gini coefficient of values in any order, each held by a weight of people.
double gini(std::span<const double> values, std::span<const double> weights);

}  // namespace sim
