// SPDX-License-Identifier: Apache-2.0
// Shapley values: games whose values are known, and that shares add up however they are found.
#include "sim/statistics/shapley.hpp"

#include <bit>
#include <cmath>
#include <map>
#include <numeric>

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

double total(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

bool has(Coalition coalition, std::size_t player) {
    return (coalition & coalition_of(player)) != 0;
}

// Player 0 has a left glove, 1 and 2 have right ones; a pair is worth 1.
double gloves(Coalition coalition) {
    return has(coalition, 0) && (has(coalition, 1) || has(coalition, 2)) ? 1.0 : 0.0;
}

// Any game: a number for each coalition that depends on nothing else.
double any_game(Coalition coalition) {
    return coalition == 0 ? 0.0 : std::sin(7.0 * static_cast<double>(coalition)) * 3.0;
}

TEST(Shapley, GloveGame) {
    const std::vector<double> values = shapley_values(3, gloves);
    EXPECT_NEAR(values[0], 2.0 / 3.0, 1e-15);
    EXPECT_NEAR(values[1], 1.0 / 6.0, 1e-15);
    EXPECT_NEAR(values[2], 1.0 / 6.0, 1e-15);
}

TEST(Shapley, AdditiveGameGivesEachItsOwn) {
    const std::vector<double> own{1.5, -2.0, 0.0, 4.0};
    const auto value = [&](Coalition coalition) {
        double sum = 0.0;
        for (std::size_t player = 0; player < own.size(); ++player) {
            sum += has(coalition, player) ? own[player] : 0.0;
        }
        return sum;
    };
    const std::vector<double> values = shapley_values(own.size(), value);
    Rng rng(1, Identity{0}, 0);
    const std::vector<double> sampled =
        sampled_shapley({draw_order(own.size(), rng)}, value).values;
    for (std::size_t player = 0; player < own.size(); ++player) {
        EXPECT_NEAR(values[player], own[player], 1e-14);
        EXPECT_NEAR(sampled[player], own[player], 1e-14);
    }
}

TEST(Shapley, SharesAddUpToEverybody) {
    for (std::size_t players = 1; players <= 9; ++players) {
        const double all = any_game(everybody(players));
        EXPECT_NEAR(total(shapley_values(players, any_game)), all, 1e-12);
        Rng rng(5, Identity{players}, 0);
        const std::vector<OrderPair> pairs{draw_order(players, rng), draw_order(players, rng)};
        EXPECT_NEAR(total(sampled_shapley(pairs, any_game).values), all, 1e-12);
    }
}

TEST(Shapley, SampledValuesMeetTheExactOnesWithinTheirErrors) {
    constexpr std::size_t players = 7;
    const std::vector<double> exact = shapley_values(players, any_game);
    std::vector<OrderPair> pairs;
    for (std::uint64_t i = 0; i < 2000; ++i) {
        Rng rng(11, Identity{i}, 0);
        pairs.push_back(draw_order(players, rng));
    }
    const SampledShapley sampled = sampled_shapley(pairs, any_game);
    for (std::size_t player = 0; player < players; ++player) {
        EXPECT_GT(sampled.errors[player], 0.0);
        EXPECT_NEAR(sampled.values[player], exact[player], 4.0 * sampled.errors[player]);
    }
}

TEST(Shapley, OrdersAskForTheCoalitionsTheyName) {
    constexpr std::size_t players = 8;
    Rng rng(3, Identity{0}, 0);
    const OrderPair pair = draw_order(players, rng);
    std::map<Coalition, double> known;
    for (const Coalition coalition : pair.coalitions(1)) {
        known[coalition] = any_game(coalition);
    }
    EXPECT_EQ(known.size(), 2 * (players - 3));
    EXPECT_NO_THROW(static_cast<void>(pair.contributions([&](Coalition coalition) {
        const auto size = static_cast<std::size_t>(std::popcount(coalition));
        return size <= 1 || size >= players - 1 ? any_game(coalition) : known.at(coalition);
    })));
}

}  // namespace
}  // namespace sim::testing
