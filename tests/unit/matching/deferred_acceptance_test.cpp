// SPDX-License-Identifier: Apache-2.0
// Deferred acceptance on markets small enough to solve by hand.
#include "sim/matching/deferred_acceptance.hpp"

#include <limits>

#include <gtest/gtest.h>

#include "tests/unit/matching/market_case.hpp"

namespace sim::testing {
namespace {

// The classic case in which stability costs applicants 0 and 1 their first choices: both would gain
// by a swap, but 2 has priority over 0 at option 1 and displaces nobody in the end.
MarketCase costly_stability() {
    MarketCase market;
    market.capacity = {1, 1, 1};
    market.add({1, 0, 2}, {1.0F, 3.0F, 1.0F});
    market.add({0, 1, 2}, {1.0F, 3.0F, 2.0F});
    market.add({1, 0, 2}, {2.0F, 2.0F, 3.0F});
    return market;
}

TEST(DeferredAcceptance, FindsTheStableMatchingThatApplicantsLikeBest) {
    const MarketCase market = costly_stability();
    const Matching matching = deferred_acceptance(market.view());
    EXPECT_EQ(matching, (Matching{0, 1, 2}));
    EXPECT_TRUE(is_stable(market, matching));
    EXPECT_FALSE(is_stable(market, {1, 0, 2}));
}

TEST(DeferredAcceptance, BreaksTiesByLotteryThenByNumber) {
    MarketCase market;
    market.capacity = {2};
    for (const std::uint64_t lot : {8U, 5U, 5U, 5U}) {
        market.add({0}, {1.0F}, lot);
    }
    EXPECT_EQ(deferred_acceptance(market.view()), (Matching{unassigned, 0, 0, unassigned}));
}

TEST(DeferredAcceptance, FillsSeveralSeatsWithTheBest) {
    MarketCase market;
    market.capacity = {3, 1};
    for (const float score : {1.0F, 6.0F, 3.0F, 5.0F, 2.0F, 4.0F}) {
        market.add({0, 1}, {score, -score});
    }
    EXPECT_EQ(deferred_acceptance(market.view()), (Matching{1, 0, unassigned, 0, unassigned, 0}));
}

TEST(DeferredAcceptance, TakesEmptyListsNoSeatsAndBoundlessSeats) {
    MarketCase market;
    EXPECT_TRUE(deferred_acceptance(market.view()).empty());
    EXPECT_TRUE(deferred_acceptance(ApplicationMarket{}).empty());
    market.capacity = {0, std::numeric_limits<std::uint32_t>::max()};
    market.add({}, {});
    market.add({0}, {1.0F});
    market.add({0, 1}, {9.0F, 0.0F});
    market.add({1}, {1.0F});
    EXPECT_EQ(deferred_acceptance(market.view()), (Matching{unassigned, unassigned, 1, 1}));
}

TEST(DeferredAcceptance, OneScorePerApplicantEqualsTheSameScoreAtEachEntry) {
    MarketCase by_entry;
    by_entry.capacity = {1, 1};
    by_entry.add({0, 1}, {1.0F, 1.0F});
    by_entry.add({0}, {2.0F});
    by_entry.add({1, 0}, {0.5F, 0.5F});
    MarketCase by_applicant = by_entry;
    by_applicant.score = {1.0F, 2.0F, 0.5F};
    by_applicant.score_by = ScoreBy::applicant;
    EXPECT_EQ(deferred_acceptance(by_applicant.view()), (Matching{1, 0, unassigned}));
    EXPECT_EQ(deferred_acceptance(by_entry.view()), deferred_acceptance(by_applicant.view()));
}

}  // namespace
}  // namespace sim::testing
