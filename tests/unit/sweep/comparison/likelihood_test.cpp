// SPDX-License-Identifier: Apache-2.0
// Words for shares of draws: their bounds, and that few draws do not claim much.
#include "sim/sweep/comparison/likelihood.hpp"

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

TEST(Likelihood, BoundsOfTheGuidanceNote) {
    constexpr std::size_t many = 1000;
    EXPECT_EQ(likelihood_of(0.0, many), "exceptionally unlikely");
    EXPECT_EQ(likelihood_of(0.01, many), "exceptionally unlikely");
    EXPECT_EQ(likelihood_of(0.011, many), "very unlikely");
    EXPECT_EQ(likelihood_of(0.10, many), "very unlikely");
    EXPECT_EQ(likelihood_of(0.2, many), "unlikely");
    EXPECT_EQ(likelihood_of(0.5, many), "about as likely as not");
    EXPECT_EQ(likelihood_of(0.66, many), "likely");
    EXPECT_EQ(likelihood_of(0.9, many), "very likely");
    EXPECT_EQ(likelihood_of(0.989, many), "very likely");
    EXPECT_EQ(likelihood_of(0.99, many), "virtually certain");
    EXPECT_EQ(likelihood_of(1.0, many), "virtually certain");
}

TEST(Likelihood, FewDrawsClaimLess) {
    EXPECT_EQ(likelihood_of(0.0, 100), "exceptionally unlikely");
    EXPECT_EQ(likelihood_of(0.0, 99), "very unlikely");
    EXPECT_EQ(likelihood_of(0.0, 10), "very unlikely");
    EXPECT_EQ(likelihood_of(1.0, 10), "very likely");
    EXPECT_EQ(likelihood_of(0.0, 9), "unlikely");
    EXPECT_EQ(likelihood_of(1.0, 4), "likely");
    EXPECT_EQ(likelihood_of(1.0, 3), "");
    EXPECT_EQ(likelihood_of(0.0, 0), "");
}

TEST(Likelihood, EveryShareHasAWord) {
    for (int share = 0; share <= 1000; ++share) {
        EXPECT_NE(likelihood_of(share / 1000.0, 1000), "") << share;
    }
}

}  // namespace
}  // namespace sim::testing
