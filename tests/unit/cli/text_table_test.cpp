// SPDX-License-Identifier: Apache-2.0
// Numbers and tables for people.
#include "sim/cli/show/text_table.hpp"

#include <limits>

#include <gtest/gtest.h>

#include "sim/core/contract.hpp"

namespace sim::testing {
namespace {

TEST(PeopleNumber, KeepsFourDigitsThatMatter) {
    EXPECT_EQ(people_number(1234567.8), "1,234,568");
    EXPECT_EQ(people_number(-1234.4), "-1,234");
    EXPECT_EQ(people_number(999.96), "1,000");
    EXPECT_EQ(people_number(123.456), "123.5");
    EXPECT_EQ(people_number(12.3456), "12.35");
    EXPECT_EQ(people_number(9.99951), "10.00");
    EXPECT_EQ(people_number(1.23456), "1.235");
    EXPECT_EQ(people_number(0.123456), "0.1235");
    EXPECT_EQ(people_number(0.5), "0.5000");
    EXPECT_EQ(people_number(0.0000123), "1.23e-05");
    EXPECT_EQ(people_number(2.5e15), "2.5e+15");
}

TEST(PeopleNumber, WholeNumbersAndOddOnes) {
    EXPECT_EQ(people_number(0.0), "0");
    EXPECT_EQ(people_number(-0.0), "0");
    EXPECT_EQ(people_number(42.0), "42");
    EXPECT_EQ(people_number(1000.0), "1,000");
    EXPECT_EQ(people_number(123456789.0), "123,456,789");
    EXPECT_EQ(people_number(std::numeric_limits<double>::quiet_NaN()), "–");
    EXPECT_EQ(people_number(std::numeric_limits<double>::infinity()), "∞");
}

TEST(PeopleText, IntervalsDurationsAndBytes) {
    EXPECT_EQ(people_interval(0.25, 1500.0), "0.2500 to 1,500");
    EXPECT_EQ(people_interval(0.25, std::numeric_limits<double>::quiet_NaN()), "–");
    EXPECT_EQ(people_duration(12.4), "12 s");
    EXPECT_EQ(people_duration(59.7), "1 min");
    EXPECT_EQ(people_duration(3600.0 + 300.0), "1 h 05 min");
    EXPECT_EQ(people_bytes(999.0), "999 B");
    EXPECT_EQ(people_bytes(1'234'567.0), "1.2 MB");
    EXPECT_EQ(people_bytes(123'400'000.0), "123 MB");
}

TEST(TextTable, AlignsByCharactersNotBytes) {
    TextTable table({{"name"}, {"value", Align::right}, {"unit"}});
    table.add({"é–x", "1", "a"});
    table.add({"longer", "1,000", ""});
    EXPECT_EQ(table.text(),
              "name    value  unit\n"
              "é–x         1  a\n"
              "longer  1,000\n");
    EXPECT_EQ(display_width("é–x"), 3U);
}

TEST(TextTable, RefusesARowOfAnotherWidth) {
    TextTable table({{"one"}});
    EXPECT_THROW(table.add({"a", "b"}), ContractError);
}

}  // namespace
}  // namespace sim::testing
