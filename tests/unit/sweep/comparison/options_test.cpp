// SPDX-License-Identifier: Apache-2.0
// What a comparison was to compute survives in its file.
#include "sim/sweep/comparison/options.hpp"

#include <gtest/gtest.h>

#include "sim/core/error.hpp"

namespace sim::testing {
namespace {

TEST(ComparisonOptions, TextGivesThemBack) {
    EXPECT_EQ(ComparisonOptions{}.text(), "");
    EXPECT_EQ(ComparisonOptions::of_text(""), ComparisonOptions{});
    ComparisonOptions options;
    options.attribute = true;
    options.freeze = {"wages", "seats"};
    options.until_precise = {{"placement_rate", 0.002}, {"cost", 1e9 / 3.0}};
    options.equal_cost = true;
    options.cost_matches = {{"reform", 1.0 / 3.0, 7.0, 7.01, 3, 4}};
    EXPECT_EQ(ComparisonOptions::of_text(options.text()), options);
    options.cost = 2.5e9;
    EXPECT_EQ(ComparisonOptions::of_text(options.text()), options);
    EXPECT_THROW(static_cast<void>(ComparisonOptions::of_text("{\"freeze\": 1}")), UserError);
    EXPECT_THROW(static_cast<void>(ComparisonOptions::of_text("wages")), UserError);
}

}  // namespace
}  // namespace sim::testing
