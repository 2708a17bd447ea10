// SPDX-License-Identifier: Apache-2.0
// Conversion between the unit that a user writes and the one that is declared.
#include "sim/core/unit.hpp"

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

void expect_factor(std::string_view from, Unit to, double factor) {
    const std::optional<double> found = conversion_factor(from, to);
    ASSERT_TRUE(found) << from << " to " << to.symbol;
    EXPECT_DOUBLE_EQ(*found, factor) << from << " to " << to.symbol;
}

TEST(Unit, ConvertsWithinADimension) {
    expect_factor("%", unit::share, 0.01);
    expect_factor("%/a", unit::share_per_year, 0.01);
    expect_factor("1/quarter", unit::share_per_year, 4.0);
    expect_factor("%/month", unit::share_per_year, 0.12);
    expect_factor("quarters", unit::year, 0.25);
    expect_factor("years", unit::quarter, 4.0);
    expect_factor("kCNY2022/student/a", unit::yuan_per_student_year, 1000.0);
    expect_factor("CNY2022/person/a", unit::yuan_per_student_year, 1.0);
    expect_factor("MCNY2022", unit::yuan, 1e6);
    expect_factor("m", unit::kilometre, 0.001);
}

TEST(Unit, EveryDeclaredUnitConvertsToItself) {
    for (const Unit declared :
         {unit::none, unit::index, unit::score, unit::share_per_year, unit::score_per_year,
          unit::year, unit::quarter, unit::yuan, unit::yuan_per_year, unit::yuan_per_student_year,
          unit::yuan_per_person_year, unit::persons, unit::jobs, unit::schools, unit::places,
          unit::kilometre, unit::per_kilometre, unit::money, unit::agents}) {
        expect_factor(declared.symbol, declared, 1.0);
    }
}

TEST(Unit, ForgivesSpacesAroundSymbols) {
    expect_factor(" CNY2022 / student / a ", unit::yuan_per_student_year, 1.0);
}

TEST(Unit, RefusesOtherDimensionsAndUnknownSymbols) {
    EXPECT_FALSE(conversion_factor("km", unit::share_per_year));
    EXPECT_FALSE(conversion_factor("%", unit::share_per_year));
    EXPECT_FALSE(conversion_factor("CNY2022/a", unit::yuan));
    EXPECT_FALSE(conversion_factor("CNY2021", unit::yuan));
    EXPECT_FALSE(conversion_factor("", unit::none));
    EXPECT_FALSE(conversion_factor("a/", unit::year));
    EXPECT_FALSE(conversion_factor("/a", unit::share_per_year));
}

}  // namespace
}  // namespace sim::testing
