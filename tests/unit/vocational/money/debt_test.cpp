// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/debt.hpp"

#include <gtest/gtest.h>

#include "models/vocational/money/annuity.hpp"
#include "tests/unit/vocational/money/money_world.hpp"

namespace {

using namespace vocational_test;

class Debt : public ::testing::Test, protected sim::Accessor {
  protected:
    Debt() { bind(world_.world()); }
    void borrow(std::int64_t yuan, double rate, int years) {
        EXPECT_TRUE(desk_.issue(world_.setting().ledger, {city_, place_, rate, years}, yuan));
    }

    const GovernmentId city_{3};
    const sim::FlowCell place_{0, sim::index_of(Account::city), 0, 1};
    MoneyWorld world_;
    DebtDesk desk_{*this};
};

TEST_F(Debt, IsPaidOffToTheYuanAndAccountsBalance) {
    world_.open();
    borrow(100'000'001, 0.03, 10);
    world_.close();
    EXPECT_EQ(world_.broken(), "");
    EXPECT_EQ(world_.balance(city_), 100'000'001);
    const double sum = annuity(100'000'001.0, quarterly_rate(0.03), 40);
    for (int quarter = 0; quarter < 40; ++quarter) {
        const std::int64_t before = world_.balance(city_);
        world_.open();
        desk_.serve(world_.setting().ledger, city_, place_, 0.0);
        world_.close();
        EXPECT_EQ(world_.broken(), "");
        EXPECT_NEAR(static_cast<double>(before - world_.balance(city_)), sum, 2.0);
    }
    EXPECT_EQ(world_.table<GovernmentTable>().debt[city_.row()], 0);
    const std::int64_t last = world_.balance(city_);
    desk_.serve(world_.setting().ledger, city_, place_, 0.0);
    EXPECT_EQ(world_.balance(city_), last);
}

TEST_F(Debt, ProjectsPayTheirShare) {
    world_.open();
    borrow(1'000'000, 0.03, 10);
    desk_.serve(world_.setting().ledger, city_, place_, 0.3);
    world_.close();
    const double sum = annuity(1e6, quarterly_rate(0.03), 40);
    EXPECT_NEAR(static_cast<double>(1'000'000 - world_.balance(city_)), 0.7 * sum, 2.0);
    EXPECT_EQ(world_.broken(), "");
}

TEST_F(Debt, EqualBondsAreOneAndSlotsEnd) {
    world_.open();
    borrow(50, 0.03, 10);
    borrow(50, 0.03, 10);
    EXPECT_EQ(world_.table<BondTable>().owed[city_.row() * bond_slots], 100);
    for (std::size_t i = 1; i < bond_slots; ++i) {
        borrow(10, 0.03, 10 + static_cast<int>(i));
    }
    EXPECT_FALSE(desk_.issue(world_.setting().ledger, {city_, place_, 0.04, 10}, 10));
    world_.close();
    EXPECT_EQ(world_.broken(), "");
}

}  // namespace
