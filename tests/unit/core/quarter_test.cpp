// SPDX-License-Identifier: Apache-2.0
#include "sim/core/quarter.hpp"

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

TEST(Quarter, KnowsYearQuarterAndNumber) {
    const Quarter quarter(2024, 4);
    EXPECT_EQ(quarter.year(), 2024);
    EXPECT_EQ(quarter.quarter(), 4);
    EXPECT_EQ(quarter.number(), 2024.75);
    EXPECT_EQ(quarter.text(), "2024Q4");
    EXPECT_EQ(Quarter(2022, 3).number(), 2022.5);
}

TEST(Quarter, CountsQuartersAcrossYears) {
    EXPECT_EQ(Quarter(2024, 4) + 1, Quarter(2025, 1));
    EXPECT_EQ(Quarter(2024, 1) - 1, Quarter(2023, 4));
    EXPECT_EQ(Quarter(2035, 2) - Quarter(2022, 3), 51);
    EXPECT_LT(Quarter(2024, 4), Quarter(2025, 1));
    EXPECT_EQ(Quarter::from_index(Quarter(2030, 2).index()), Quarter(2030, 2));
}

TEST(Quarter, ReadsWhatItWrites) {
    for (int index = Quarter(1990, 1).index(); index <= Quarter(2050, 4).index(); ++index) {
        const Quarter quarter = Quarter::from_index(index);
        EXPECT_EQ(Quarter::parse(quarter.text()), quarter);
    }
}

TEST(Quarter, ReadsNothingElse) {
    for (const char* text : {"", "2022", "2022Q0", "2022Q5", "2022q3", "22Q3", "2022Q33", " 2022Q3",
                             "2022-3", "202aQ1", "-022Q1"}) {
        EXPECT_FALSE(Quarter::parse(text)) << text;
    }
}

}  // namespace
}  // namespace sim::testing
