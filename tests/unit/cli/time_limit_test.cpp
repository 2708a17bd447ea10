// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/time_limit.hpp"

#include <gtest/gtest.h>

namespace sim {
namespace {

TEST(SecondsOf, ReadsUnitsAndClocks) {
    EXPECT_EQ(seconds_of("90"), 90.0);
    EXPECT_EQ(seconds_of("0.5s"), 0.5);
    EXPECT_EQ(seconds_of("30m"), 1800.0);
    EXPECT_EQ(seconds_of("2h"), 7200.0);
    EXPECT_EQ(seconds_of("1d"), 86'400.0);
    EXPECT_EQ(seconds_of("01:30"), 90.0);
    EXPECT_EQ(seconds_of("1:00:01"), 3601.0);
    EXPECT_EQ(seconds_of("2-00:00:01"), 172'801.0);
}

TEST(SecondsOf, RefusesEverythingElse) {
    for (const char* text : {"", "soon", "0", "-5", "5w", "1:2:3:4", "1:", ":1", "-1:00", "nan"}) {
        EXPECT_EQ(seconds_of(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace sim
