// SPDX-License-Identifier: Apache-2.0
// Money of practice centres goes through their own account; what firms pay for hours comes first.
#include <gtest/gtest.h>

#include "models/vocational/agents/schools/practice_centre.hpp"
#include "tests/unit/vocational/policies/instrument_case.hpp"

namespace {

using namespace vocational_test;

constexpr CentreId centre = centre_of(west_two, CentreOwner::government);

class PracticeCentresTest : public ::testing::Test {
  protected:
    PracticeCentresTest() : one_("practice_centres") {
        auto& schools = one_.table<SchoolTable>();
        schools.first_programme[1] = 1;
        schools.programmes[1] = 2;
        one_.table<ProgrammeTable>().enrolled[machining.row()] = 10;
        one_.table<sim::PolicyTable>().append(1);
        auto& governments = one_.table<GovernmentTable>();
        std::fill_n(governments.fidelity.data(), governments.end_row(), 1.0F);
        one_.commitment().row = sim::PolicyId(0);
        one_.commitment().cause = 1;
        one_.commitment().ledger_shape = one_.setting().ledger;
        one_.set("stations_per_1000_students", 10.0);  // ten stations
        one_.set("city_share", 1.0);
        one_.set("build_years", 0.25);
    }
    PracticeCentreTable& centres() { return one_.table<PracticeCentreTable>(); }
    std::int64_t paid(Account payer, Account payee, sim::FlowKind kind) {
        return one_.table<sim::FlowTable>()
            .amount[one_.setting().ledger.cell(flow(western, payer, payee, kind, 1))];
    }
    void clear_flows() {
        auto& flows = one_.table<sim::FlowTable>();
        std::fill_n(flows.amount.data(), flows.end_row(), 0);
    }

    InstrumentCase one_;
};

TEST_F(PracticeCentresTest, TheCityPaysTheCentreAndTheCentreItsSuppliers) {
    one_.act({2024, 1});
    EXPECT_EQ(paid(Account::city, Account::centre, sim::FlowKind::capital), 600'000);
    EXPECT_EQ(paid(Account::centre, Account::rest_of_economy, sim::FlowKind::capital), 600'000);
    EXPECT_EQ(paid(Account::city, Account::rest_of_economy, sim::FlowKind::capital), 0);
    EXPECT_DOUBLE_EQ(centres().stations[centre.row()], 10.0);
    EXPECT_EQ(centres().balance[centre.row()], 0);
}

TEST_F(PracticeCentresTest, ServiceIncomeOffsetsTheRunningCost) {
    one_.act({2024, 1});
    clear_flows();
    one_.act({2024, 2});
    // Ten stations cost 12,500 a quarter; firms have a fifth of the hours at 25,000 for all.
    EXPECT_EQ(paid(Account::firm, Account::centre, sim::FlowKind::recurrent), 5'000);
    EXPECT_EQ(paid(Account::city, Account::centre, sim::FlowKind::recurrent), 7'500);
    EXPECT_EQ(paid(Account::centre, Account::rest_of_economy, sim::FlowKind::recurrent), 12'500);
    EXPECT_EQ(centres().balance[centre.row()], 0);
}

TEST_F(PracticeCentresTest, ASurplusStaysInHandAndRenewsStations) {
    one_.set("service_price", 60'000.0);
    one_.act({2024, 1});
    clear_flows();
    one_.act({2024, 2});
    EXPECT_EQ(paid(Account::city, Account::centre, sim::FlowKind::recurrent), 0);
    EXPECT_EQ(centres().balance[centre.row()], 30'000 - 12'500);
    centres().stations[centre.row()] = 8.0;
    clear_flows();
    one_.act({2024, 3});
    // Half a station a quarter; 24,000 from firms less 10,000 to run go before the city's money.
    EXPECT_EQ(paid(Account::centre, Account::rest_of_economy, sim::FlowKind::capital), 30'000);
    EXPECT_EQ(paid(Account::city, Account::centre, sim::FlowKind::capital), 0);
    EXPECT_EQ(centres().balance[centre.row()], 17'500 + 24'000 - 10'000 - 30'000);
    EXPECT_DOUBLE_EQ(centres().stations[centre.row()], 8.5);
}

TEST_F(PracticeCentresTest, FirmsPayHalfOfWhatTheyBuildWithTheCity) {
    one_.choose("kind", "school_in_factory");
    one_.act({2024, 1});
    EXPECT_EQ(paid(Account::city, Account::centre, sim::FlowKind::capital), 300'000);
    EXPECT_EQ(paid(Account::firm, Account::centre, sim::FlowKind::recurrent), 300'000);
    EXPECT_EQ(paid(Account::centre, Account::rest_of_economy, sim::FlowKind::capital), 600'000);
    EXPECT_EQ(centres().balance[centre.row()], 0);
    EXPECT_DOUBLE_EQ(centres().stations[centre.row()], 10.0);
}

}  // namespace
