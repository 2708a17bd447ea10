// SPDX-License-Identifier: Apache-2.0
// The index of dissimilarity by hand, and its value under random allocation against published
// digits, a sum over the whole distribution, and draws.
#include "sim/statistics/segregation.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/test_random.hpp"

namespace sim::testing {
namespace {

TEST(Dissimilarity, SmallCasesByHand) {
    EXPECT_EQ(dissimilarity(std::vector<double>{5, 0}, std::vector<double>{0, 7}), 1.0);
    EXPECT_EQ(dissimilarity(std::vector<double>{2, 4}, std::vector<double>{3, 6}), 0.0);
    // Three of four members sit with one of four others: half a group would have to move.
    EXPECT_DOUBLE_EQ(dissimilarity(std::vector<double>{3, 1}, std::vector<double>{1, 3}), 0.5);
    EXPECT_EQ(dissimilarity(std::vector<double>{0, 0}, std::vector<double>{1, 3}), 0.0);
    EXPECT_EQ(dissimilarity(std::vector<double>{}, std::vector<double>{}), 0.0);
}

TEST(RandomDissimilarity, HasThePublishedValues) {
    EXPECT_NEAR(random_dissimilarity(20, 0.5), 0.17619705, 5e-9);
    EXPECT_NEAR(random_dissimilarity(50, 0.5), 0.11227517, 5e-9);
    EXPECT_NEAR(random_dissimilarity(50, 0.3), 0.12234686, 5e-9);
}

// E|X − kp| ÷ (2 k p (1 − p)) term by term.
double by_summation(std::uint64_t size, double share) {
    const auto k = static_cast<double>(size);
    double sum = 0.0;
    for (std::uint64_t x = 0; x <= size; ++x) {
        const auto hits = static_cast<double>(x);
        const double log_probability = std::lgamma(k + 1.0) - std::lgamma(hits + 1.0) -
                                       std::lgamma(k - hits + 1.0) + hits * std::log(share) +
                                       (k - hits) * std::log1p(-share);
        sum += std::exp(log_probability) * std::abs(hits - k * share);
    }
    return sum / (2.0 * k * share * (1.0 - share));
}

TEST(RandomDissimilarity, IsTheSumOverTheDistribution) {
    EXPECT_DOUBLE_EQ(random_dissimilarity(1, 0.3), 1.0);  // everybody is alone
    for (const std::uint64_t size : {2U, 7U, 40U, 333U, 5'000U}) {
        for (const double share : {0.001, 0.11, 0.5, 0.73, 0.999}) {
            EXPECT_NEAR(random_dissimilarity(size, share), by_summation(size, share), 1e-10)
                << size << " with " << share;
        }
    }
}

TEST(RandomDissimilarity, WeighsUnitsByTheirSize) {
    const std::vector<std::uint64_t> alike{30, 30, 30};
    EXPECT_DOUBLE_EQ(random_dissimilarity(alike, 0.4), random_dissimilarity(30, 0.4));
    const std::vector<std::uint64_t> mixed{10, 0, 90};
    EXPECT_NEAR(random_dissimilarity(mixed, 0.4),
                0.1 * random_dissimilarity(10, 0.4) + 0.9 * random_dissimilarity(90, 0.4), 1e-15);
}

// Many units filled by independent draws: the observed index comes to the expected one.
TEST(RandomDissimilarity, IsWhatDrawsGive) {
    TestRandom random(14);
    constexpr std::size_t units = 20'000;
    MeanOf observed;
    for (int repeat = 0; repeat < 20; ++repeat) {
        std::vector<double> members(units, 0.0);
        std::vector<double> others(units, 0.0);
        for (std::size_t unit = 0; unit < units; ++unit) {
            for (int seat = 0; seat < 20; ++seat) {
                (random.uniform() < 0.5 ? members : others)[unit] += 1.0;
            }
        }
        observed.add(dissimilarity(members, others));
    }
    EXPECT_NEAR(observed.mean(), 0.17619705, 3.0 * observed.standard_error());
    EXPECT_NEAR(net_dissimilarity(observed.mean(), random_dissimilarity(20, 0.5)), 0.0, 1e-3);
}

TEST(NetDissimilarity, RunsFromChanceToSeparation) {
    EXPECT_EQ(net_dissimilarity(0.2, 0.2), 0.0);
    EXPECT_EQ(net_dissimilarity(1.0, 0.2), 1.0);
    EXPECT_DOUBLE_EQ(net_dissimilarity(0.6, 0.2), 0.5);
    EXPECT_LT(net_dissimilarity(0.1, 0.2), 0.0);
}

}  // namespace
}  // namespace sim::testing
