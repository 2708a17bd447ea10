// SPDX-License-Identifier: Apache-2.0
// Shapley values: what each player adds to a coalition, mean over all orders in which they can
// come. Exact from the values of all coalitions, or estimated from some orders; either way the
// shares add up to the value of everybody together. A coalition is a set of players as bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/random/rng.hpp"

namespace sim {

using Coalition = std::uint64_t;
inline constexpr std::size_t most_players = 63;

constexpr Coalition coalition_of(std::size_t player) {
    return Coalition{1} << player;
}
constexpr Coalition everybody(std::size_t players) {
    return (Coalition{1} << players) - 1;
}

// The value of a coalition; that of nobody is 0.
using CoalitionValue = std::function<double(Coalition)>;

// Asks for each coalition of the players.
std::vector<double> shapley_values(std::size_t players, const CoalitionValue& value);

// An order in which players come, and its reverse: what one says too much of early comers the other
// says too little.
struct OrderPair {
    std::vector<std::size_t> order;

    // The coalitions that are met on the way, of more than `least` players and fewer than
    // `players` − `least`.
    std::vector<Coalition> coalitions(std::size_t least) const;
    // What each player adds, mean of both orders; adds up to the value of everybody.
    std::vector<double> contributions(const CoalitionValue& value) const;
};

OrderPair draw_order(std::size_t players, Rng& rng);

// Mean over the orders, and the standard error that comes of not taking them all; NaN for one pair.
struct SampledShapley {
    std::vector<double> values;
    std::vector<double> errors;
};
SampledShapley sampled_shapley(const std::vector<OrderPair>& pairs, const CoalitionValue& value);

}  // namespace sim
