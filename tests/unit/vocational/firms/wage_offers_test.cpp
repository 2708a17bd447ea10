// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/wage_offers.hpp"

#include <gtest/gtest.h>

#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

TEST(VacancyAgeTest, OldPostsAgeAndNewOnesCountAsOne) {
    EXPECT_DOUBLE_EQ(aged_vacancies(0.0, 0, 3), 1.0);
    EXPECT_DOUBLE_EQ(aged_vacancies(1.0, 3, 3), 2.0);
    EXPECT_DOUBLE_EQ(aged_vacancies(4.0, 1, 2), 3.0);
    EXPECT_DOUBLE_EQ(aged_vacancies(4.0, 5, 0), 0.0);
}

// One firm of 40 jobs, of which as many stand open as a test says.
class WageOffersTest : public ::testing::Test {
  protected:
    WageOffersTest()
        : economy_(1, {{0, manufacturing, false, 40}}),
          states_(economy_.world.table<FirmStateTable>()),
          phase_(economy_.params, economy_.world) {}

    double offer_after(std::int32_t open, int quarters) {
        economy_.firms.headcount[0] = 40 - open;
        for (int q = 0; q < quarters; ++q) {
            economy_.run(phase_, LabourWorld::now + q);
        }
        return static_cast<double>(states_.offer[0]);
    }

    LabourWorld economy_;
    FirmStateTable& states_;
    WageOffers phase_;
};

TEST_F(WageOffersTest, RiseWhileVacanciesAgeAndDecayWhenFilled) {
    const FirmParams& params = economy_.params.firm;
    EXPECT_EQ(offer_after(0, 3), 0.0);
    const double first = offer_after(1, 1);  // 1 / 40 is the vacancy share of normal times
    EXPECT_NEAR(first, params.offer_raise / params.offer_full_age, 1e-6);
    const double second = offer_after(1, 1);
    EXPECT_NEAR(
        second,
        first * (1.0 - params.offer_decay) + 2.0 * params.offer_raise / params.offer_full_age,
        1e-6);
    const double long_run = offer_after(1, 60);
    EXPECT_NEAR(long_run, params.offer_raise / params.offer_decay, 1e-5);
    EXPECT_NEAR(offer_after(0, 1), long_run * (1.0 - params.offer_decay), 1e-6);
}

TEST_F(WageOffersTest, TurnoverCarriesThemIntoTheWageCost) {
    const double long_run = offer_after(1, 60);
    EXPECT_GT(static_cast<double>(states_.wage_cost[0]), 0.5 * long_run);
    EXPECT_LT(static_cast<double>(states_.wage_cost[0]), long_run);
}

TEST_F(WageOffersTest, StayBelowTheHighest) {
    economy_.params.firm.highest_offer.assign(0.03);
    EXPECT_NEAR(offer_after(20, 40), 0.03, 1e-7);
}

}  // namespace
}  // namespace vocational::testing
