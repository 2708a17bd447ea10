// SPDX-License-Identifier: Apache-2.0
// Variates at the edges of their parameters, outside them, and as frozen bits. Their laws are
// tested in tests/statistical.
#include "sim/random/distributions.hpp"

#include <cmath>
#include <functional>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Rng rng_for(std::uint64_t number) {
    return Stream(11, 0, Purpose("distributions")).at(Identity{number}, 0);
}

// Calls `claim` with many generators.
void for_many(const std::function<void(Rng&)>& claim) {
    for (std::uint64_t number = 0; number < 300; ++number) {
        Rng rng = rng_for(number);
        claim(rng);
    }
}

TEST(Distributions, FixedPointsOfScaleZero) {
    for_many([](Rng& rng) {
        EXPECT_EQ(draw::normal(rng, 3.0, 0.0), 3.0);
        EXPECT_EQ(draw::log_normal(rng, 0.0, 0.0), 1.0);
        EXPECT_EQ(draw::exponential(rng, 0.0), 0.0);
        EXPECT_EQ(draw::gumbel(rng, 2.0, 0.0), 2.0);
        EXPECT_EQ(draw::gamma(rng, 2.0, 0.0), 0.0);
    });
}

TEST(Distributions, CountsAreCertainAtTheEdges) {
    for_many([](Rng& rng) {
        EXPECT_EQ(draw::binomial(rng, 0, 0.3), 0U);
        EXPECT_EQ(draw::binomial(rng, 50, 0.0), 0U);
        EXPECT_EQ(draw::binomial(rng, 50, 1.0), 50U);
        EXPECT_LE(draw::binomial(rng, 30, 0.5), 30U);
        EXPECT_EQ(draw::poisson(rng, 0.0), 0U);
        EXPECT_EQ(draw::hypergeometric(rng, 0, 9, 4), 0U);
        EXPECT_EQ(draw::hypergeometric(rng, 9, 0, 4), 4U);
        EXPECT_EQ(draw::hypergeometric(rng, 9, 5, 14), 9U);
        EXPECT_EQ(draw::hypergeometric(rng, 9, 5, 0), 0U);
        EXPECT_GE(draw::hypergeometric(rng, 9, 5, 7), 2U);
    });
}

TEST(Distributions, RoundedGivesANeighbour) {
    for_many([](Rng& rng) {
        EXPECT_EQ(draw::rounded(rng, 5.0), 5);
        EXPECT_EQ(draw::rounded(rng, -5.0), -5);
        const std::int64_t below_zero = draw::rounded(rng, -2.25);
        EXPECT_TRUE(below_zero == -3 || below_zero == -2);
    });
}

TEST(Distributions, BetaStaysProperForTinyShapes) {
    int ones = 0;
    for_many([&](Rng& rng) {
        const double share = draw::beta(rng, 1e-4, 1e-4);
        EXPECT_TRUE(share >= 0.0 && share <= 1.0) << share;
        ones += share > 0.5 ? 1 : 0;
    });
    EXPECT_NEAR(ones, 150, 45);
}

TEST(TruncatedNormal, StaysInsideEvenFarOut) {
    for (const auto& [low, high] : {std::pair{-1.0, 0.5},
                                    {8.0, 9.0},
                                    {-37.0, -36.5},
                                    {30.0, infinity},
                                    {-infinity, -12.0},
                                    {-infinity, infinity}}) {
        const draw::TruncatedNormal variate(10.0, 2.0, 10.0 + 2.0 * low, 10.0 + 2.0 * high);
        for_many([&, lowest = low, highest = high](Rng& rng) {
            const double x = variate(rng);
            EXPECT_TRUE(std::isfinite(x));
            EXPECT_GE(x, 10.0 + 2.0 * lowest);
            EXPECT_LE(x, 10.0 + 2.0 * highest);
        });
    }
}

TEST(TruncatedNormal, RisesWithItsUniformOnEitherSideOfTheMean) {
    for (const double low : {-3.0, 1.0}) {
        const draw::TruncatedNormal variate(0.0, 1.0, low, low + 2.0);
        for (std::uint64_t number = 1; number < 200; ++number) {
            Rng first = rng_for(number - 1);
            Rng second = rng_for(number);
            Rng first_uniform = rng_for(number - 1);
            Rng second_uniform = rng_for(number);
            EXPECT_EQ(variate(first) < variate(second),
                      first_uniform.uniform() < second_uniform.uniform());
        }
    }
}

TEST(Categorical, NeverGivesWeightZero) {
    const std::vector<double> cumulative = {0.0, 0.2, 0.2, 0.9, 0.9};
    for_many([&](Rng& rng) {
        const std::size_t category = draw::categorical(rng, cumulative);
        EXPECT_TRUE(category == 1 || category == 3) << category;
    });
}

TEST(Distributions, RefuseParametersWithoutALaw) {
    Rng rng = rng_for(0);
    EXPECT_THROW(draw::normal(rng, 0.0, -1.0), ContractError);
    EXPECT_THROW(draw::log_normal(rng, 0.0, -1.0), ContractError);
    EXPECT_THROW(draw::exponential(rng, -1.0), ContractError);
    EXPECT_THROW(draw::gumbel(rng, 0.0, -1.0), ContractError);
    EXPECT_THROW(draw::pareto(rng, 0.0, 1.0), ContractError);
    EXPECT_THROW(draw::pareto(rng, 1.0, 0.0), ContractError);
    EXPECT_THROW(draw::gamma(rng, 0.0, 1.0), ContractError);
    EXPECT_THROW(draw::beta(rng, 1.0, 0.0), ContractError);
    EXPECT_THROW(draw::binomial(rng, 10, 1.5), ContractError);
    EXPECT_THROW(draw::binomial(rng, 10, std::nan("")), ContractError);
    EXPECT_THROW(draw::poisson(rng, -1.0), ContractError);
    EXPECT_THROW(draw::poisson(rng, infinity), ContractError);
    EXPECT_THROW(draw::hypergeometric(rng, 3, 4, 8), ContractError);
    EXPECT_THROW(draw::TruncatedNormal(0.0, 1.0, 2.0, 2.0), ContractError);
    EXPECT_THROW(draw::TruncatedNormal(0.0, 1.0, 40.0, 41.0), ContractError);
    EXPECT_THROW(draw::categorical(rng, std::vector<double>{}), ContractError);
    EXPECT_THROW(draw::categorical(rng, std::vector<double>{0.0, 0.0}), ContractError);
}

TEST(Distributions, ContinuousKnownAnswersStayAsTheyAre) {
    Rng rng = rng_for(1);
    EXPECT_EQ(draw::normal(rng, 1.0, 2.0), -0x1.e22ca2683d866p+0);
    EXPECT_EQ(draw::log_normal(rng, 1.0, 2.0), 0x1.1a3746f9120b7p+3);
    EXPECT_EQ(draw::exponential(rng, 3.0), 0x1.4124744532606p-2);
    EXPECT_EQ(draw::gumbel(rng, 1.0, 2.0), -0x1.19106190afcd4p+0);
    EXPECT_EQ(draw::pareto(rng, 1.0, 2.5), 0x1.54b2fcb527e0fp+0);
    EXPECT_EQ(draw::TruncatedNormal(0.0, 1.0, 1.0, 2.0)(rng), 0x1.2ae96e9ee3b07p+0);
    EXPECT_EQ(draw::gamma(rng, 2.5, 3.0), 0x1.6bfbf3530855ep+1);
    EXPECT_EQ(draw::gamma(rng, 0.3, 3.0), 0x1.cb5fcf157c393p-5);
    EXPECT_EQ(draw::beta(rng, 2.0, 0.5), 0x1.f1b7a1776da6ap-1);
}

TEST(Distributions, WholeKnownAnswersStayAsTheyAre) {
    Rng rng = rng_for(2);
    EXPECT_EQ(draw::rounded(rng, 7.5), 7);
    EXPECT_EQ(draw::binomial(rng, 20, 0.2), 2U);
    EXPECT_EQ(draw::binomial(rng, 20, 0.8), 16U);
    EXPECT_EQ(draw::binomial(rng, 1'000'000, 0.3), 300'587U);
    EXPECT_EQ(draw::poisson(rng, 4.0), 5U);
    EXPECT_EQ(draw::poisson(rng, 4000.0), 3952U);
    EXPECT_EQ(draw::hypergeometric(rng, 500, 700, 300), 121U);
    EXPECT_EQ(draw::categorical(rng, std::vector<double>{1.0, 3.0, 3.5, 9.0}), 3U);
}

}  // namespace
}  // namespace sim::testing
