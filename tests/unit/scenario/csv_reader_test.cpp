// SPDX-License-Identifier: Apache-2.0
// Tables from CSV text, and the place of everything that is wrong with them.
#include "sim/scenario/csv_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sim::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Prices final : DataTable {
    Prices() : DataTable("prices.csv", "Prices.") {}
    DataColumn<std::int64_t> year{*this, "year", unit::year, "Year.", {1900, 2100}};
    DataColumn<std::string> place{*this, "place", unit::none, "Place."};
    DataColumn<double> price{*this, "price", unit::yuan, "Price."};
};

class CsvReader : public ::testing::Test {
  protected:
    std::vector<std::string> errors(std::string_view text) {
        Problems problems;
        fill_table(prices_, text, "prices.csv", problems);
        std::vector<std::string> lines;
        for (const Problem& problem : problems.list()) {
            lines.push_back(problem.text());
        }
        if (!lines.empty()) {
            EXPECT_EQ(prices_.rows(), 0U);
            EXPECT_EQ(prices_.year.size() + prices_.place.size() + prices_.price.size(), 0U);
        }
        return lines;
    }

    Prices prices_;
};

TEST_F(CsvReader, FindsColumnsByName) {
    EXPECT_THAT(errors("price,note,place,year\n1.5,x,Tibet,2020\n-2,,Inner Mongolia,2021\n"),
                IsEmpty());
    EXPECT_EQ(prices_.rows(), 2U);
    EXPECT_THAT(prices_.year.cells(), ElementsAre(2020, 2021));
    EXPECT_THAT(prices_.place.cells(), ElementsAre("Tibet", "Inner Mongolia"));
    EXPECT_THAT(prices_.price.cells(), ElementsAre(1.5, -2.0));
}

TEST_F(CsvReader, AcceptsWindowsLineEndsAndNoneAtTheEnd) {
    EXPECT_THAT(errors("year,place,price\r\n2020,a,1\r\n2021,b,2"), IsEmpty());
    EXPECT_THAT(prices_.price.cells(), ElementsAre(1.0, 2.0));
    EXPECT_THAT(prices_.place.cells(), ElementsAre("a", "b"));
}

TEST_F(CsvReader, ReplacesWhatWasThere) {
    EXPECT_THAT(errors("year,place,price\n2020,a,1\n"), IsEmpty());
    EXPECT_THAT(errors("year,place,price\n2021,b,2\n2022,c,3\n"), IsEmpty());
    EXPECT_THAT(prices_.year.cells(), ElementsAre(2021, 2022));
}

TEST_F(CsvReader, RefusesMissingColumns) {
    EXPECT_THAT(errors("year,palce,price\n2020,a,1\n"),
                ElementsAre("prices.csv:1:1: column 'place' is missing (found year, palce, price). "
                            "Did you mean 'palce'?"));
    EXPECT_THAT(errors("2020,a,1\n"), ::testing::SizeIs(3));
    EXPECT_THAT(errors("year,place,price,year\n"),
                ElementsAre(HasSubstr("prices.csv:1:18: a second column 'year'")));
}

TEST_F(CsvReader, RefusesCellsThatAreNotWhatTheColumnHolds) {
    EXPECT_THAT(
        errors("year,place,price\n2020,教育,x\n1800,b,1\n2020.5,c,nan\n"),
        ElementsAre("prices.csv:2:9: 'price' cannot be 'x' (expected a number in the "
                    "declared range)",
                    "prices.csv:3:1: 'year' cannot be '1800' (expected a whole number in the "
                    "declared range, 1900 to 2100)",
                    HasSubstr("prices.csv:4:1: 'year' cannot be '2020.5'"),
                    HasSubstr("prices.csv:4:10: 'price' cannot be 'nan'")));
}

TEST_F(CsvReader, RefusesEmptyCells) {
    EXPECT_THAT(errors("year,place,price\n2020,,1\n"),
                ElementsAre(HasSubstr("prices.csv:2:6: 'place' has an empty cell")));
}

TEST_F(CsvReader, RefusesRowsOfAnotherLength) {
    EXPECT_THAT(errors("year,place,price\n2020,a\n2020,a,1,2\n\n2020,a,1\n"),
                ElementsAre("prices.csv:2:7: the row has 2 cells (expected 3 as in the header)",
                            HasSubstr("prices.csv:3:11: the row has 4 cells"),
                            HasSubstr("prices.csv:4:1: the row has 1 cells")));
}

TEST_F(CsvReader, RefusesQuotes) {
    EXPECT_THAT(errors("year,place,price\n2020,\"a\",1\n"),
                ElementsAre(HasSubstr("prices.csv:2:6: a quote")));
}

TEST_F(CsvReader, RefusesTablesWithoutRows) {
    EXPECT_THAT(errors(""), ElementsAre(HasSubstr("the table is empty")));
    EXPECT_THAT(errors("year,place,price\n"), ElementsAre(HasSubstr("has no rows")));
    EXPECT_THAT(errors(std::string(100'000, ',')), ElementsAre(HasSubstr("100001 columns")));
}

TEST_F(CsvReader, RefusesBytesThatAreNoText) {
    EXPECT_THAT(errors("year,place,price\n2020,\xFF,1\n"),
                ElementsAre(HasSubstr("prices.csv:2:6: the file is not valid UTF-8")));
}

TEST_F(CsvReader, ListsTheFirstErrorsOfMany) {
    std::string text = "year,place,price\n";
    for (int i = 0; i < 1000; ++i) {
        text += "x,a,1\n";
    }
    const std::vector<std::string> lines = errors(text);
    EXPECT_EQ(lines.size(), 21U);
    EXPECT_THAT(lines.back(), HasSubstr("more errors may follow"));
}

}  // namespace
}  // namespace sim::testing
