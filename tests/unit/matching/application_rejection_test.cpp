// SPDX-License-Identifier: Apache-2.0
// Bands of choices on a market in which each band width gives another result, and clearing rounds.
#include "sim/matching/application_rejection.hpp"

#include <gtest/gtest.h>

#include "sim/core/contract.hpp"
#include "sim/matching/deferred_acceptance.hpp"
#include "tests/unit/matching/market_case.hpp"

namespace sim::testing {
namespace {

// 1 is strong but comes second at option 0; 2 and 3 are weak and name options 1 and 2 first, which
// pays if a first choice counts for more than a score.
MarketCase race() {
    MarketCase market;
    market.capacity = {1, 1, 1, 1};
    market.score_by = ScoreBy::applicant;
    market.add({0, 1, 2, 3}, {4.0F});
    market.add({0, 1, 2, 3}, {3.0F});
    market.add({1, 2, 0, 3}, {1.0F});
    market.add({2, 1, 0, 3}, {2.0F});
    return market;
}

TEST(ApplicationRejection, BandWidthDecidesHowMuchAFirstChoiceCounts) {
    const MarketCase market = race();
    EXPECT_EQ(application_rejection(market.view(), 1), (Matching{0, 3, 1, 2}));
    EXPECT_EQ(application_rejection(market.view(), 2), (Matching{0, 1, 3, 2}));
    EXPECT_EQ(application_rejection(market.view(), all_choices), (Matching{0, 1, 3, 2}));
}

TEST(ApplicationRejection, SeatsAreFinalAtTheEndOfABandOnly) {
    // 2 reaches option 1 with its third choice: in time for a band of three, too late for two.
    MarketCase market;
    market.capacity = {1, 1, 1, 1};
    market.score_by = ScoreBy::applicant;
    market.add({0, 3}, {4.0F});
    market.add({2, 3}, {3.0F});
    market.add({0, 2, 1}, {2.0F});
    market.add({1, 3}, {1.0F});
    EXPECT_EQ(application_rejection(market.view(), 2), (Matching{0, 2, unassigned, 1}));
    EXPECT_EQ(application_rejection(market.view(), 3), (Matching{0, 2, 1, 3}));
    EXPECT_EQ(deferred_acceptance(market.view()), (Matching{0, 2, 1, 3}));
}

TEST(ApplicationRejection, ClearingRoundFillsWhatIsLeftAndTouchesNobodySeated) {
    MarketCase second;
    second.capacity = {2, 1};
    second.score_by = ScoreBy::applicant;
    second.add({}, {0.0F});
    second.add({0, 1}, {1.0F});
    second.add({0, 1}, {3.0F});
    second.add({0}, {2.0F});
    Matching matching{0, unassigned, unassigned, unassigned};
    EXPECT_EQ(clearing_round(second.view(), all_choices, matching), 2U);
    EXPECT_EQ(matching, (Matching{0, 1, 0, unassigned}));
    EXPECT_EQ(clearing_round(second.view(), all_choices, matching), 0U);
    EXPECT_EQ(matching, (Matching{0, 1, 0, unassigned}));
}

#if SIM_CONTRACTS
TEST(ApplicationRejection, RefusesEmptyBandsAndOverfullOptions) {
    const MarketCase market = race();
    EXPECT_THROW(application_rejection(market.view(), 0), ContractError);
    Matching overfull{1, 1, unassigned, unassigned};
    EXPECT_THROW(clearing_round(market.view(), 1, overfull), ContractError);
    Matching short_one{unassigned};
    EXPECT_THROW(clearing_round(market.view(), 1, short_one), ContractError);
}
#endif

}  // namespace
}  // namespace sim::testing
