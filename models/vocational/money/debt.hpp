// SPDX-License-Identifier: Apache-2.0
// 4.13 Bonds (E10): the lender pays capital now, the government repays in equal quarterly sums.
// Interest leaves the lender for the rest of the economy, so the lender's account is always minus
// what is owed to it. Bonds of one government, cause, rate and end are one row.
#pragma once

#include "models/vocational/agents/accounts.hpp"
#include "sim/tables/handle.hpp"

namespace vocational {

using BondId = sim::Id<struct BondTag, std::uint32_t>;
// Different bonds that a government can have at a time.
inline constexpr std::size_t bond_slots = 64;

struct BondTable final : sim::Table {
    SIM_TABLE(BondTable, BondId, "bond", "Government × slot: bonds outstanding.");
    SIM_COLUMN(std::int64_t, owed, sim::unit::yuan, "Principal outstanding; 0 = no bond.");
    SIM_COLUMN(double, quarterly_rate, sim::unit::share, "Interest of a quarter.");
    SIM_COLUMN(std::int16_t, payments_left, sim::unit::quarter, "Quarterly payments to come.");
    SIM_COLUMN(std::uint16_t, cause, sim::unit::none,
               "Instrument that borrowed, as in the ledger.");
};

struct Loan {
    GovernmentId government;
    sim::FlowCell purpose{};  // region, payer (the government's account) and cause
    double yearly_rate = 0.0;
    int years = 0;
};

// Issues and serves bonds; a member of whoever does.
class DebtDesk {
  public:
    explicit DebtDesk(sim::Accessor& owner)
        : owed_(owner),
          rate_(owner),
          left_(owner),
          cause_(owner),
          amount_(owner),
          balance_(owner),
          debt_(owner) {}

    // Lends `yuan`; false, and nothing happens, if the government has no slot left.
    bool issue(const sim::LedgerShape& shape, const Loan& loan, std::int64_t yuan) const;
    // Pays the quarter's interest and repayment of one government. Of both together the projects
    // themselves earn `project_share`. `place` names region and account of the government.
    void serve(const sim::LedgerShape& shape, GovernmentId government, const sim::FlowCell& place,
               double project_share) const;

    // For its owner, who may hold no second handle of these columns: books a flow, moving `yuan` ≥
    // 0 between purses where there are any; and a government's money in hand.
    void book(const sim::LedgerShape& shape, const sim::FlowCell& cell, std::int64_t yuan,
              sim::Purse from = nullptr, sim::Purse to = nullptr) const {
        SIM_EXPECT(yuan >= 0);
        amount_.data()[shape.cell(cell)] += yuan;
        if (from != nullptr) {
            *from -= yuan;
        }
        if (to != nullptr) {
            *to += yuan;
        }
    }
    std::int64_t& balance(GovernmentId government) const { return balance_[government]; }

  private:
    sim::Scatter<&BondTable::owed> owed_;
    sim::Scatter<&BondTable::quarterly_rate> rate_;
    sim::Scatter<&BondTable::payments_left> left_;
    sim::Scatter<&BondTable::cause> cause_;
    sim::Scatter<&sim::FlowTable::amount> amount_;
    sim::Scatter<&GovernmentTable::balance> balance_;
    sim::Scatter<&GovernmentTable::debt> debt_;
};

}  // namespace vocational
