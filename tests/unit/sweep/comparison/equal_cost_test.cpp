// SPDX-License-Identifier: Apache-2.0
// The search for the factor at which a cost is reached.
#include "sim/sweep/comparison/equal_cost.hpp"

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sim::testing {
namespace {

using ::testing::HasSubstr;

template <class Cost>
FactorSearch searched(double target, double most, Cost&& cost) {
    FactorSearch search(target, most);
    while (const auto factor = search.next()) {
        search.add(*factor, cost(*factor));
    }
    return search;
}

TEST(FactorSearch, FindsCostsOfManyShapes) {
    const auto straight = [](double f) { return 30.0 * f; };
    const auto bent = [](double f) { return 100.0 * std::sqrt(f); };
    const auto steep = [](double f) { return f * f * f; };
    const auto stepped = [](double f) { return std::floor(50.0 * f); };
    for (const double target : {3.0, 25.0, 80.0}) {
        for (const FactorSearch& search :
             {searched(target, 10.0, straight), searched(target, 10.0, bent),
              searched(target, 10.0, steep)}) {
            EXPECT_TRUE(search.is_reached()) << target;
            EXPECT_EQ(search.obstacle(), "");
            EXPECT_LE(std::abs(search.best_cost() / target - 1.0), CostRule::tolerance);
        }
    }
    EXPECT_NEAR(searched(60.0, 10.0, straight).best_factor(), 2.0, 0.02);
    EXPECT_NEAR(searched(-60.0, 10.0, [](double f) { return -30.0 * f; }).best_factor(), 2.0, 0.02);
    // A cost between two steps cannot be met, but the search ends and keeps what came closest.
    const FactorSearch uneven = searched(3.5, 10.0, stepped);
    EXPECT_FALSE(uneven.is_reached());
    EXPECT_EQ(std::abs(uneven.best_cost() - 3.5), 0.5);
    EXPECT_LE(uneven.trials(), CostRule::most_trials);
}

TEST(FactorSearch, SaysWhatStandsInItsWay) {
    EXPECT_THAT(searched(5.0, 10.0, [](double) { return 0.0; }).obstacle(),
                HasSubstr("costs nothing"));
    EXPECT_THAT(searched(5.0, 10.0, [](double f) { return -f; }).obstacle(), HasSubstr("away"));
    EXPECT_THAT(searched(50.0, 10.0, [](double f) { return std::min(f, 2.0); }).obstacle(),
                HasSubstr("no more than 2"));
}

}  // namespace
}  // namespace sim::testing
