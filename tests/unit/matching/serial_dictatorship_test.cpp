// SPDX-License-Identifier: Apache-2.0
// Choosing in the order of a common score.
#include "sim/matching/serial_dictatorship.hpp"

#include <gtest/gtest.h>

#include "sim/core/contract.hpp"
#include "tests/unit/matching/market_case.hpp"

namespace sim::testing {
namespace {

TEST(SerialDictatorship, ServesByScoreThenLotteryThenNumber) {
    MarketCase market;
    market.capacity = {1, 1, 0, 1};
    market.score_by = ScoreBy::applicant;
    market.add({2, 0, 1}, {1.0F}, 2);
    market.add({0, 1, 3}, {1.0F}, 1);
    market.add({0}, {5.0F}, 9);
    market.add({}, {7.0F}, 0);
    market.add({1, 3}, {1.0F}, 2);
    EXPECT_EQ(serial_dictatorship(market.view()), (Matching{unassigned, 1, 0, unassigned, 3}));
    EXPECT_TRUE(serial_dictatorship(MarketCase{.score_by = ScoreBy::applicant}.view()).empty());
}

#if SIM_CONTRACTS
TEST(SerialDictatorship, NeedsOneScorePerApplicant) {
    MarketCase market;
    market.capacity = {1};
    market.add({0}, {1.0F});
    EXPECT_THROW(serial_dictatorship(market.view()), ContractError);
}
#endif

}  // namespace
}  // namespace sim::testing
