// SPDX-License-Identifier: Apache-2.0
#include "sim/random/race.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "sim/random/elementary.hpp"
#include "sim/random/rng.hpp"

namespace {

using sim::may_rank_below;

sim::Rng draws(std::uint64_t number) {
    return sim::Stream(3, 0, sim::Purpose("race")).at(sim::Identity{number}, 0);
}

TEST(Race, NeverLeavesOutWhoRanksLower) {
    constexpr double never = std::numeric_limits<double>::infinity();
    sim::Rng rng = draws(1);
    for (int i = 0; i < 200'000; ++i) {
        // Close to 1 the bound is the rank itself, so what rounding does shows there.
        const double uniform = i % 2 == 0 ? rng.uniform() : 1.0 - 1e-9 * rng.uniform();
        const double weight = std::exp(20.0 * rng.normal());
        const double rank = -sim::elementary::log(uniform) * weight;
        ASSERT_TRUE(may_rank_below(std::nextafter(rank, never), uniform, weight))
            << uniform << ' ' << weight;
    }
    EXPECT_TRUE(may_rank_below(never, 0.5, 1.0));
}

TEST(Race, LeavesOutMostWhoCannotWin) {
    sim::Rng rng = draws(2);
    int tried = 0;
    for (int i = 0; i < 10'000; ++i) {
        tried += may_rank_below(0.1, rng.uniform(), 1.0) ? 1 : 0;
    }
    EXPECT_NEAR(tried, 1000, 200);  // 1 − u below 0.1
    EXPECT_FALSE(may_rank_below(1.0, 0.5, 10.0));
}

}  // namespace
