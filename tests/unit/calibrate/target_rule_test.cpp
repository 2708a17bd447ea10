// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/target_rule.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace sim {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// Two quarters of a count and of a ratio over two regions and two tracks.
Record record() {
    Record record;
    record.times = {Quarter(2020, 1), Quarter(2020, 2)};
    record.values = {{1, 2, 3, 4, 10, 20, 30, 40},
                     {0.5, nan, 0.1, 0.2, 0.6, 0.3, nan, 0.4},
                     {10, 0, 30, 20, 10, 10, 0, 50}};
    return record;
}

const std::vector<RecordedVariable> variables{
    {"people", unit::persons, {"region", "track"}, "", true, false, ""},
    {"rate", unit::share, {"region", "track"}, "", false, false, "rate_base"},
    {"rate_base", unit::persons, {"region", "track"}, "", false, false, ""}};
const std::vector<Dimension> dimensions{{"region", {"north", "south"}, "", {}},
                                        {"track", {"general", "vocational"}, "", {}}};

Target target_of(Statistic statistic, Selection of, std::optional<Selection> over = {}) {
    Target target{"t"};
    target.statistic = statistic;
    target.of = std::move(of);
    target.over = std::move(over);
    return target;
}

double value_of(const Target& target) {
    return TargetRule({target}, variables, dimensions, Quarter(2020, 1)).values(record()).front();
}

TEST(TargetRule, AddsCountsOverCellsAndAveragesQuarters) {
    const Quarter first(2020, 1);
    EXPECT_EQ(value_of(target_of(Statistic::value, {"people", {}, {first}})), 10.0);
    EXPECT_EQ(value_of(target_of(Statistic::value,
                                 {"people", {{"track", {"vocational"}}}, {first, first + 1}})),
              0.5 * (6.0 + 60.0));
}

TEST(TargetRule, WeightsRatiosByTheirBase) {
    const Quarter first(2020, 1);
    EXPECT_DOUBLE_EQ(value_of(target_of(Statistic::value, {"rate", {}, {first}})),
                     (0.5 * 10 + 0.1 * 30 + 0.2 * 20) / 60.0);
    EXPECT_DOUBLE_EQ(
        value_of(target_of(Statistic::value,
                           {"rate", {{"track", {"general"}}, {"region", {"south"}}}, {first}})),
        0.1);
    EXPECT_TRUE(std::isnan(value_of(target_of(
        Statistic::value, {"rate", {{"track", {"vocational"}}, {"region", {"north"}}}, {first}}))));
}

TEST(TargetRule, MakesStatisticsOfTwo) {
    const Selection second{"people", {}, {Quarter(2020, 2)}};
    const Selection first{"people", {}, {Quarter(2020, 1)}};
    EXPECT_EQ(value_of(target_of(Statistic::ratio, second, first)), 10.0);
    EXPECT_EQ(value_of(target_of(Statistic::difference, second, first)), 90.0);
    EXPECT_NEAR(value_of(target_of(Statistic::log_ratio, second, first)), std::log(10.0), 1e-14);
}

}  // namespace
}  // namespace sim
