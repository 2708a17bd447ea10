// SPDX-License-Identifier: Apache-2.0
// Effects on headline values and what pairing spares.
#include "sim/sweep/comparison/headline_effect.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

TEST(VarianceSaved, AllWhereDrawsMoveTogether) {
    EXPECT_DOUBLE_EQ(variance_saved({1.0, 5.0, 2.0}, {2.0, 6.0, 3.0}), 1.0);
    EXPECT_NEAR(variance_saved({1.0, 2.0, 3.0}, {3.0, 2.0, 1.0}), -1.0, 1e-15);
    // Covariance 0: as good as independent.
    EXPECT_NEAR(variance_saved({1.0, 1.0, -1.0, -1.0}, {1.0, -1.0, 1.0, -1.0}), 0.0, 1e-15);
}

TEST(VarianceSaved, LeavesOutPairsThatAreNotWhole) {
    EXPECT_DOUBLE_EQ(variance_saved({1.0, missing, 5.0, 2.0}, {2.0, 9.0, 6.0, 3.0}), 1.0);
    EXPECT_TRUE(std::isnan(variance_saved({1.0, missing}, {2.0, 3.0})));
    EXPECT_TRUE(std::isnan(variance_saved({1.0, 1.0}, {2.0, 2.0})));
}

TEST(HeadlineEffect, IsPairedAndHasItsWord) {
    std::vector<HeadlineValues> base, alternative;
    for (int r = 0; r < 10; ++r) {
        base.push_back({100.0 * r});
        alternative.push_back({100.0 * r + 1.0 + 0.01 * (r % 2)});
    }
    const HeadlineEffect effect = headline_effect(base, alternative, 0);
    EXPECT_NEAR(effect.difference.mean, 1.005, 1e-12);
    EXPECT_EQ(effect.likelihood, "very unlikely");
    EXPECT_GT(effect.variance_saved, 0.999);
    EXPECT_EQ(headline_effect(base, base, 0).likelihood, "");  // nothing differs
    EXPECT_EQ(headline_effect(alternative, base, 0).likelihood, "very likely");
}

}  // namespace
}  // namespace sim::testing
