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

// Gives what was asked for and nothing else.
ValuesOf source(const std::vector<std::vector<RecordedValues>>& values) {
    return [&values](std::size_t scenario, std::span<const std::size_t> variables) {
        std::vector<RecordedValues> found;
        for (const RecordedValues& recorded : values[scenario]) {
            found.emplace_back(recorded.size());
            for (const std::size_t variable : variables) {
                found.back()[variable] = recorded[variable];
            }
        }
        return found;
    };
}

std::vector<EffectVariable> all_effects(const std::vector<RecordedVariable>& variables,
                                        const std::vector<std::vector<RecordedValues>>& values,
                                        int threads = 1) {
    const auto executor = make_executor(Backend::tbb, threads);
    std::vector<EffectVariable> effects;
    for (std::size_t v = 0; v < variables.size(); ++v) {
        effects.push_back(
            paired_effects(variables[v].name, v, values.size() - 1, source(values), *executor));
    }
    return effects;
}

TEST(PairedEffects, WhatReplicatesShareCancels) {
    const std::vector<std::vector<RecordedValues>> values{
        {values_of(100.0, 0.0), values_of(-50.0, 0.0), values_of(7.0, 0.0)},
        {values_of(100.0, 1.0), values_of(-50.0, 1.0), values_of(7.0, 1.0)},
        {values_of(100.0, -2.0), values_of(-50.0, -2.0), values_of(7.0, -2.0)}};
    const auto effects = all_effects(two_variables(), values);
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
    const auto effects = all_effects(variables, values);
    EXPECT_DOUBLE_EQ(effects[0].difference[0], 2.0);  // of 1 and 3
    EXPECT_LT(effects[0].low[0], 2.0);
    EXPECT_GT(effects[0].high[0], 2.0);
}

TEST(PairedEffects, NeedsTheSameReplicatesEverywhere) {
    const std::vector<std::vector<RecordedValues>> values{
        {values_of(0.0, 0.0), values_of(1.0, 0.0)}, {values_of(0.0, 0.0)}};
    EXPECT_THROW(all_effects(two_variables(), values), ContractError);
}

TEST(PairedEffects, AreTheSameOnManyThreads) {
    constexpr std::size_t cells = 5'000;
    std::vector<std::vector<RecordedValues>> values(3);
    for (std::size_t s = 0; s < values.size(); ++s) {
        for (std::size_t r = 0; r < 4; ++r) {
            std::vector<double> numbers(cells);
            for (std::size_t i = 0; i < cells; ++i) {
                numbers[i] = static_cast<double>((i * 7919 + r * 104'729 + s * 31 * i) % 1009);
            }
            values[s].push_back({numbers});
        }
    }
    const std::vector<RecordedVariable> variables{{"rate", unit::share, {}, "", false, false, {}}};
    const EffectVariable one = all_effects(variables, values).front();
    const EffectVariable many = all_effects(variables, values, 3).front();
    EXPECT_EQ(one.difference, many.difference);
    EXPECT_EQ(one.low, many.low);
    EXPECT_EQ(one.high, many.high);
    EXPECT_EQ(one.share_below_zero, many.share_below_zero);
    EXPECT_EQ(one.difference.size(), 2 * cells);
}

}  // namespace
}  // namespace sim::testing
