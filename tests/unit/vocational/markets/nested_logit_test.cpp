// SPDX-License-Identifier: Apache-2.0
// Target R9 on the code that choices use: closed forms, and choices by the largest utility that
// meet them.
#include "models/vocational/markets/choice/nested_logit.hpp"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

namespace vocational {
namespace {

constexpr std::array<double, 3> utilities{0.0, 0.5, 1.0};

TEST(NestedLogit, SharesLogSumAndElasticityAreThoseOfTheTarget) {
    const auto shares = logit_shares(utilities);
    EXPECT_NEAR(shares[0], 0.18632372, 1e-8);
    EXPECT_NEAR(shares[1], 0.30719589, 1e-8);
    EXPECT_NEAR(shares[2], 0.50648039, 1e-8);
    EXPECT_NEAR(log_sum(utilities), 1.68026967, 1e-8);
    EXPECT_NEAR(own_elasticity(1.0, 1.0, shares[2]), 0.49351961, 1e-8);
    EXPECT_NEAR(own_elasticity(coefficient_of(0.8, 0.3), 1.0, 0.3), 0.8, 1e-12);
}

TEST(NestedLogit, ADuplicateTakesFromAllInThePlainLogitAndFromItsTwinInTheNested) {
    const std::array<double, 2> two{0.0, 0.0};
    const std::array<double, 3> three{0.0, 0.0, 0.0};
    const std::array<std::size_t, 3> nest{0, 1, 1};
    EXPECT_NEAR(logit_shares(two)[0], 0.5, 1e-12);
    EXPECT_NEAR(logit_shares(three)[0], 1.0 / 3.0, 1e-12);  // red bus, blue bus
    EXPECT_NEAR(nested_shares(three, nest, 1e-6)[0], 0.5, 1e-6);
    EXPECT_NEAR(nested_shares(three, nest, 1.0)[0], 1.0 / 3.0, 1e-12);
}

TEST(NestedLogit, SizeWeightsMakeTheNumberOfRowsIrrelevant) {
    const std::array<double, 2> few{0.3, -0.2};
    const std::array<double, 2> sizes{2.0, 1.0};
    const std::array<double, 3> many{0.3, 0.3, -0.2};
    const std::array<double, 3> ones{1.0, 1.0, 1.0};
    EXPECT_NEAR(inclusive_value(few, sizes, 0.7), inclusive_value(many, ones, 0.7), 1e-12);
}

// Draws tastes by nest and option and takes the largest utility.
std::array<double, 3> chosen(double dissimilarity, int people) {
    constexpr std::array<std::size_t, 3> nest{0, 1, 1};
    std::array<double, 3> count{};
    const sim::Stream stream(7, 0, sim::Purpose("tastes"));
    for (int i = 0; i < people; ++i) {
        sim::Rng rng = stream.at(sim::Identity{static_cast<std::uint64_t>(i)}, 0);
        std::array<double, 2> of_nest{};
        for (double& taste : of_nest) {
            taste = nest_taste(dissimilarity, rng);
        }
        std::size_t best = 0;
        double highest = -1e9;
        for (std::size_t j = 0; j < nest.size(); ++j) {
            const double u = utilities[j] + of_nest[nest[j]] + option_taste(dissimilarity, rng);
            if (u > highest) {
                highest = u;
                best = j;
            }
        }
        count[best] += 1.0 / people;
    }
    return count;
}

TEST(NestedLogit, TheLargestUtilityIsChosenWithTheClosedFormsProbability) {
    constexpr std::array<std::size_t, 3> nest{0, 1, 1};
    constexpr int people = 200'000;
    for (const double dissimilarity : {0.3, 0.7, 1.0}) {
        const auto expected = nested_shares(utilities, nest, dissimilarity);
        const auto actual = chosen(dissimilarity, people);
        for (std::size_t j = 0; j < expected.size(); ++j) {
            const double error = std::sqrt(expected[j] * (1.0 - expected[j]) / people);
            EXPECT_NEAR(actual[j], expected[j], 3.0 * error) << dissimilarity << " option " << j;
        }
    }
}

TEST(NestedLogit, TheTasteOfANestAndAnOptionTogetherIsGumbel) {
    const sim::Stream stream(9, 0, sim::Purpose("tastes"));
    constexpr int people = 200'000;
    double mean = 0.0;
    double below_zero = 0.0;
    for (int i = 0; i < people; ++i) {
        sim::Rng rng = stream.at(sim::Identity{static_cast<std::uint64_t>(i)}, 0);
        const double zeta = nest_taste(0.5, rng);
        const double taste = zeta + option_taste(0.5, rng);
        mean += taste / people;
        below_zero += taste < 0.0 ? 1.0 / people : 0.0;
    }
    EXPECT_NEAR(mean, 0.57721566, 3.0 * 1.2825 / std::sqrt(people));
    EXPECT_NEAR(below_zero, std::exp(-1.0), 3.0 * 0.4822 / std::sqrt(people));
}

}  // namespace
}  // namespace vocational
