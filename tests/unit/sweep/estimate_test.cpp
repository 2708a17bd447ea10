// SPDX-License-Identifier: Apache-2.0
// Means with Student-t intervals: textbook values, missing draws, and how often a nominal 95 %
// interval of paired differences covers the truth.
#include "sim/sweep/estimate.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "sim/random/rng.hpp"

namespace sim::testing {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

TEST(Estimate, HasTheIntervalOfStudent) {
    // Mean 3, standard deviation sqrt(2.5), t(0.975; 4) = 2.7764451052.
    const Estimate e = estimate(std::vector<double>{1.0, 2.0, 3.0, 4.0, 5.0});
    const double half = 2.7764451052 * std::sqrt(2.5 / 5.0);
    EXPECT_DOUBLE_EQ(e.mean, 3.0);
    EXPECT_NEAR(e.low, 3.0 - half, 1e-9);
    EXPECT_NEAR(e.high, 3.0 + half, 1e-9);
    EXPECT_EQ(e.share_below_zero, 0.0);
    EXPECT_EQ(e.draws, 5U);
}

TEST(RatioEstimate, HasTheIntervalOfFieller) {
    const std::vector<double> above{2.0, 3.5, 4.5, 6.0};
    const std::vector<double> below{1.0, 2.0, 2.0, 3.0};
    const Estimate e = ratio_estimate(above, below);
    EXPECT_DOUBLE_EQ(e.mean, 2.0);
    // The ends are the ratios at which the interval of above - ratio * below touches zero.
    for (const double end : {e.low, e.high}) {
        std::vector<double> rest;
        for (std::size_t i = 0; i < above.size(); ++i) {
            rest.push_back(above[i] - end * below[i]);
        }
        const Estimate at = estimate(rest);
        EXPECT_NEAR(std::min(std::abs(at.low), std::abs(at.high)), 0.0, 1e-9) << end;
    }
    EXPECT_LT(e.low, 2.0);
    EXPECT_GT(e.high, 2.0);
    EXPECT_EQ(e.draws, 4U);
}

TEST(RatioEstimate, IsNoneUnlessTheDenominatorIsSurelyAboveZero) {
    const std::vector<double> above{1.0, 2.0, 3.0};
    for (const std::vector<double>& below :
         {std::vector<double>{-1.0, 0.5, 2.0}, std::vector<double>{-3.0, -2.9, -3.1},
          std::vector<double>{0.0, 0.0, 0.0}, std::vector<double>{missing, 1.0, 1.0}}) {
        EXPECT_EQ(ratio_estimate(above, below).draws, 0U);
        EXPECT_TRUE(std::isnan(ratio_estimate(above, below).mean));
    }
    EXPECT_EQ(ratio_estimate(std::vector<double>{1.0}, std::vector<double>{1.0}).draws, 0U)
        << "one draw has no interval";
    const Estimate certain =
        ratio_estimate(std::vector<double>{4.0, 4.0}, std::vector<double>{2.0, 2.0});
    EXPECT_EQ(certain.low, 2.0);
    EXPECT_EQ(certain.high, 2.0);
}

TEST(Estimate, LeavesMissingDrawsOut) {
    const Estimate with = estimate(std::vector<double>{missing, -1.0, missing, 2.0, 4.0});
    const Estimate without = estimate(std::vector<double>{-1.0, 2.0, 4.0});
    EXPECT_EQ(with.mean, without.mean);
    EXPECT_EQ(with.low, without.low);
    EXPECT_EQ(with.high, without.high);
    EXPECT_DOUBLE_EQ(with.share_below_zero, 1.0 / 3.0);
    EXPECT_EQ(with.draws, 3U);
}

TEST(Estimate, SaysNothingItDoesNotKnow) {
    const Estimate none = estimate(std::vector<double>{missing, missing});
    EXPECT_TRUE(std::isnan(none.mean) && std::isnan(none.low) && std::isnan(none.high) &&
                std::isnan(none.share_below_zero));
    const Estimate one = estimate(std::vector<double>{-2.0});
    EXPECT_EQ(one.mean, -2.0);
    EXPECT_EQ(one.share_below_zero, 1.0);
    EXPECT_TRUE(std::isnan(one.low) && std::isnan(one.high));
}

TEST(Estimate, ZerosAreExactlyZero) {
    const Estimate e = estimate(std::vector<double>(7, 0.0));
    EXPECT_EQ(e.mean, 0.0);
    EXPECT_EQ(e.low, 0.0);
    EXPECT_EQ(e.high, 0.0);
    EXPECT_EQ(e.share_below_zero, 0.0);
}

// A toy policy adds 0.5 to what common random numbers share; its own noise remains in the
// difference. 93.6 to 96.4 % are two standard errors of 1,000 repeats around 95 %.
TEST(Estimate, IntervalsOfPairedDifferencesCoverTheTruth) {
    constexpr double effect = 0.5;
    constexpr std::uint32_t repeats = 1000;
    int covered = 0;
    for (std::uint32_t repeat = 0; repeat < repeats; ++repeat) {
        std::vector<double> differences;
        for (std::uint64_t replicate = 0; replicate < 8; ++replicate) {
            const Stream stream(17, repeat, Purpose("toy_policy"));
            Rng rng = stream.at(Identity{replicate}, 0);
            const double shared = 10.0 * rng.normal();
            const double base = shared + rng.normal();
            const double alternative = shared + effect + rng.normal();
            differences.push_back(alternative - base);
        }
        const Estimate e = estimate(differences);
        covered += e.low <= effect && effect <= e.high ? 1 : 0;
    }
    EXPECT_GE(covered, 936);
    EXPECT_LE(covered, 964);
}

}  // namespace
}  // namespace sim::testing
