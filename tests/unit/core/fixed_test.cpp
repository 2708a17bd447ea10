// SPDX-License-Identifier: Apache-2.0
// Fixed-point numbers round to the nearest step and stop at the ends of their range.
#include "sim/core/fixed.hpp"

#include <cstdint>
#include <limits>

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

using Percent = Fixed<std::uint8_t, 1, 100>;
using Yuan = Fixed<std::int16_t, 100>;

static_assert(sizeof(Percent) == 1);
static_assert(sizeof(Yuan) == 2);

TEST(Fixed, RoundsToTheNearestStep) {
    EXPECT_DOUBLE_EQ(Percent(0.123), 0.12);
    EXPECT_DOUBLE_EQ(Percent(0.126), 0.13);
    EXPECT_EQ(Yuan(149.0), 100.0);
    EXPECT_EQ(Yuan(-151.0), -200.0);
    EXPECT_EQ(Yuan(-149.0), -100.0);
}

TEST(Fixed, SaturatesAtTheEnds) {
    EXPECT_EQ(Percent(9.0).count(), 255);
    EXPECT_EQ(Percent(-1.0).count(), 0);
    EXPECT_EQ(Yuan(1e9).count(), std::numeric_limits<std::int16_t>::max());
    EXPECT_EQ(Yuan(-1e9).count(), std::numeric_limits<std::int16_t>::min());
    EXPECT_EQ(Percent(std::numeric_limits<double>::infinity()).count(), 255);
    EXPECT_EQ(Percent(std::numeric_limits<double>::quiet_NaN()).count(), 0);
}

TEST(Fixed, EveryCountSurvivesTheWayThroughANumber) {
    for (int count = 0; count < 256; ++count) {
        const Percent value = Percent::from_count(static_cast<std::uint8_t>(count));
        EXPECT_EQ(Percent(static_cast<double>(value)).count(), count);
    }
    for (int count = -32768; count < 32768; count += 7) {
        const Yuan value = Yuan::from_count(static_cast<std::int16_t>(count));
        EXPECT_EQ(Yuan(static_cast<double>(value)).count(), count);
    }
}

TEST(Fixed, IsAssignedLikeANumber) {
    Percent share;
    share = 0.5;
    EXPECT_EQ(share.count(), 50);
    EXPECT_DOUBLE_EQ(share * 2, 1.0);
}

}  // namespace
}  // namespace sim::testing
