// SPDX-License-Identifier: Apache-2.0
// The urn-ball law against published digits, its limits, and the fixed point of a labour market
// with one occupation.
#include "sim/matching/urn_ball.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

TEST(UrnBall, GivesTheKnownNumbers) {
    EXPECT_NEAR(expected_matches_finite(50.0, 50.0), 31.79151600, 5e-9);
    EXPECT_NEAR(seeker_elasticity(0.5, 1.0), 0.770747, 5e-7);
    EXPECT_NEAR(seeker_elasticity(70.0, 70.0), 0.581977, 5e-7);
    EXPECT_NEAR(seeker_elasticity(2.0, 1.0), 0.313035, 5e-7);
    EXPECT_DOUBLE_EQ(seeker_elasticity(3.0, 2.0) + vacancy_elasticity(3.0, 2.0), 1.0);
}

TEST(UrnBall, HasConstantReturnsAndIsTheLimitOfLargeMarkets) {
    EXPECT_DOUBLE_EQ(expected_matches(3e6, 2e6), 1e6 * expected_matches(3.0, 2.0));
    double previous_gap = 1.0;
    for (const double size : {1e2, 1e4, 1e6, 1e8}) {
        const double share = expected_matches_finite(1.5 * size, size) / size;
        const double gap = std::abs(share - expected_matches(1.5, 1.0));
        EXPECT_LT(gap, previous_gap / 50.0);
        previous_gap = gap;
    }
    EXPECT_LT(previous_gap, 1e-8);
}

TEST(UrnBall, StaysWithinBothSidesAndHasItsLimits) {
    for (const double seekers : {1e-9, 0.3, 1.0, 40.0, 1e9}) {
        for (const double vacancies : {1.0, 2.0, 30.0, 1e8}) {
            const double matches = expected_matches(seekers, vacancies);
            EXPECT_LE(matches, std::min(seekers, vacancies));
            EXPECT_GT(matches, 0.0);
            EXPECT_NEAR(match_probability(seekers, vacancies) * seekers, matches, 1e-12 * matches);
            EXPECT_NEAR(fill_probability(seekers, vacancies) * vacancies, matches, 1e-12 * matches);
        }
    }
    EXPECT_EQ(expected_matches(0.0, 5.0), 0.0);
    EXPECT_EQ(expected_matches(5.0, 0.0), 0.0);
    EXPECT_EQ(expected_matches(0.0, 0.0), 0.0);
    EXPECT_EQ(expected_matches_finite(0.0, 1.0), 0.0);
    EXPECT_EQ(expected_matches_finite(4.0, 0.0), 0.0);
    EXPECT_EQ(expected_matches_finite(4.0, 1.0), 1.0);
    EXPECT_EQ(match_probability(0.0, 3.0), 1.0);
    EXPECT_EQ(match_probability(3.0, 0.0), 0.0);
    EXPECT_EQ(seeker_elasticity(0.0, 3.0), 1.0);
}

TEST(UrnBall, ElasticityIsTheSlopeOfLogMatches) {
    for (const double queue : {0.1, 0.5, 1.0, 2.0, 6.0}) {
        const double step = 1e-5;
        const double slope = (std::log(expected_matches(queue * std::exp(step), 1.0)) -
                              std::log(expected_matches(queue * std::exp(-step), 1.0))) /
                             (2.0 * step);
        EXPECT_NEAR(seeker_elasticity(queue, 1.0), slope, 1e-9);
    }
}

// Separations and openings with spontaneous rates .016 and .012 and adjustment speed .16; demand
// and labour force are 1.
TEST(UrnBall, CarriesTheOneOccupationMarketToItsFixedPoint) {
    double employed = 0.95;
    double unemployed = 0.05;
    double vacancies = 0.03;
    double job_finding = 0.0;
    for (int step = 0; step < 20'000; ++step) {
        const double excess = employed + vacancies - 1.0;
        const double separations =
            0.016 * employed + 0.984 * std::min(employed, 0.16 * std::max(0.0, excess));
        const double openings =
            0.012 * employed + 0.988 * std::min(employed, 0.16 * std::max(0.0, -excess));
        const double hires = expected_matches(unemployed, vacancies);
        job_finding = hires / unemployed;
        employed += hires - separations;
        unemployed += separations - hires;
        vacancies += openings - hires;
    }
    EXPECT_NEAR(unemployed, 0.04106572735553713, 1e-8);
    EXPECT_NEAR(vacancies / (vacancies + employed), 0.01721900730, 1e-8);
    EXPECT_NEAR(job_finding, 0.37361930131, 1e-8);
    EXPECT_NEAR(std::pow(1.0 - job_finding, 3.0), 0.24576221, 1e-8);
}

}  // namespace
}  // namespace sim::testing
