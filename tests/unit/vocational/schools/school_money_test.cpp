// SPDX-License-Identifier: Apache-2.0
// Income, budgets and loans of schools.
#include <gtest/gtest.h>

#include "models/vocational/phases/schools/school_budget.hpp"
#include "tests/unit/vocational/schools/school_world.hpp"

namespace vocational::testing {
namespace {

BudgetNeeds ample() {
    return {.debt_service = 100,
            .pay = 5'000,
            .operation_floor = 1'000,
            .operation_ceiling = 4'000,
            .equipment = 10'000,
            .courses = 10'000,
            .development = 10'000,
            .digital = 10'000};
}

std::int64_t spent(const BudgetPlan& plan) {
    return plan.debt_service + plan.pay + plan.operation + plan.equipment + plan.courses +
           plan.development + plan.digital;
}

TEST(BudgetPlan, SharesFloorsAndRestAddUpToTheYuan) {
    const SchoolBudgetParams params;
    const BudgetPlan plan = plan_budget(params, ample(), 10'000, 10'000, 0);
    EXPECT_EQ(plan.loan, 0);
    EXPECT_EQ(plan.debt_service, 100);
    EXPECT_EQ(plan.pay, 5'000);
    EXPECT_EQ(plan.equipment, 500);  // 5 % of the income
    EXPECT_EQ(plan.courses, 200);
    EXPECT_EQ(plan.development, 150);
    EXPECT_EQ(plan.digital, 200);
    EXPECT_EQ(plan.operation, 3'850);  // what is left, below the ceiling
    EXPECT_EQ(spent(plan) + plan.left, 10'000);
}

TEST(BudgetPlan, SpendsEarmarkedMoneyOnItsPurposeAlone) {
    const SchoolBudgetParams params;
    BudgetNeeds needs = ample();
    needs.equipment = 3'200;
    needs.earmarks = {.equipment = 3'000, .building = 700, .courses = 40};
    const BudgetPlan plan = plan_budget(params, needs, 13'740, 13'740, 0);
    EXPECT_EQ(plan.building, 700);
    EXPECT_EQ(plan.equipment, 3'200);  // of its own only what is then still needed
    EXPECT_EQ(plan.courses, 240);      // and 2 % of the 10,000 that are its own
    EXPECT_EQ(spent(plan) + plan.building + plan.left, 13'740);
    // Not even for pay.
    const BudgetPlan poor = plan_budget(params, needs, 4'000, 4'000, 5'000'000);
    EXPECT_EQ(poor.equipment, 3'000);
    EXPECT_EQ(poor.pay, 160);
}

TEST(BudgetPlan, BuysNothingThatIsNotFunded) {
    const SchoolBudgetParams params;
    const BudgetPlan plan = plan_budget(params, ample(), 6'100, 6'100, 0);
    EXPECT_EQ(plan.pay, 5'000);
    EXPECT_EQ(plan.operation, 1'000);
    EXPECT_EQ(plan.equipment + plan.courses + plan.development + plan.digital, 0);
    EXPECT_EQ(plan.left, 0);
}

TEST(BudgetPlan, BorrowsForPayUpToTheLimitOnly) {
    const SchoolBudgetParams params;  // half a year's income at most
    const BudgetPlan plan = plan_budget(params, ample(), 2'000, 2'000, 0);
    EXPECT_EQ(plan.loan, 3'100);
    EXPECT_EQ(plan.pay, 5'000);
    const BudgetPlan full = plan_budget(params, ample(), 2'000, 2'000, 4'000);
    EXPECT_EQ(full.loan, 0);
    EXPECT_EQ(full.pay, 1'900);  // what is there
    EXPECT_EQ(full.left, 0);
}

TEST(BudgetPlan, LeavesEarmarkedMoneyAboveTheCeilingUntouched) {
    const SchoolBudgetParams params;
    const BudgetPlan plan = plan_budget(params, ample(), 100'000, 10'000, 0);
    EXPECT_EQ(plan.operation, 4'000);
    EXPECT_EQ(spent(plan) + plan.left, 100'000);
}

TEST(Loans, AreGoneAfterTheirYears) {
    const SchoolBudgetParams params;
    const std::int64_t service = quarterly_service(params, 1'000'000);
    // P · (r/4) ÷ (1 − (1 + r/4)^−40)
    EXPECT_EQ(service, 31'922);
    std::int64_t debt = 1'000'000;
    for (int quarter = 0; quarter < 40; ++quarter) {
        debt += quarterly_interest(params, debt);
        debt -= std::min(debt, service);
    }
    EXPECT_EQ(debt, 0);
}

class SchoolMoney : public ::testing::Test {
  protected:
    SchoolMoney() : world_({{0}, {2}}) {}

    void quarter() {
        SchoolBudget budget(world_.setting, world_.norms, world_.params, world_.world);
        world_.receive_money();
        world_.run(budget, SchoolWorld::later);
    }

    SchoolWorld world_;
};

TEST_F(SchoolMoney, EveryQuarterBalancesAndALostYuanIsFound) {
    for (int quarters = 0; quarters < 8; ++quarters) {
        world_.open_ledger();
        quarter();
        EXPECT_EQ(world_.close_ledger(), "");
        EXPECT_GE(world_.states.balance[0], 0);
        EXPECT_GE(world_.states.balance[1], 0);
    }
    world_.open_ledger();
    quarter();
    world_.states.balance[1] += 1;
    EXPECT_NE(world_.close_ledger(), "");
}

TEST_F(SchoolMoney, SpendingIsIncomeWhenNothingIsPutBy) {
    world_.open_ledger();
    quarter();
    const SchoolStateTable& s = world_.states;
    for (std::size_t row = 0; row < 2; ++row) {
        EXPECT_EQ(s.pay[row] + s.operation[row] + s.equipment[row] + s.courses[row] +
                      s.development[row] + s.digital_spending[row] + s.balance[row],
                  s.income[row]);
        EXPECT_GT(s.equipment[row], 0);
    }
    EXPECT_GT(s.operation[0], s.operation[1]);
}

TEST_F(SchoolMoney, DebtServiceCrowdsOutOtherSpending) {
    world_.states.balance[0] = 0;
    world_.states.debt[0] = 20'000'000;
    world_.owe(20'000'000);
    world_.states.debt_service[0] =
        quarterly_service(world_.params.school_budget, world_.states.debt[0]);
    SchoolWorld free({{0}, {2}});
    world_.open_ledger();
    quarter();
    EXPECT_EQ(world_.close_ledger(), "");
    EXPECT_LT(world_.states.debt[0], 20'000'000);
    SchoolBudget budget(free.setting, free.norms, free.params, free.world);
    free.open_ledger();
    free.receive_money();
    free.run(budget, SchoolWorld::later);
    EXPECT_EQ(free.states.operation[0] - world_.states.operation[0], world_.states.debt_service[0]);
}

}  // namespace
}  // namespace vocational::testing
