// SPDX-License-Identifier: Apache-2.0
// The tests of the tests: p-values agree with published laws, are uniform when the claim holds, and
// are tiny when it does not. Numbers come from a generator that is not the engine's.
#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "sim/core/contract.hpp"
#include "tests/support/statistics.hpp"
#include "tests/support/test_random.hpp"

namespace sim::testing {
namespace {

const Cdf uniform_cdf = [](double u) { return u; };

std::vector<double> uniforms(TestRandom& random, std::size_t count) {
    std::vector<double> values(count);
    for (double& value : values) {
        value = random.uniform() + 0x1p-54;
    }
    return values;
}

// Midpoints of `count` cells to a power: a sample with a known distance from uniform.
std::vector<double> bent_grid(std::size_t count, double power) {
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = std::pow((static_cast<double>(i) + 0.5) / static_cast<double>(count), power);
    }
    return values;
}

std::vector<double> to_power(std::vector<double> values, double power) {
    for (double& value : values) {
        value = std::pow(value, power);
    }
    return values;
}

// The expected values of the next three tests were computed with SciPy 1.10.
TEST(RandomStatistics, KolmogorovSmirnovAgreesWithTheExactLaw) {
    EXPECT_NEAR(ks_p_value(bent_grid(100, 1.1), uniform_cdf), 0.99523, 5e-3);
    EXPECT_NEAR(ks_p_value(bent_grid(100, 1.3), uniform_cdf), 0.24022, 5e-3);
}

TEST(RandomStatistics, ChiSquareAgreesWithTheReference) {
    const std::vector<std::uint64_t> counts = {110, 95, 88, 107, 120, 80};
    const std::vector<double> equal(6, 1.0 / 6.0);
    EXPECT_NEAR(chi_square_p_value(counts, equal), 0.04792563158503227, 1e-12);
}

TEST(RandomStatistics, CorrelationAgreesWithTheReference) {
    std::vector<double> first;
    std::vector<double> second;
    for (int i = 0; i < 50; ++i) {
        first.push_back(i);
        second.push_back(std::cos(i) + i / 50.0);
    }
    EXPECT_NEAR(correlation_p_value(first, second), 0.019475370715530814, 1e-12);
}

TEST(RandomStatistics, NormalTailsAgreeWithTables) {
    EXPECT_NEAR(normal_p_value(1.959963984540054), 0.05, 1e-12);
    EXPECT_NEAR(normal_p_value(-5.0), 5.733031437583866e-07, 1e-18);
    EXPECT_EQ(normal_p_value(0.0), 1.0);
}

// Critical values of the limit of the Anderson-Darling statistic: 1.933, 2.492 and 3.878 at 10,
// 5 and 1 per cent. The powers were chosen to give these values.
TEST(RandomStatistics, AndersonDarlingAgreesWithTheTable) {
    const auto statistic = [](const std::vector<double>& sorted) {
        const auto n = static_cast<double>(sorted.size());
        double sum = 0.0;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            sum += (2.0 * static_cast<double>(i) + 1.0) *
                   std::log(sorted[i] * (1.0 - sorted[sorted.size() - 1 - i]));
        }
        return -n - sum / n;
    };
    struct Critical {
        double statistic;
        double p;
    };
    for (const Critical& row : {Critical{1.933, 0.10}, {2.492, 0.05}, {3.878, 0.01}}) {
        double low = 1.0;
        double high = 2.0;
        for (int step = 0; step < 60; ++step) {
            const double middle = 0.5 * (low + high);
            (statistic(bent_grid(400, middle)) < row.statistic ? low : high) = middle;
        }
        EXPECT_NEAR(anderson_darling_p_value(bent_grid(400, low), uniform_cdf), row.p,
                    0.02 * row.p);
    }
}

TEST(RandomStatistics, PValuesAreUniformWhereTheClaimHolds) {
    TestRandom random(20220901);
    std::vector<double> ks;
    std::vector<double> anderson_darling;
    std::vector<double> chi_square;
    std::vector<double> mean;
    std::vector<double> correlation;
    std::vector<double> pair;
    for (int repeat = 0; repeat < 1000; ++repeat) {
        const std::vector<double> first = uniforms(random, 400);
        const std::vector<double> second = uniforms(random, 400);
        ks.push_back(ks_p_value(first, uniform_cdf));
        anderson_darling.push_back(anderson_darling_p_value(first, uniform_cdf));
        mean.push_back(mean_p_value(first, 0.5, std::sqrt(1.0 / 12.0)));
        correlation.push_back(correlation_p_value(first, second));
        pair.push_back(pair_p_value(first, second, 6));
        std::vector<std::uint64_t> cells;
        for (const double value : first) {
            cells.push_back(static_cast<std::uint64_t>(12.0 * value));
        }
        chi_square.push_back(chi_square_p_value(cells, 12, [](std::uint64_t) { return 1.0 / 12; }));
    }
    for (const std::vector<double>* p_values :
         {&ks, &anderson_darling, &chi_square, &mean, &correlation, &pair}) {
        EXPECT_GT(uniformity_p_value(*p_values), 1e-3);
    }
}

TEST(RandomStatistics, AWrongDistributionIsRejected) {
    TestRandom random(7);
    const std::vector<double> bent = to_power(uniforms(random, 20'000), 1.06);
    EXPECT_LT(ks_p_value(bent, uniform_cdf), 1e-6);
    EXPECT_LT(anderson_darling_p_value(bent, uniform_cdf), 1e-6);
    EXPECT_LT(mean_p_value(bent, 0.5, std::sqrt(1.0 / 12.0)), 1e-6);
    std::vector<std::uint64_t> cells;
    for (const double value : bent) {
        cells.push_back(static_cast<std::uint64_t>(10.0 * value));
    }
    EXPECT_LT(chi_square_p_value(cells, 10, [](std::uint64_t) { return 0.1; }), 1e-6);
}

// A grid without noise, so that the missing tail is all there is to see: its Anderson-Darling
// statistic is about 10.2 (p = 1e-5), its Kolmogorov-Smirnov statistic 1.41 (p = 0.04).
TEST(RandomStatistics, AMissingTailIsSeenBestByAndersonDarling) {
    std::vector<double> values = bent_grid(20'000, 1.0);
    EXPECT_GT(anderson_darling_p_value(values, uniform_cdf), 0.99);
    for (double& value : values) {  // nothing below one in a hundred
        value = value < 0.01 ? value + 0.5 : value;
    }
    EXPECT_LT(anderson_darling_p_value(values, uniform_cdf), 1e-4);
    EXPECT_NEAR(ks_p_value(values, uniform_cdf), 0.0366, 0.002);
}

TEST(RandomStatistics, DependenceIsRejected) {
    TestRandom random(9);
    const std::vector<double> first = uniforms(random, 20'000);
    const std::vector<double> noise = uniforms(random, 20'000);
    std::vector<double> near;
    std::vector<double> folded;  // uncorrelated, yet a function of the first
    for (std::size_t i = 0; i < first.size(); ++i) {
        near.push_back(0.1 * first[i] + 0.9 * noise[i]);
        folded.push_back(std::abs(2.0 * first[i] - 1.0));
    }
    EXPECT_LT(correlation_p_value(first, near), 1e-6);
    EXPECT_GT(correlation_p_value(first, folded), 1e-3);
    EXPECT_LT(pair_p_value(first, folded, 8), 1e-6);
}

TEST(RandomStatistics, PValuesTooSmallOrTooGoodAreRejected) {
    TestRandom random(10);
    EXPECT_GT(uniformity_p_value(uniforms(random, 300)), 1e-3);
    EXPECT_LT(uniformity_p_value(to_power(uniforms(random, 300), 2.0)), 1e-6);
    EXPECT_LT(uniformity_p_value(to_power(uniforms(random, 300), 0.5)), 1e-6);
    EXPECT_LT(uniformity_p_value(std::vector<double>(300, 0.5)), 1e-6);
}

TEST(RandomStatistics, AnImpossibleCountIsRejected) {
    const std::vector<std::uint64_t> counts = {1, 500, 500};
    const std::vector<double> probabilities = {0.0, 0.5, 0.5};
    EXPECT_EQ(chi_square_p_value(counts, probabilities), 0.0);
}

TEST(RandomStatistics, TooLittleDataIsRefused) {
    EXPECT_THROW(ks_p_value({}, uniform_cdf), ContractError);
    const std::vector<std::uint64_t> counts = {3, 4};
    const std::vector<double> probabilities = {0.5, 0.5};
    EXPECT_THROW(chi_square_p_value(counts, probabilities), ContractError);
}

}  // namespace
}  // namespace sim::testing
