// SPDX-License-Identifier: Apache-2.0
// LEDGER: double entry in whole yuan. A flow goes from one account to another, in a region, caused
// by an instrument or by ordinary business; flows of the quarter stand in a dense table, accounts
// carry opening, received, paid and closing. What agents hold themselves is kept by the agents: the
// two must agree at the end of every quarter, so a lost yuan is found.
// Flows may be booked from several threads at once: additions of integers commute.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/tables/handle.hpp"

namespace sim {

using FlowId = Id<struct FlowTag, std::uint32_t>;
using AccountId = Id<struct AccountTag, std::uint8_t>;

enum class FlowKind : std::uint8_t { recurrent, capital };

// Flows of the quarter: region × payer × payee × cause × kind, see LedgerShape.
struct FlowTable final : Table {
    SIM_TABLE(FlowTable, FlowId, "flow", "Flows of money in the quarter, by cell of the ledger.");
    SIM_COLUMN(std::int64_t, amount, unit::yuan, "Paid in the quarter.");
};

struct AccountTable final : Table {
    SIM_TABLE(AccountTable, AccountId, "account", "Accounts; opening + received − paid = closing.");
    SIM_COLUMN(std::int64_t, opening, unit::yuan, "At the start of the quarter.");
    SIM_COLUMN(std::int64_t, received, unit::yuan, "In the quarter.");
    SIM_COLUMN(std::int64_t, paid, unit::yuan, "In the quarter.");
    SIM_COLUMN(std::int64_t, closing, unit::yuan, "At the end of the quarter.");
};

// One flow's place. `cause` 0 is ordinary business; the others are instruments, from 1.
struct FlowCell {
    std::size_t region;
    std::size_t payer;
    std::size_t payee;
    std::size_t cause = 0;
    FlowKind kind = FlowKind::recurrent;
};

// How many regions (the last one stands for the nation), accounts and causes there are.
struct LedgerShape {
    std::size_t regions = 0;
    std::size_t accounts = 0;
    std::size_t causes = 1;

    std::size_t cells() const { return regions * accounts * accounts * causes * 2; }
    std::size_t cell(const FlowCell& at) const {
        SIM_EXPECT(at.region < regions && at.payer < accounts && at.payee < accounts);
        SIM_EXPECT(at.cause < causes);
        const std::size_t pair = (at.region * accounts + at.payer) * accounts + at.payee;
        return (pair * causes + at.cause) * 2 + static_cast<std::size_t>(at.kind);
    }
    FlowCell at(std::size_t cell) const {
        FlowCell found{};
        found.kind = static_cast<FlowKind>(cell % 2);
        found.cause = cell / 2 % causes;
        found.payee = cell / 2 / causes % accounts;
        found.payer = cell / 2 / causes / accounts % accounts;
        found.region = cell / 2 / causes / accounts / accounts;
        return found;
    }
};

// Money in hand of one agent, which a payment changes along with the ledger; none for accounts that
// have no agents behind them.
using Purse = std::int64_t*;

// Where every payment is booked; phases hold one as a member.
class LedgerDesk {
  public:
    LedgerDesk(Accessor& owner, const LedgerShape& shape) : shape_(shape), amount_(owner) {}

    // Moves `yuan` ≥ 0 from one to the other. Rows of purses may be shared between threads.
    void pay(const FlowCell& cell, Purse from, Purse to, std::int64_t yuan) const {
        SIM_EXPECT(yuan >= 0);
        add(amount_.data()[shape_.cell(cell)], yuan);
        if (from != nullptr) {
            add(*from, -yuan);
        }
        if (to != nullptr) {
            add(*to, yuan);
        }
    }

  private:
    static void add(std::int64_t& total, std::int64_t yuan) {
        std::atomic_ref<std::int64_t>(total).fetch_add(yuan, std::memory_order_relaxed);
    }

    const LedgerShape& shape_;
    Scatter<&FlowTable::amount> amount_;
};

// Opens and closes the accounts of a quarter; held by the two phases that do so.
class LedgerBook {
  public:
    LedgerBook(Accessor& owner, const LedgerShape& shape)
        : shape_(shape),
          amount_(owner),
          opening_(owner),
          received_(owner),
          paid_(owner),
          closing_(owner) {}

    // Closings become openings, flows start from zero.
    void open() const;
    // Sums the quarter's flows into the accounts.
    void close() const;

  private:
    const LedgerShape& shape_;
    Scatter<&FlowTable::amount> amount_;
    Scatter<&AccountTable::opening> opening_;
    Scatter<&AccountTable::received> received_;
    Scatter<&AccountTable::paid> paid_;
    Scatter<&AccountTable::closing> closing_;
};

// What the agents behind an account hold together; not known where there are none.
struct Holding {
    bool is_known = false;
    std::int64_t yuan = 0;
};

// The first account whose closing is not its opening + received − paid, or not what its agents
// hold, in words; empty if all agree. One entry per account in `held` and `names`.
std::string ledger_difference(const AccountTable& accounts, const std::vector<Holding>& held,
                              const std::vector<std::string>& names);

}  // namespace sim
