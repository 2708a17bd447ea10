// SPDX-License-Identifier: Apache-2.0
// Paired effects: pairing, the order of alternatives and cells, missing cells.
#include "sim/sweep/effects.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "sim/core/contract.hpp"

namespace sim::testing {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::vector<RecordedVariable> two_variables() {
    return {{"graduates", unit::persons, {"region"}, "", true, false, {}},
            {"rate", unit::share, {}, "", false, true, {}}};
}

// Two quarters; two regions in the first variable. `shift` is what a scenario adds everywhere.
RecordedValues values_of(double noise, double shift) {
    return {{noise + 1.0 + shift, noise + 2.0, noise + 3.0, noise + 4.0 - shift},
            {0.5 + shift, missing}};
}

TEST(PairedEffects, WhatReplicatesShareCancels) {
    const std::vector<std::vector<RecordedValues>> values{
        {values_of(100.0, 0.0), values_of(-50.0, 0.0), values_of(7.0, 0.0)},
        {values_of(100.0, 1.0), values_of(-50.0, 1.0), values_of(7.0, 1.0)},
        {values_of(100.0, -2.0), values_of(-50.0, -2.0), values_of(7.0, -2.0)}};
    const auto effects = paired_effects(two_variables(), values);
    ASSERT_EQ(effects.size(), 2U);
    EXPECT_EQ(effects[0].name, "graduates");
    EXPECT_EQ(effects[0].difference,
              (std::vector<double>{1.0, 0.0, 0.0, -1.0, -2.0, 0.0, 0.0, 2.0}));
    EXPECT_EQ(effects[0].low, effects[0].difference);
    EXPECT_EQ(effects[0].high, effects[0].difference);
    EXPECT_EQ(effects[0].share_below_zero,
              (std::vector<double>{0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0}));
    ASSERT_EQ(effects[1].difference.size(), 4U);
    EXPECT_DOUBLE_EQ(effects[1].difference[0], 1.0);
    EXPECT_TRUE(std::isnan(effects[1].difference[1]));
    EXPECT_TRUE(std::isnan(effects[1].share_below_zero[3]));
}

TEST(PairedEffects, APairWithAMissingMemberIsLeftOut) {
    const std::vector<RecordedVariable> variables{{"rate", unit::share, {}, "", false, false, {}}};
    const std::vector<std::vector<RecordedValues>> values{{{{1.0}}, {{missing}}, {{3.0}}},
                                                          {{{2.0}}, {{9.0}}, {{6.0}}}};
    const auto effects = paired_effects(variables, values);
    EXPECT_DOUBLE_EQ(effects[0].difference[0], 2.0);  // of 1 and 3
    EXPECT_LT(effects[0].low[0], 2.0);
    EXPECT_GT(effects[0].high[0], 2.0);
}

TEST(PairedEffects, NeedsTheSameReplicatesEverywhere) {
    const std::vector<std::vector<RecordedValues>> values{
        {values_of(0.0, 0.0), values_of(1.0, 0.0)}, {values_of(0.0, 0.0)}};
    EXPECT_THROW(paired_effects(two_variables(), values), ContractError);
}

}  // namespace
}  // namespace sim::testing
