// SPDX-License-Identifier: Apache-2.0
// Apportionment on cases that can be checked by hand, and where rounding errors would lose a seat.
#include "sim/matching/apportion.hpp"

#include <cmath>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "sim/core/contract.hpp"

namespace sim::testing {
namespace {

using Counts = std::vector<std::int64_t>;

Counts shares(const std::vector<double>& entitlements, double offset) {
    Counts out(entitlements.size());
    apportion(entitlements, offset, out);
    return out;
}

Counts shares_of(const std::vector<double>& weights, std::int64_t total, double offset) {
    Counts out(weights.size());
    apportion_total(weights, total, offset, out);
    return out;
}

std::int64_t sum(const Counts& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

TEST(Apportion, FollowsTheRunningSum) {
    EXPECT_EQ(shares({0.5, 0.5, 1.25, 0.75}, 0.0), (Counts{0, 1, 1, 1}));
    EXPECT_EQ(shares({0.5, 0.5, 1.25, 0.75}, 0.5), (Counts{1, 0, 1, 1}));
    EXPECT_EQ(shares({3.0, 0.0, 2.0}, 0.99), (Counts{3, 0, 2}));
    EXPECT_TRUE(shares({}, 0.5).empty());
    EXPECT_EQ(shares({0.0, 0.0}, 0.9), (Counts{0, 0}));
}

TEST(Apportion, SmallCellsTakeTurnsAndGetTheirShareOverTheYears) {
    const std::vector<double> quarter_seats(4, 0.25);
    Counts received(4, 0);
    for (int year = 0; year < 4; ++year) {
        const Counts this_year = shares(quarter_seats, 0.25 * year);
        EXPECT_EQ(sum(this_year), 1);
        for (std::size_t cell = 0; cell < 4; ++cell) {
            received[cell] += this_year[cell];
        }
    }
    EXPECT_EQ(received, (Counts{1, 1, 1, 1}));
}

TEST(Apportion, RoundingErrorsOfTheCallerLoseNoSeat) {
    for (const double offset : {0.0, 1e-17, 0.3, 0.5, std::nextafter(1.0, 0.0)}) {
        EXPECT_EQ(sum(shares(std::vector<double>(10, 0.1), offset)), 1);
        EXPECT_EQ(sum(shares(std::vector<double>(3'000, 1.0 / 3.0), offset)), 1'000);
        EXPECT_EQ(sum(shares(std::vector<double>(70'000, 1e9 / 7e4), offset)), 1'000'000'000);
        EXPECT_EQ(shares({0.1, 0.7, 0.2 - 1e-12}, offset).size(), 3U);
    }
}

TEST(Apportion, TotalsAreExactForAnyWeights) {
    EXPECT_EQ(shares_of({1.0, 1.0, 1.0}, 3, 0.7), (Counts{1, 1, 1}));
    EXPECT_EQ(shares_of({1.0, 1.0, 1.0}, 2, 0.0), (Counts{0, 1, 1}));
    EXPECT_EQ(shares_of({1.0, 1.0, 1.0}, 2, 0.5), (Counts{1, 0, 1}));
    EXPECT_EQ(shares_of({1e-300, 1e-300}, 8, 0.0), (Counts{4, 4}));
    EXPECT_EQ(shares_of({1e300, 3e300}, 8, 0.5), (Counts{2, 6}));
    EXPECT_EQ(shares_of({0.0, 5.0, 0.0}, 7, 0.5), (Counts{0, 7, 0}));
    EXPECT_EQ(shares_of({0.0, 0.0}, 0, 0.5), (Counts{0, 0}));
    const Counts yuan = shares_of({0.1, 0.2, 0.3, 1e-9}, 9'000'000'000'000'007, 0.123);
    EXPECT_EQ(sum(yuan), 9'000'000'000'000'007);
}

TEST(Apportion, GroupsKeepTheirOwnRounding) {
    const std::vector<std::uint32_t> groups{0, 2, 2, 5};
    const std::vector<double> entitlements{0.5, 0.75, 0.5, 0.5, 0.75};
    const std::vector<double> own{0.0, 0.5, 0.5};
    Counts out(5);
    // Sums 1.25, 0, 1.75: offset 0 gives 1, 0, 2; offset .8 gives 2, 0, 1.
    apportion_groups(groups, entitlements, 0.0, own, out);
    EXPECT_EQ(out[0] + out[1], 1);
    EXPECT_EQ(out[2] + out[3] + out[4], 2);
    apportion_groups(groups, entitlements, 0.8, own, out);
    EXPECT_EQ(out[0] + out[1], 2);
    EXPECT_EQ(out[2] + out[3] + out[4], 1);
}

TEST(Apportion, AChangeInOneGroupLeavesTheRoundingOfAnotherAlone) {
    const std::vector<std::uint32_t> groups{0, 1, 5};
    const std::vector<double> own{0.4, 0.4};
    Counts before(5);
    Counts after(5);
    // 0.1 more in the first group does not change the second group's total.
    apportion_groups(groups, std::vector<double>{0.3, 0.6, 0.6, 0.6, 0.7}, 0.1, own, before);
    apportion_groups(groups, std::vector<double>{0.4, 0.6, 0.6, 0.6, 0.7}, 0.1, own, after);
    EXPECT_EQ(Counts(before.begin() + 1, before.end()), Counts(after.begin() + 1, after.end()));
    // Plain running sums do shift it.
    EXPECT_NE(shares({0.3, 0.6, 0.6, 0.6, 0.7}, 0.1), shares({0.4, 0.6, 0.6, 0.6, 0.7}, 0.1));
}

#if SIM_CONTRACTS
TEST(Apportion, RefusesWhatIsNotAnEntitlement) {
    EXPECT_THROW(shares({-0.1}, 0.0), ContractError);
    EXPECT_THROW(shares({std::nan("")}, 0.0), ContractError);
    EXPECT_THROW(shares({1.0}, 1.0), ContractError);
    EXPECT_THROW(shares_of({0.0}, 1, 0.0), ContractError);
    EXPECT_THROW(shares_of({1.0}, -1, 0.0), ContractError);
    EXPECT_THROW(shares_of({HUGE_VAL}, 1, 0.0), ContractError);
}
#endif

}  // namespace
}  // namespace sim::testing
