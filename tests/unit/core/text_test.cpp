// SPDX-License-Identifier: Apache-2.0
#include "sim/core/text.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

TEST(NearestName, FindsTypingErrors) {
    const std::vector<std::string> known{"seed", "scale", "time", "practice_centres"};
    EXPECT_EQ(nearest_name("sede", known), "seed");   // swapped
    EXPECT_EQ(nearest_name("scal", known), "scale");  // left out
    EXPECT_EQ(nearest_name("timee", known), "time");  // doubled
    EXPECT_EQ(nearest_name("practise_centers", known), "practice_centres");
}

TEST(NearestName, IsEmptyWhenNothingIsNear) {
    const std::vector<std::string> known{"seed", "scale"};
    EXPECT_EQ(nearest_name("replicates", known), "");
    EXPECT_EQ(nearest_name("", known), "");
    EXPECT_EQ(nearest_name("seed", {}), "");
    EXPECT_EQ(nearest_name(std::string(100'000, 's'), known), "");
}

TEST(NearestName, TiesGoToTheFirst) {
    EXPECT_EQ(nearest_name("bat", {"cat", "hat"}), "cat");
    EXPECT_EQ(nearest_name("bat", {"hat", "cat"}), "hat");
}

TEST(Listed, CutsLongLists) {
    EXPECT_EQ(listed({"a", "b", "c"}), "a, b, c");
    EXPECT_EQ(listed({"a", "b", "c"}, 2), "a, b, … (1 more)");
    EXPECT_EQ(listed({}), "");
}

TEST(ParseNumber, TakesTheWholeTextOrNothing) {
    EXPECT_EQ(parse_number("1.5"), 1.5);
    EXPECT_EQ(parse_number("-2e3"), -2000.0);
    EXPECT_EQ(parse_number("+3"), 3.0);
    for (const char* text : {"", "1,5", "1.5x", " 1", "1 ", "nan", "inf", "0x10", "1e999", "--1"}) {
        EXPECT_FALSE(parse_number(text)) << text;
    }
}

TEST(ParseInteger, TakesTheWholeTextOrNothing) {
    EXPECT_EQ(parse_integer("-12"), -12);
    EXPECT_EQ(parse_integer("9223372036854775807"), std::numeric_limits<std::int64_t>::max());
    for (const char* text : {"", "1.0", "1e3", "9223372036854775808", "x", " 1"}) {
        EXPECT_FALSE(parse_integer(text)) << text;
    }
}

TEST(Shortest, ReadsBackToTheSameBits) {
    for (const double number : {0.1, 1.0 / 3.0, 1e-300, 5e-324, 1.7976931348623157e308, -0.5, 0.0,
                                123456789.125, 1e22, 0.07}) {
        EXPECT_EQ(parse_number(shortest(number)), number);
    }
    EXPECT_EQ(shortest(0.1), "0.1");
    EXPECT_EQ(shortest(3000.0), "3000");
}

}  // namespace
}  // namespace sim::testing
