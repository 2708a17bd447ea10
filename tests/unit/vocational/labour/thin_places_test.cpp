// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/thin_places.hpp"

#include <numeric>

#include <gtest/gtest.h>

namespace vocational {
namespace {

TEST(LeanOn, WeighsOwnCountsByTheirNumber) {
    std::vector<double> counts{30.0, 0.0};
    lean_on(counts, std::vector<double>{1.0, 3.0}, 30.0, 90.0);
    EXPECT_DOUBLE_EQ(counts[0], 0.25 * 30.0 + 0.75 * 30.0 * 0.25);
    EXPECT_DOUBLE_EQ(counts[1], 0.75 * 30.0 * 0.75);
    std::vector<double> alone{5.0, 1.0};
    lean_on(alone, std::vector<double>{0.0, 0.0}, 6.0, 90.0);
    EXPECT_EQ(alone, (std::vector<double>{5.0, 1.0}));
}

class ExpectTotals : public ::testing::Test {
  protected:
    ExpectTotals() { setting_.cities_of = {{0, 2}, {2, 3}}; }

    std::vector<double> totals(const std::vector<double>& prior, const std::vector<double>& seen,
                               double few) {
        std::vector<double> result;
        expect_totals(setting_, prior, seen, few, result);
        return result;
    }

    Setting setting_;
};

TEST_F(ExpectTotals, FollowWhatIsSeenWhereThereIsMuchAndThePriorWhereLittle) {
    const std::vector<double> prior{1.0, 1.0, 2.0};
    const std::vector<double> seen{10.0, 0.0, 10.0};
    const std::vector<double> sure = totals(prior, seen, 1e-9);
    const std::vector<double> blank = totals(prior, seen, 1e12);
    const std::vector<double> expected{5.0, 5.0, 10.0};
    for (std::size_t city = 0; city < 3; ++city) {
        EXPECT_NEAR(sure[city], seen[city], 1e-6);
        EXPECT_NEAR(blank[city], expected[city], 1e-6);
    }
}

TEST_F(ExpectTotals, KeepTheSum) {
    const std::vector<double> result = totals({0.3, 0.1, 2.0}, {7.0, 4.0, 2.0}, 20.0);
    EXPECT_NEAR(std::accumulate(result.begin(), result.end(), 0.0), 13.0, 1e-9);
    EXPECT_EQ(totals({0.0, 0.0, 0.0}, {1.0, 0.0, 0.0}, 20.0), std::vector<double>(3, 0.0));
}

// One city in each of two provinces: the mean of a gamma rate after seeing n where p was expected.
TEST_F(ExpectTotals, AreTheMeanOfAGammaRate) {
    setting_.cities_of = {{0, 1}, {1, 2}};
    const std::vector<double> result = totals({1.0, 1.0}, {12.0, 8.0}, 10.0);
    EXPECT_NEAR(result[0], 10.0 * (10.0 + 12.0) / 20.0, 1e-9);
    EXPECT_NEAR(result[1], 10.0 * (10.0 + 8.0) / 20.0, 1e-9);
}

}  // namespace
}  // namespace vocational
