// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/school_income.hpp"

#include <gtest/gtest.h>

#include "models/vocational/money/annuity.hpp"
#include "models/vocational/money/family_costs.hpp"
#include "models/vocational/money/money_census.hpp"
#include "tests/unit/vocational/money/money_world.hpp"

namespace {

using namespace vocational_test;

constexpr sim::Quarter base{2022, 3};
constexpr sim::Quarter after{2022, 4};

class Income : public ::testing::Test {
  protected:
    // One quarter of payments, with all books.
    void quarter(sim::Quarter now) {
        SchoolIncome income(world_.setting(), params_, world_.world());
        world_.open();
        world_.run(income, now);
        world_.close();
        EXPECT_EQ(world_.broken(), "");
    }
    // Public money that schools got in the quarter.
    std::int64_t public_money() {
        std::int64_t sum = 0;
        for (const Account payer : {Account::central, Account::province, Account::city}) {
            sum += world_.flow_of(western, payer, Account::school);
        }
        return sum;
    }

    MoneyWorld world_;
    Params params_;
};

// 10 agents are 1,000 people: 16,000 yuan each and nine tenths of the fees that half do not pay.
TEST_F(Income, IsTheFormulaSplitByPayers) {
    world_.set_students(10, 2);
    quarter(base);
    EXPECT_EQ(world_.flow_of(western, Account::central, Account::school), 422'500);
    EXPECT_EQ(world_.flow_of(western, Account::province, Account::school), 1'267'500);
    EXPECT_EQ(world_.flow_of(western, Account::city, Account::school), 2'535'000);
    EXPECT_EQ(world_.flow_of(western, Account::household, Account::school), 250'000);
    EXPECT_EQ(world_.flow_of(western, Account::rest_of_economy, Account::school), 100'000);
    EXPECT_EQ(world_.flow_of(western, Account::household, Account::rest_of_economy), 250'000);
    EXPECT_EQ(world_.flow_of(western, Account::city, Account::household), 30'000);
    EXPECT_EQ(world_.balance(general_school), 4'225'000 + 350'000);
    EXPECT_EQ(world_.table<SchoolMoneyTable>().received[0], world_.balance(general_school));
    for (std::size_t g = 0; g < 6; ++g) {
        EXPECT_EQ(world_.balance(GovernmentId(g)), 0) << g;
    }
}

TEST_F(Income, FieldsHaveTheirWeight) {
    world_.set_students(10, 0);
    world_.table<FieldWeightTable>()
        .weight[field_weight(Track::general_high, Field::general).row()] = 1.5;
    quarter(base);
    EXPECT_EQ(public_money(), 6'000'000 + 225'000);
}

TEST_F(Income, PerStudentRuleFollowsStudents) {
    world_.set_students(10, 2);
    quarter(base);
    world_.set_students(20, 4);
    quarter(after);
    EXPECT_EQ(public_money(), 2 * 4'225'000);
}

TEST_F(Income, FixedRevenueIsThinnedByStudents) {
    params_.funding.rule.assign(std::string("fixed_revenue"));
    world_.set_students(10, 2);
    quarter(base);
    world_.set_students(20, 4);
    quarter(after);
    EXPECT_EQ(public_money(), 4'225'000);
    world_.set_students(5, 1);
    quarter({2023, 1});
    EXPECT_EQ(public_money(), 4'225'000);
}

TEST_F(Income, FixedRevenueGrows) {
    params_.funding.rule.assign(std::string("fixed_revenue"));
    params_.funding.growth.assign(0.05);
    world_.set_students(10, 0);
    quarter(base);
    quarter({2024, 3});
    EXPECT_NEAR(static_cast<double>(public_money()), 4'225'000 * 1.05 * 1.05, 3.0);
}

// E10: capital now, less current money later.
TEST_F(Income, DebtServiceCrowdsOutCurrentMoney) {
    for (const char* rule : {"per_student", "fixed_revenue"}) {
        MoneyWorld world;
        params_.funding.rule.assign(std::string(rule));
        params_.bonds.project_revenue_share.assign(0.0);
        world.set_students(10, 0);
        world.set_fidelity(1.0F);
        SchoolIncome income(world.setting(), params_, world.world());
        PayingInstrument one;
        one.join(world);
        world.open();
        world.run(income, base);
        const Bill bill{government_of(west_one, 2), western, 40'000'000, sim::FlowKind::capital,
                        Financing::borrowed};
        one.purse.pay_school(one, world.tick_of(base), bill, general_school);
        world.close();
        EXPECT_EQ(world.broken(), "");
        world.open();
        world.run(income, after);
        world.close();
        EXPECT_EQ(world.broken(), "");
        const double service = annuity(40e6, quarterly_rate(0.03), 60);
        EXPECT_NEAR(static_cast<double>(world.flow_of(western, Account::city, Account::school)),
                    2'535'000 - service, 2.0);
        EXPECT_EQ(world.flow_of(western, Account::province, Account::school), 1'267'500);
    }
}

TEST_F(Income, MoreEffortBringsMoreOfThePlan) {
    world_.set_students(10, 0);
    for (std::size_t g = 0; g < 6; ++g) {
        world_.table<GovernmentTable>().fidelity[g] = 1.0F;  // 0.8 in the records
    }
    quarter(base);
    EXPECT_NEAR(static_cast<double>(public_money()), 4'225'000 / 0.8, 2.0);
    const auto& province = world_.table<ProvinceMoneyTable>();
    EXPECT_EQ(province.carried_out[0], province.planned[0]);
}

TEST_F(Income, FidelityIsCarriedOutOverPlanned) {
    world_.set_students(10, 0);
    quarter(base);
    const auto& province = world_.table<ProvinceMoneyTable>();
    EXPECT_NEAR(static_cast<double>(province.carried_out[0]),
                0.8 * static_cast<double>(province.planned[0]), 3.0);
}

TEST_F(Income, OneYuanTooMuchIsFound) {
    world_.set_students(10, 2);
    quarter(base);
    ++world_.table<SchoolStateTable>().balance[vocational_school.row()];
    EXPECT_NE(world_.broken().find("account school"), std::string::npos) << world_.broken();
    --world_.table<SchoolStateTable>().balance[vocational_school.row()];
    EXPECT_EQ(world_.broken(), "");
    --world_.table<GovernmentTable>().balance[government_of(east, 2).row()];
    EXPECT_NE(world_.broken().find("account city"), std::string::npos) << world_.broken();
    ++world_.table<GovernmentTable>().balance[government_of(east, 2).row()];
    ++world_.table<GovernmentTable>().debt[0];
    EXPECT_NE(world_.broken().find("account lender"), std::string::npos) << world_.broken();
}

TEST_F(Income, CensusSumsCostAndIncome) {
    world_.set_students(10, 2);
    quarter(base);
    MoneyCensus census(world_.setting(), params_.evaluation, world_.world());
    world_.run(census, base);
    EXPECT_EQ(world_.table<ProvinceMoneyTable>().public_cost[0], 4'225'000 + 50'000);
    EXPECT_EQ(world_.table<ProvinceMoneyTable>().borrowing[0], 0);
    EXPECT_EQ(world_.table<TrackMoneyTable>().received[general_in_west.row()], 4'575'000);
    EXPECT_DOUBLE_EQ(world_.table<ProvinceMoneyTable>().present_cost[0], 4'275'000.0);
    world_.run(census, {2023, 3});
    EXPECT_NEAR(world_.table<ProvinceMoneyTable>().present_cost[0],
                4'275'000.0 * (1.0 + 1.0 / 1.05), 1e-3);
}

// A private school lives on 0.85 of what a public one has: a tenth of the formula from the public
// purse, other income alike, families pay the rest; nobody is waived anything, so governments
// replace nothing.
TEST_F(Income, PrivateSchoolsLiveOnFees) {
    world_.table<SchoolStateTable>().ownership[general_school.row()] = Ownership::private_nonprofit;
    world_.set_students(10, 0);
    quarter(base);
    const auto& supply = params_.school_supply;
    const double people = 1000.0 / 4.0;
    const double formula = 0.1 * 16'000.0;
    const double like_public = 16'000.0 + 2'000.0 + 400.0;
    EXPECT_EQ(supply.private_public_money, 0.1);
    EXPECT_EQ(supply.private_income, 0.85);
    EXPECT_EQ(public_money(), std::llround(people * formula));
    EXPECT_EQ(world_.flow_of(western, Account::household, Account::school),
              std::llround(people * (0.85 * like_public - formula - 400.0)));
    EXPECT_EQ(world_.flow_of(western, Account::rest_of_economy, Account::school), 100'000);
}

// What families learn of prices is what they will be charged.
TEST_F(Income, FamiliesSeeThePriceThatTheyPay) {
    world_.table<SchoolStateTable>().ownership[general_school.row()] = Ownership::private_profit;
    world_.set_students(10, 0);
    FamilyCosts costs(world_.setting(), params_.school_supply, world_.world());
    world_.run(costs, base);
    quarter(base);
    const auto& seen = world_.table<FamilyCostTable>();
    const std::size_t cell = general_in_west.row();
    const double in_public = static_cast<double>(seen.fees[cell] - seen.waiver[cell]);
    EXPECT_EQ(in_public, 1'000.0);  // half of the pupils pay 2,000 yuan
    EXPECT_EQ(seen.private_share[cell], 1.0F);
    EXPECT_NEAR(1000.0 / 4.0 * (in_public + static_cast<double>(seen.private_extra[cell])),
                static_cast<double>(world_.flow_of(western, Account::household, Account::school)),
                1.0);
    world_.table<SchoolStateTable>().ownership[general_school.row()] = Ownership::public_school;
    world_.run(costs, base);
    EXPECT_EQ(seen.private_share[cell], 0.0F);
}

TEST_F(Income, MorePublicMoneyLowersPrivateFeesOneForOne) {
    world_.table<SchoolStateTable>().ownership[general_school.row()] = Ownership::private_profit;
    world_.set_students(10, 0);
    const auto fees_at = [&](double share) {
        params_.school_supply.private_public_money.assign(share);
        quarter(base);
        return world_.flow_of(western, Account::household, Account::school);
    };
    const std::int64_t few = fees_at(0.4);
    EXPECT_EQ(fees_at(0.1) - few, std::llround(1000.0 / 4.0 * 0.3 * 16'000.0));
}

}  // namespace
