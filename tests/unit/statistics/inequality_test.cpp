// SPDX-License-Identifier: Apache-2.0
// Gini coefficient and concentration index against closed forms of distributions.
#include "sim/statistics/inequality.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "sim/random/normal.hpp"
#include "tests/support/test_random.hpp"

namespace sim::testing {
namespace {

const std::vector<double> one_each(std::size_t count) {
    return std::vector<double>(count, 1.0);
}

double gini_of(const std::vector<double>& values) {
    return gini(values, one_each(values.size()));
}

double pair_by_pair(const std::vector<double>& values, const std::vector<double>& weights) {
    double differences = 0.0;
    double total = 0.0;
    double people = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        total += weights[i] * values[i];
        people += weights[i];
        for (std::size_t j = 0; j < values.size(); ++j) {
            differences += weights[i] * weights[j] * std::abs(values[i] - values[j]);
        }
    }
    return differences / (2.0 * people * total);
}

// The quantiles of a distribution at the middles of `count` equal parts: the Gini coefficient of
// them differs from that of the distribution by no more than some 1 / count.
template <class Quantile>
std::vector<double> quantiles(std::size_t count, Quantile quantile) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
        values.push_back(quantile((static_cast<double>(i) + 0.5) / static_cast<double>(count)));
    }
    return values;
}

TEST(Gini, SmallCasesByHand) {
    EXPECT_EQ(gini_of({}), 0.0);
    EXPECT_EQ(gini_of({0.0, 0.0}), 0.0);
    EXPECT_EQ(gini_of({7.0, 7.0, 7.0}), 0.0);
    EXPECT_DOUBLE_EQ(gini_of({0.0, 12.0, 0.0, 0.0}), 0.75);
    EXPECT_DOUBLE_EQ(gini_of({3.0, 1.0, 2.0}), 2.0 / 9.0);
}

TEST(Gini, WeightsStandForPeople) {
    const std::vector<double> values{5.0, 1.0, 3.0};
    const std::vector<double> weights{2.0, 3.0, 1.0};
    EXPECT_DOUBLE_EQ(gini(values, weights), gini_of({5.0, 5.0, 1.0, 1.0, 1.0, 3.0}));
    TestRandom random(5);
    std::vector<double> more;
    std::vector<double> people;
    for (int i = 0; i < 200; ++i) {
        more.push_back(random.uniform());
        people.push_back(10.0 * random.uniform());
    }
    EXPECT_NEAR(gini(more, people), pair_by_pair(more, people), 1e-13);
}

TEST(Gini, OfAUniformDistributionIsOneThird) {
    // Exactly (n² − 1) / (3 n²) for n equal steps around the middle.
    constexpr double n = 1000.0;
    EXPECT_NEAR(gini_of(quantiles(1000, [](double p) { return p; })), (1.0 - 1.0 / (n * n)) / 3.0,
                1e-13);
}

TEST(Gini, OfAnExponentialDistributionIsOneHalf) {
    EXPECT_NEAR(gini_of(quantiles(1'000'000, [](double p) { return -std::log1p(-p); })), 0.5, 1e-6);
}

TEST(Gini, OfALogNormalDistributionIsAnErrorFunction) {
    for (const auto& [spread, known] :
         {std::pair{0.3, 0.16799597}, {0.5, 0.27632639}, {1.0, 0.52049988}}) {
        EXPECT_NEAR(std::erf(spread / 2.0), known, 5e-9);
        const double s = spread;
        const std::vector<double> values =
            quantiles(400'000, [s](double p) { return std::exp(s * normal_quantile(p)); });
        EXPECT_NEAR(gini_of(values), known, 1e-5) << spread;
    }
}

// Shares of n exponential variates (a flat Dirichlet): the mean is exactly (n − 1) / (2 n).
TEST(Gini, OfUniformSharesHasItsMean) {
    for (const int count : {2, 5, 30}) {
        TestRandom random(static_cast<std::uint32_t>(count));
        MeanOf mean;
        for (int repeat = 0; repeat < 20'000; ++repeat) {
            std::vector<double> values;
            for (int i = 0; i < count; ++i) {
                values.push_back(-std::log1p(-random.uniform()));
            }
            mean.add(gini_of(values));
        }
        EXPECT_NEAR(mean.mean(), (count - 1.0) / (2.0 * count), 3.0 * mean.standard_error())
            << count;
    }
}

TEST(ConcentrationIndex, FollowsTheRankNotTheValue) {
    const std::vector<double> weights = one_each(4);
    const std::vector<double> rising{1.0, 2.0, 3.0, 4.0};
    const std::vector<double> falling{4.0, 3.0, 2.0, 1.0};
    EXPECT_DOUBLE_EQ(concentration_index(rising, weights), gini_of(rising));
    EXPECT_DOUBLE_EQ(concentration_index(falling, weights), -gini_of(rising));
    EXPECT_EQ(concentration_index(one_each(4), weights), 0.0);
    EXPECT_EQ(concentration_index(std::vector<double>{1.0, 2.0, 2.0, 1.0}, weights), 0.0);
    EXPECT_EQ(concentration_index(std::vector<double>(4, 0.0), weights), 0.0);
}

// All to the top of n groups: 1 − 1/n; all to the bottom: the opposite.
TEST(ConcentrationIndex, ReachesItsEnds) {
    const std::vector<double> weights = one_each(5);
    EXPECT_DOUBLE_EQ(concentration_index(std::vector<double>{0, 0, 0, 0, 3}, weights), 0.8);
    EXPECT_DOUBLE_EQ(concentration_index(std::vector<double>{3, 0, 0, 0, 0}, weights), -0.8);
}

// A value a + b r that is linear in the rank r of uniform people: 2 b var(r) ÷ mean.
TEST(ConcentrationIndex, OfALineInRankIsItsSlope) {
    constexpr double a = 2.0;
    constexpr double b = 0.7;
    const std::vector<double> values = quantiles(10'000, [](double r) { return a + b * r; });
    EXPECT_NEAR(concentration_index(values, one_each(values.size())),
                2.0 * b / 12.0 / (a + 0.5 * b), 1e-8);
}

// Fifths of different sizes: the same as their people one by one, with a shared middle rank.
TEST(ConcentrationIndex, GroupsShareTheirMiddleRank) {
    const std::vector<double> values{0.2, 0.5, 0.4};
    const std::vector<double> weights{10.0, 30.0, 20.0};
    double covariance = 0.0;
    double mean = 0.0;
    double below = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double rank = (below + 0.5 * weights[i]) / 60.0;
        covariance += weights[i] / 60.0 * values[i] * (rank - 0.5);
        mean += weights[i] / 60.0 * values[i];
        below += weights[i];
    }
    EXPECT_NEAR(concentration_index(values, weights), 2.0 * covariance / mean, 1e-15);
}

}  // namespace
}  // namespace sim::testing
