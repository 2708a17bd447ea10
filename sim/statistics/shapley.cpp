// SPDX-License-Identifier: Apache-2.0
#include "sim/statistics/shapley.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "sim/core/contract.hpp"

namespace sim {

namespace {

// Adds what each player adds to those before, times `weight`.
void add_contributions(const std::vector<std::size_t>& order, const CoalitionValue& value,
                       double weight, std::vector<double>& sums) {
    Coalition present = 0;
    double before = 0.0;
    for (const std::size_t player : order) {
        present |= coalition_of(player);
        const double after = value(present);
        sums[player] += weight * (after - before);
        before = after;
    }
}

}  // namespace

// Weight of a coalition of size s that a player joins: s! (k − s − 1)! ÷ k!.
std::vector<double> shapley_values(std::size_t players, const CoalitionValue& value) {
    constexpr std::size_t most = 20;  // coalitions are 2^players
    SIM_EXPECT(players >= 1 && players <= most);
    const Coalition all = everybody(players);
    std::vector<double> values(all + 1, 0.0);
    for (Coalition coalition = 1; coalition <= all; ++coalition) {
        values[coalition] = value(coalition);
    }
    std::vector<double> weights(players);
    weights[0] = 1.0 / static_cast<double>(players);
    for (std::size_t size = 1; size < players; ++size) {
        weights[size] =
            weights[size - 1] * static_cast<double>(size) / static_cast<double>(players - size);
    }
    std::vector<double> shares(players, 0.0);
    for (Coalition coalition = 0; coalition < all; ++coalition) {
        const double weight = weights[static_cast<std::size_t>(std::popcount(coalition))];
        for (std::size_t player = 0; player < players; ++player) {
            if ((coalition & coalition_of(player)) == 0) {
                shares[player] +=
                    weight * (values[coalition | coalition_of(player)] - values[coalition]);
            }
        }
    }
    return shares;
}

std::vector<Coalition> OrderPair::coalitions(std::size_t least) const {
    std::vector<Coalition> met;
    const Coalition all = everybody(order.size());
    Coalition present = 0;
    for (std::size_t size = 1; size < order.size(); ++size) {
        present |= coalition_of(order[size - 1]);
        if (size > least && size + least < order.size()) {
            met.push_back(present);
            met.push_back(all & ~present);  // of the reverse, which has as many to come
        }
    }
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    return met;
}

std::vector<double> OrderPair::contributions(const CoalitionValue& value) const {
    std::vector<double> sums(order.size(), 0.0);
    add_contributions(order, value, 0.5, sums);
    add_contributions({order.rbegin(), order.rend()}, value, 0.5, sums);
    return sums;
}

OrderPair draw_order(std::size_t players, Rng& rng) {
    OrderPair pair{std::vector<std::size_t>(players)};
    std::iota(pair.order.begin(), pair.order.end(), std::size_t{0});
    for (std::size_t i = players; i > 1; --i) {
        std::swap(pair.order[i - 1], pair.order[rng.below(static_cast<std::uint32_t>(i))]);
    }
    return pair;
}

SampledShapley sampled_shapley(const std::vector<OrderPair>& pairs, const CoalitionValue& value) {
    SIM_EXPECT(!pairs.empty());
    const std::size_t players = pairs.front().order.size();
    const auto n = static_cast<double>(pairs.size());
    std::vector<std::vector<double>> draws;
    SampledShapley result{std::vector<double>(players, 0.0), std::vector<double>(players, 0.0)};
    for (const OrderPair& pair : pairs) {
        draws.push_back(pair.contributions(value));
        for (std::size_t player = 0; player < players; ++player) {
            result.values[player] += draws.back()[player] / n;
        }
    }
    for (std::size_t player = 0; player < players; ++player) {
        double squares = 0.0;
        for (const std::vector<double>& draw : draws) {
            squares +=
                (draw[player] - result.values[player]) * (draw[player] - result.values[player]);
        }
        result.errors[player] = pairs.size() > 1 ? std::sqrt(squares / (n - 1.0) / n)
                                                 : std::numeric_limits<double>::quiet_NaN();
    }
    return result;
}

}  // namespace sim
