// SPDX-License-Identifier: Apache-2.0
#include "sim/statistics/morris_effects.hpp"

#include <gtest/gtest.h>

namespace sim {
namespace {

// Two trajectories of y = 2 x1 + x1 x2 by hand: (0, 0) → (1, 0) → (1, 1) and (1, 1) → (1, 0) → (0,
// 0).
TEST(MorrisEffects, AreDifferencesPerStep) {
    const std::vector<double> outcomes{0.0, 2.0, 3.0, 3.0, 2.0, 0.0};
    const std::vector<MorrisMove> moves{{0, 1.0}, {1, 1.0}, {1, -1.0}, {0, -1.0}};
    const MorrisEffects effects = morris_effects(outcomes, moves, 2, 100, 1);
    EXPECT_EQ(effects.used, 2U);
    EXPECT_EQ(effects.mu, (std::vector<double>{2.0, 1.0}));
    EXPECT_EQ(effects.mu_star[0].value, 2.0);
    EXPECT_EQ(effects.mu_star[0].low, 2.0);
    EXPECT_EQ(effects.sigma, (std::vector<double>{0.0, 0.0}));
}

TEST(MorrisEffects, OfOppositeSignCancelInMuAlone) {
    const std::vector<double> outcomes{0.0, 4.0, 0.0, -2.0};
    const std::vector<MorrisMove> moves{{0, 0.5}, {0, 0.5}};
    const MorrisEffects effects = morris_effects(outcomes, moves, 1, 100, 1);
    EXPECT_DOUBLE_EQ(effects.mu[0], 2.0);
    EXPECT_DOUBLE_EQ(effects.mu_star[0].value, 6.0);
    EXPECT_DOUBLE_EQ(effects.sigma[0], std::sqrt(72.0));
    EXPECT_GE(effects.mu_star[0].low, 4.0);
    EXPECT_LE(effects.mu_star[0].high, 8.0);
}

TEST(MorrisEffects, LeaveOutTrajectoriesThatAreNotWhole) {
    const double gap = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> outcomes{0.0, 4.0, gap, -2.0};
    const std::vector<MorrisMove> moves{{0, 0.5}, {0, 0.5}};
    const MorrisEffects effects = morris_effects(outcomes, moves, 1, 100, 1);
    EXPECT_EQ(effects.used, 1U);
    EXPECT_EQ(effects.mu[0], 8.0);
}

}  // namespace
}  // namespace sim
