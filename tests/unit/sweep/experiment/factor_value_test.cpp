// SPDX-License-Identifier: Apache-2.0
// Where coordinates lead, and what a value does to a scenario.
#include "sim/sweep/experiment/factor_value.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace sim {
namespace {

Factor number(double low, double high, Distribution distribution = Distribution::uniform) {
    return {.path = "parameters.block.x",
            .kind = ParamKind::number,
            .range = {low, high},
            .distribution = distribution};
}

double at(const Factor& factor, double unit) {
    return std::get<double>(factor_value(factor, unit));
}

TEST(FactorValue, ReachesBothEnds) {
    for (const Distribution distribution : {Distribution::uniform, Distribution::log_uniform,
                                            Distribution::triangular, Distribution::normal}) {
        const Factor factor = number(2.0, 32.0, distribution);
        EXPECT_EQ(at(factor, 0.0), 2.0);
        EXPECT_EQ(at(factor, 1.0), 32.0);
    }
}

TEST(FactorValue, FollowsTheDistribution) {
    EXPECT_DOUBLE_EQ(at(number(2.0, 32.0), 0.25), 9.5);
    EXPECT_DOUBLE_EQ(at(number(2.0, 32.0, Distribution::log_uniform), 0.25), 4.0);
    // Triangular: a quarter of the probability lies below sqrt(1/8) of the way.
    EXPECT_NEAR(at(number(0.0, 1.0, Distribution::triangular), 0.25), std::sqrt(0.125), 1e-6);
    // Normal with two standard deviations to either side, cut off there: one standard deviation
    // above the middle lies at (Phi(1) - Phi(-2)) / (1 - 2 Phi(-2)).
    EXPECT_NEAR(
        at(number(-2.0, 2.0, Distribution::normal), (0.841344746 - 0.022750132) / 0.954499736), 1.0,
        2e-6);
    EXPECT_DOUBLE_EQ(at(number(-2.0, 2.0, Distribution::normal), 0.5), 0.0);
}

TEST(FactorValue, GivesWholeNumbersEqualShares) {
    const Factor factor{.path = "parameters.block.n", .kind = ParamKind::integer, .range = {3, 6}};
    EXPECT_EQ(factor_value(factor, 0.0), ParamValue(std::int64_t{3}));
    EXPECT_EQ(factor_value(factor, 0.2499), ParamValue(std::int64_t{3}));
    EXPECT_EQ(factor_value(factor, 0.2501), ParamValue(std::int64_t{4}));
    EXPECT_EQ(factor_value(factor, 0.9999), ParamValue(std::int64_t{6}));
    EXPECT_EQ(factor_value(factor, 1.0), ParamValue(std::int64_t{6}));
}

TEST(FactorValue, ChoosesLevelsByEqualShares) {
    const Factor factor{.path = "structures.gap",
                        .levels = {std::string("a"), std::string("b"), std::string("c")}};
    EXPECT_EQ(factor_value(factor, 0.3), ParamValue(std::string("a")));
    EXPECT_EQ(factor_value(factor, 0.34), ParamValue(std::string("b")));
    EXPECT_EQ(factor_value(factor, 1.0), ParamValue(std::string("c")));
}

TEST(SetFactor, ReachesParametersStructuresAndPolicies) {
    Scenario scenario;
    PolicyEntry policy;
    policy.label = "grants";
    scenario.policies.push_back(policy);
    set_factor(scenario, {.path = "parameters.labour.rate"}, 0.5);
    set_factor(scenario, {.path = "structures.gap"}, std::string("penalty"));
    set_factor(scenario, {.path = "policies.grants.strength"}, 0.25);
    set_factor(scenario, {.path = "policies.grants.phase_in_years"}, 2.0);
    set_factor(scenario, {.path = "policies.grants.amount"}, 7.0);
    set_factor(scenario, {.path = "policies.absent.strength"}, 9.0);
    EXPECT_EQ(scenario.parameters.at("labour.rate"), ParamValue(0.5));
    EXPECT_EQ(scenario.parameters.at("structures.gap"), ParamValue(std::string("penalty")));
    EXPECT_EQ(scenario.policies[0].strength, 0.25);
    EXPECT_EQ(scenario.policies[0].phase_in_years, 2.0);
    EXPECT_EQ(scenario.policies[0].parameters.at("amount"), ParamValue(7.0));
    EXPECT_EQ(scenario.policies.size(), 1U);
}

}  // namespace
}  // namespace sim
