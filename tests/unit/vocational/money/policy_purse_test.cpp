// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/policy_purse.hpp"

#include <gtest/gtest.h>

#include "tests/unit/vocational/money/money_world.hpp"

namespace {

using namespace vocational_test;

constexpr sim::Quarter now{2022, 3};
const GovernmentId province = government_of(western);

class Purse : public ::testing::Test {
  protected:
    Payment pay(std::int64_t planned, sim::Quarter when = now,
                Financing financing = Financing::by_rule) {
        const Bill bill{province, western, planned, sim::FlowKind::capital, financing};
        return one_.purse.pay_school(one_, world_.tick_of(when), bill, general_school,
                                     Purpose::equipment);
    }
    // Money of policies comes out of a revenue of that size, of which a tenth can be moved.
    void use_budgets(std::int64_t revenue) {
        world_.table<MoneyRuleTable>().raises_revenue[0] = 0;
        world_.table<GovernmentStateTable>().revenue[province.row()] = revenue;
    }
    const sim::PolicyTable& policies() { return world_.table<sim::PolicyTable>(); }

    MoneyWorld world_;
    PayingInstrument one_;
};

TEST_F(Purse, PaysTheShareThatIsCarriedOutAndBooksIt) {
    one_.join(world_);
    world_.open();
    const Payment payment = pay(1'000);
    world_.close();
    EXPECT_EQ(payment.paid, 800);
    EXPECT_DOUBLE_EQ(payment.done, 0.8);
    EXPECT_EQ(world_.balance(general_school), 800);
    EXPECT_EQ(world_.balance(province), 0);
    EXPECT_EQ(
        world_.flow_of(western, Account::province, Account::school, sim::FlowKind::capital, 1),
        800);
    EXPECT_EQ(world_.flow_of(western, Account::rest_of_economy, Account::province,
                             sim::FlowKind::recurrent, 1),
              800);
    EXPECT_EQ(world_.table<SchoolMoneyTable>().for_equipment[0], 800);
    EXPECT_EQ(world_.table<ProvinceMoneyTable>().planned[0], 1'000);
    EXPECT_EQ(world_.table<ProvinceMoneyTable>().carried_out[0], 800);
    EXPECT_EQ(world_.broken(), "");
}

TEST_F(Purse, ReportsPartOfTheShortfallAsDone) {
    one_.join(world_);
    world_.table<GovernmentStateTable>().relabelled_share[province.row()] = 0.5F;
    pay(1'000);
    EXPECT_EQ(world_.table<ProvinceMoneyTable>().reported[0], 900);
}

TEST_F(Purse, BudgetBindsWithinEachYearOfThePolicy) {
    one_.join(world_, sim::Budget{"local", 1'000.0});
    EXPECT_EQ(pay(1'000).paid, 800);
    const Payment second = pay(1'000, {2022, 4});
    EXPECT_EQ(second.paid, 200);
    EXPECT_DOUBLE_EQ(second.done, 0.2);
    EXPECT_EQ(pay(1'000, {2023, 2}).paid, 0);
    EXPECT_EQ(policies().unpaid[0], 600 + 800);
    EXPECT_EQ(pay(1'000, {2023, 3}).paid, 800);  // the second year begins
    EXPECT_EQ(policies().spent[0], 800 + 200 + 800);
}

TEST_F(Purse, BudgetOfAnotherPayerDoesNotBind) {
    one_.join(world_, sim::Budget{"central", 10.0});
    EXPECT_EQ(pay(1'000).paid, 800);
    EXPECT_EQ(one_.purse.within_budget(one_, world_.tick_of(now), Account::central, 50), 10);
    EXPECT_TRUE(is_known_payer("local") && is_known_payer("firm"));
    EXPECT_FALSE(is_known_payer("nobody"));
}

TEST_F(Purse, OtherSpendingGivesWayOnlySoFar) {
    one_.join(world_);
    use_budgets(5'000);
    EXPECT_EQ(pay(1'000).paid, 500);
    EXPECT_EQ(world_.balance(province), -500);
    EXPECT_EQ(pay(1'000).paid, 0);
    EXPECT_EQ(policies().unpaid[0], 300 + 800);
}

TEST_F(Purse, BorrowsForCapitalNow) {
    one_.join(world_);
    use_budgets(0);
    world_.open();
    EXPECT_EQ(pay(1'000, now, Financing::borrowed).paid, 800);
    world_.close();
    EXPECT_EQ(world_.table<GovernmentTable>().debt[province.row()], 800);
    EXPECT_EQ(
        world_.flow_of(western, Account::lender, Account::province, sim::FlowKind::capital, 1),
        800);
    EXPECT_EQ(world_.balance(province), 0);
    EXPECT_EQ(world_.broken(), "");
}

TEST_F(Purse, PilotsGainByEffortNotByMoney) {
    one_.join(world_);
    world_.table<ProvinceMoneyTable>().effort_bonus[0] = 0.25F;
    EXPECT_DOUBLE_EQ(pay(1'000).done, 0.8);  // a measure that belongs to no pilot
    sim::Commitment commitment = one_.commitment();
    commitment.pilot = std::make_shared<sim::PilotArea>();
    one_.commit("measure", commitment);
    const Payment payment = pay(1'000);
    EXPECT_EQ(payment.paid, 800);
    EXPECT_DOUBLE_EQ(payment.done, 1.0);
    EXPECT_NEAR(one_.purse.share_done(one_, province, western), 1.0, 1e-7);
    EXPECT_NEAR(one_.purse.share_done(one_, government_of(eastern), eastern), 0.8, 1e-7);
}

TEST_F(Purse, PaysOthersToo) {
    one_.join(world_);
    world_.open();
    const Bill bill{central_government(), western, 500};
    const sim::Tick tick = world_.tick_of(now);
    one_.purse.pay_students(one_, tick, bill, Track::general_high);
    one_.purse.pay_households(one_, tick, bill);
    one_.purse.pay_firm(one_, tick, bill, FirmId(0));
    std::int64_t& centre = world_.table<PracticeCentreTable>().balance[0];
    one_.purse.pay_centre(one_, tick, bill, centre);
    one_.purse.pay_from_firms(one_, tick, western, Account::centre, 50, &centre);
    one_.purse.pay_from_centre(one_, western, sim::FlowKind::capital, 300, centre);
    one_.purse.pay_suppliers(one_, tick, bill);
    world_.close();
    EXPECT_EQ(
        world_.flow_of(western, Account::central, Account::household, sim::FlowKind::recurrent, 1),
        800);
    EXPECT_EQ(world_.table<TrackMoneyTable>().help_paid[general_in_west.row()], 400);
    EXPECT_EQ(world_.table<FirmStateTable>().balance[0], 400);
    EXPECT_EQ(
        world_.flow_of(western, Account::central, Account::centre, sim::FlowKind::recurrent, 1),
        400);
    EXPECT_EQ(world_.flow_of(western, Account::centre, Account::rest_of_economy,
                             sim::FlowKind::capital, 1),
              300);
    EXPECT_EQ(centre, 400 + 50 - 300);
    EXPECT_EQ(world_.broken(), "");
    ++centre;
    EXPECT_NE(world_.broken().find("centre"), std::string::npos) << world_.broken();
}

}  // namespace
