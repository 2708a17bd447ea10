// SPDX-License-Identifier: Apache-2.0
#include "sim/data/data_table.hpp"

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

struct Wages final : DataTable {
    Wages() : DataTable("wages.csv", "Wages by year.") {}
    DataColumn<std::int64_t> year{*this, "year", unit::year, "Year.", {1900, 2100}};
    DataColumn<double> wage{*this, "wage", unit::yuan_per_year, "Wage.", {0.0, 1e6}};
    DataColumn<std::string> sector{*this, "sector", unit::none, "Sector."};
};

TEST(DataTable, ListsItsColumnsInOrder) {
    Wages wages;
    ASSERT_EQ(wages.columns().size(), 3U);
    EXPECT_EQ(wages.columns()[1]->name(), "wage");
    EXPECT_EQ(wages.columns()[1]->unit(), unit::yuan_per_year);
    EXPECT_EQ(wages.columns()[0]->range().low, 1900.0);
    EXPECT_EQ(wages.file(), "wages.csv");
    EXPECT_EQ(wages.rows(), 0U);
}

TEST(DataColumn, TakesCellsOfItsKindAndRange) {
    Wages wages;
    EXPECT_TRUE(wages.year.append("2022"));
    EXPECT_FALSE(wages.year.append("2022.5"));
    EXPECT_FALSE(wages.year.append("1899"));
    EXPECT_FALSE(wages.year.append(""));
    EXPECT_TRUE(wages.wage.append("1e5"));
    EXPECT_FALSE(wages.wage.append("-1"));
    EXPECT_FALSE(wages.wage.append("nan"));
    EXPECT_TRUE(wages.sector.append("mining"));
    EXPECT_FALSE(wages.sector.append(""));
    EXPECT_EQ(wages.year.size(), 1U);
    EXPECT_EQ(wages.wage[0], 1e5);
    EXPECT_EQ(wages.sector[0], "mining");
}

TEST(DataColumn, ForgetsWhenCleared) {
    Wages wages;
    EXPECT_TRUE(wages.year.append("2022"));
    wages.filled(1);
    EXPECT_EQ(wages.rows(), 1U);
    wages.year.clear();
    EXPECT_EQ(wages.year.size(), 0U);
}

}  // namespace
}  // namespace sim::testing
