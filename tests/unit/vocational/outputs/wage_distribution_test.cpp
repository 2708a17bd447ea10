// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/phases/census/census_wages.hpp"

namespace {

using vocational::RankSums;
using vocational::Wage;
using vocational::WageBins;

std::vector<std::int32_t> bins_of(const std::vector<double>& wages) {
    std::vector<std::int32_t> bins(WageBins::size, 0);
    for (const double wage : wages) {
        ++bins[WageBins::of(Wage(wage))];
    }
    return bins;
}

double gini_pair_by_pair(const std::vector<double>& wages) {
    double differences = 0.0;
    double total = 0.0;
    for (const double a : wages) {
        total += a;
        for (const double b : wages) {
            differences += std::abs(a - b);
        }
    }
    return differences / (2.0 * static_cast<double>(wages.size()) * total);
}

TEST(WageBins, CoverEveryWageInOrderAndTightly) {
    std::size_t last = 0;
    for (std::uint32_t count = 0; count < 65536; ++count) {
        const Wage wage = Wage::from_count(static_cast<std::uint16_t>(count));
        const std::size_t bin = WageBins::of(wage);
        ASSERT_TRUE(bin == last || bin == last + 1) << count;
        last = bin;
        const double error = std::abs(WageBins::middle(bin) - wage);
        ASSERT_LE(error, count < 512 ? 0.0 : 0.002 * wage) << count;
    }
    EXPECT_EQ(last + 1, WageBins::size);
}

TEST(WageGini, AgreesWithPairsOfPeople) {
    EXPECT_EQ(vocational::gini_of(bins_of({30'000, 30'000, 30'000})), 0.0);
    EXPECT_EQ(vocational::gini_of(bins_of({})), 0.0);
    EXPECT_EQ(vocational::gini_of(bins_of({0, 0})), 0.0);
    EXPECT_DOUBLE_EQ(vocational::gini_of(bins_of({10'000, 30'000})), 0.25);
    const std::vector<double> exact{12'300, 50'000, 27'700, 27'700, 44'100};
    EXPECT_NEAR(vocational::gini_of(bins_of(exact)), gini_pair_by_pair(exact), 1e-12);
    const std::vector<double> wide{24'000, 61'300, 77'700, 120'400, 480'000, 2'500'000, 61'300};
    EXPECT_NEAR(vocational::gini_of(bins_of(wide)), gini_pair_by_pair(wide), 2e-3);
}

TEST(WagePercentiles, AreThoseOfTheMiddlePerson) {
    const std::vector<std::int32_t> bins = bins_of({20'000, 30'000, 30'000, 40'000});
    const std::vector<std::int32_t> percentiles = vocational::percentiles_of(bins);
    EXPECT_EQ(percentiles[WageBins::of(Wage(20'000.0))], 1250);
    EXPECT_EQ(percentiles[WageBins::of(Wage(30'000.0))], 5000);
    EXPECT_EQ(percentiles[WageBins::of(Wage(40'000.0))], 8750);
}

TEST(RankSlope, IsLeastSquares) {
    RankSums sums;
    sums.add(10, 2000);
    EXPECT_FALSE(sums.has_slope());
    sums.add(10, 3000);
    EXPECT_FALSE(sums.has_slope());  // all families alike
    sums.add(40, 4000);
    sums.add(40, 6000);
    EXPECT_TRUE(sums.has_slope());
    EXPECT_NEAR(sums.slope(), (50.0 - 25.0) / 30.0, 1e-12);
    RankSums twice = sums;
    twice.add(sums);
    EXPECT_EQ(twice.people, 8);
    EXPECT_NEAR(twice.slope(), sums.slope(), 1e-12);
}

}  // namespace
