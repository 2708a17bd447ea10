// SPDX-License-Identifier: Apache-2.0
// What a market must look like, and who goes first.
#include "sim/matching/application_market.hpp"

#include <limits>

#include <gtest/gtest.h>

#include "sim/core/contract.hpp"
#include "tests/unit/matching/market_case.hpp"

namespace sim::testing {
namespace {

MarketCase two_applicants() {
    MarketCase market;
    market.capacity = {1, 1};
    market.add({0, 1}, {3.0F, 1.0F}, 5);
    market.add({1}, {2.0F}, 4);
    return market;
}

TEST(ApplicationMarket, ReadsScoresByEntryOrByApplicant) {
    MarketCase market = two_applicants();
    EXPECT_EQ(market.view().applicants(), 2U);
    EXPECT_EQ(market.view().options(), 2U);
    EXPECT_EQ(market.view().score_of(1, 2), 2.0F);
    market.score = {7.0F, 8.0F};
    market.score_by = ScoreBy::applicant;
    EXPECT_EQ(market.view().score_of(1, 2), 8.0F);
}

TEST(ApplicationMarket, OrdersClaimsByScoreThenLotteryThenNumber) {
    const std::vector<std::uint64_t> lottery{9, 3, 3};
    const ClaimOrder goes_first{lottery};
    EXPECT_TRUE(goes_first({2.0F, 0}, {1.0F, 1}));
    EXPECT_FALSE(goes_first({1.0F, 1}, {2.0F, 0}));
    EXPECT_TRUE(goes_first({1.0F, 1}, {1.0F, 0}));
    EXPECT_TRUE(goes_first({1.0F, 1}, {1.0F, 2}));
    EXPECT_FALSE(goes_first({1.0F, 2}, {1.0F, 1}));
    EXPECT_FALSE(goes_first({1.0F, 1}, {1.0F, 1}));
}

#if SIM_CONTRACTS
TEST(ApplicationMarket, RefusesArraysThatDoNotFit) {
    EXPECT_NO_THROW(check_market(two_applicants().view()));
    EXPECT_NO_THROW(check_market(ApplicationMarket{}));
    const auto refuses = [](auto change) {
        MarketCase market = two_applicants();
        change(market);
        EXPECT_THROW(check_market(market.view()), ContractError);
    };
    refuses([](MarketCase& market) { market.list_offsets[0] = 1; });
    refuses([](MarketCase& market) { market.list_offsets[1] = 9; });
    refuses([](MarketCase& market) { market.list_offsets.back() = 2; });
    refuses([](MarketCase& market) { market.list_options[2] = 2; });
    refuses([](MarketCase& market) { market.lottery.pop_back(); });
    refuses([](MarketCase& market) { market.score.pop_back(); });
    refuses([](MarketCase& market) { market.score_by = ScoreBy::applicant; });
    refuses([](MarketCase& market) { market.score[1] = std::numeric_limits<float>::quiet_NaN(); });
}
#endif

}  // namespace
}  // namespace sim::testing
