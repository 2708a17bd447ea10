// SPDX-License-Identifier: Apache-2.0
// Who pays and who is paid, and the governments behind three of the accounts.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "sim/core/enum.hpp"
#include "sim/policy/ledger.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

// lender holds bonds and loans; rest_of_economy stands for taxes, sales and pay not tied to
// education. Household, lender and rest_of_economy have no agents of their own behind them.
enum class Account : std::uint8_t {
    central,
    province,
    city,
    school,
    firm,
    household,
    centre,
    lender,
    rest_of_economy
};
inline constexpr std::size_t accounts = sim::enum_size<Account>;

// A flow between two accounts in a province; `cause` as in sim::FlowCell.
inline sim::FlowCell flow(ProvinceId region, Account payer, Account payee,
                          sim::FlowKind kind = sim::FlowKind::recurrent, std::size_t cause = 0) {
    return {region.row(), sim::index_of(payer), sim::index_of(payee), cause, kind};
}

// The central government, then the provinces, then the cities, in the order of their tables.
using GovernmentId = sim::Id<struct GovernmentTag, std::uint16_t>;

struct GovernmentTable final : sim::Table {
    SIM_TABLE(GovernmentTable, GovernmentId, "government",
              "Governments: the central one first, then provinces, then cities.");
    SIM_COLUMN(std::int64_t, balance, sim::unit::yuan, "Money in hand.");
    SIM_COLUMN(std::int64_t, debt, sim::unit::yuan, "Bonds and loans outstanding.");
    SIM_COLUMN(float, fidelity, sim::unit::share,
               "Share of a planned measure that is really carried out.");
};

inline GovernmentId central_government() {
    return GovernmentId(0);
}
inline GovernmentId government_of(ProvinceId province) {
    return GovernmentId(1 + province.row());
}
inline GovernmentId government_of(CityId city, std::size_t provinces) {
    return GovernmentId(1 + provinces + city.row());
}

// The account that a government's payments are booked under.
inline Account government_account(GovernmentId government, std::size_t provinces) {
    if (government.row() == 0) {
        return Account::central;
    }
    return government.row() <= provinces ? Account::province : Account::city;
}

// Province × track: what a year costs a family, before and after help. Written once a year by the
// government's rules, read by choice and persistence. Fees and waivers are those of public schools.
struct FamilyCostTable final : sim::Table {
    SIM_TABLE(FamilyCostTable, TrackCellId, "family_cost",
              "Province × track: yearly cost of a place to a family.");
    SIM_COLUMN(float, fees, sim::unit::yuan_per_student_year, "Tuition fees before waivers.");
    SIM_COLUMN(float, living, sim::unit::yuan_per_student_year,
               "Materials, boarding and travel of a student near home.");
    SIM_COLUMN(float, waiver, sim::unit::yuan_per_student_year,
               "Fees waived or granted, mean over students.");
    SIM_COLUMN(float, poor_grant, sim::unit::yuan_per_student_year,
               "Further grant to students of the poorest fifth of families.");
    SIM_COLUMN(float, loan, sim::unit::yuan_per_student_year,
               "Loan that a student of the poorest fifth of families can take.");
    SIM_COLUMN(float, private_extra, sim::unit::yuan_per_student_year,
               "What a private school costs beyond a public one, waivers counted.");
    SIM_COLUMN(float, private_share, sim::unit::share, "Students in private schools.");
};

}  // namespace vocational
