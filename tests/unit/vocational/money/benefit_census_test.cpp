// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/benefit_census.hpp"

#include <gtest/gtest.h>

#include "tests/unit/vocational/money/money_world.hpp"

namespace {

using namespace vocational_test;

TEST(BenefitCensus, AddsPayAndNetReceiptsOfHouseholdsDiscountedToTheStart) {
    MoneyWorld world;
    EvaluationParams params;
    BenefitCensus phase(world.setting(), params);
    world.table<LabourCellTable>().wage_sum[labour_cell(western, Level::associate).row()] = 4'000;
    const auto book = [&](Account payer, Account payee, std::int64_t yuan) {
        world.table<sim::FlowTable>()
            .amount[world.setting().ledger.cell(flow(western, payer, payee))] = yuan;
    };
    book(Account::city, Account::household, 500);
    book(Account::firm, Account::household, 70);
    book(Account::household, Account::school, 30);
    book(Account::school, Account::household, 9'999);  // pay of teachers is a cost
    const auto& present = world.table<ProvinceMoneyTable>().present_benefits;
    const double quarter = 0.25 * 4'000 * people_per_agent + 500 + 70 - 30;
    world.run(phase, {2022, 2});
    EXPECT_EQ(present[western.row()], 0.0) << "before the start";
    world.run(phase, {2022, 3});
    EXPECT_DOUBLE_EQ(present[western.row()], quarter);
    world.run(phase, {2023, 3});
    EXPECT_NEAR(present[western.row()], quarter * (1.0 + 1.0 / 1.05), 1e-6);
    EXPECT_EQ(present[eastern.row()], 0.0);
}

}  // namespace
