// SPDX-License-Identifier: Apache-2.0
// Headline values: which cells and quarters are pooled, and how.
#include "sim/sweep/headline.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// Two regions, three tracks of which the last two are pooled.
std::vector<Dimension> dimensions() {
    return {{"region", {"north", "south"}, "", {}},
            {"track", {"general", "school", "college"}, "", {"school", "college"}}};
}

std::vector<RecordedVariable> variables() {
    return {{"enrolment", unit::persons, {"region", "track"}, "", true, true, {}},
            {"rate", unit::share, {"track"}, "", false, true, "rate_base"},
            {"rate_base", unit::persons, {"track"}, "", false, false, {}},
            {"gini", unit::ratio, {}, "", false, true, {}},
            {"hidden", unit::ratio, {}, "", false, false, {}}};
}

// Six quarters; the first two hold numbers that would spoil every value if they were used.
Record record() {
    Record record;
    for (int q = 0; q < 6; ++q) {
        record.times.push_back(Quarter(2030, 1) + q);
    }
    record.values.resize(5);
    for (int q = 0; q < 6; ++q) {
        const bool early = q < 2;
        for (const double cell : {1e6, 10.0, 20.0, 1e6, 30.0, 40.0 + q}) {
            record.values[0].push_back(early ? -1e9 : cell);
        }
        const bool due = q == 3 || q == 5;
        record.values[1].insert(record.values[1].end(),
                                {0.99, due ? 0.5 : missing, q == 5 ? 0.8 : missing});
        record.values[2].insert(record.values[2].end(),
                                {1e9, due ? 100.0 : 0.0, q == 5 ? 50.0 : 0.0});
        record.values[3].push_back(early ? 1e9 : q == 2 ? missing : 0.1 * q);
        record.values[4].push_back(1.0);
    }
    return record;
}

TEST(HeadlineRule, TakesDeclaredMeasuresInOrder) {
    const HeadlineRule rule(variables(), dimensions());
    ASSERT_EQ(rule.measures().size(), 3U);
    EXPECT_EQ(rule.measures()[0].name, "enrolment");
    EXPECT_EQ(rule.measures()[1].name, "rate");
    EXPECT_EQ(rule.measures()[2].name, "gini");
    EXPECT_EQ(rule.measures()[0].pooling.cells,
              (std::vector<bool>{false, true, true, false, true, true}));
}

TEST(HeadlineRule, PoolsTheLastFourQuarters) {
    const std::vector<double> values = HeadlineRule(variables(), dimensions()).values(record());
    EXPECT_DOUBLE_EQ(values[0], 100.0 + (2 + 3 + 4 + 5) / 4.0);
    EXPECT_DOUBLE_EQ(values[1], (100.0 * 0.5 + 100.0 * 0.5 + 50.0 * 0.8) / 250.0);
    EXPECT_DOUBLE_EQ(values[2], 0.1 * (3 + 4 + 5) / 3.0);
}

TEST(HeadlineRule, UsesWhatThereIsOfAShortRun) {
    Record short_run = record();
    short_run.times.resize(1);
    const std::vector<std::size_t> cells{6, 3, 3, 1, 1};
    for (std::size_t v = 0; v < cells.size(); ++v) {
        short_run.values[v].resize(cells[v]);
    }
    const std::vector<double> values = HeadlineRule(variables(), dimensions()).values(short_run);
    EXPECT_DOUBLE_EQ(values[0], -4e9);
    EXPECT_TRUE(std::isnan(values[1]));
}

}  // namespace
}  // namespace sim::testing
