// SPDX-License-Identifier: Apache-2.0
// 4.13 The ledger's quarter: opened before anything is paid, closed when everything is. What the
// accounts say and what the agents hold is compared by the model's invariants.
#pragma once

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class OpenLedger final : public sim::Phase {
  public:
    explicit OpenLedger(const Setting& setting)
        : Phase("open_ledger", "Accounts open at the last closing; flows start from zero."),
          book_(*this, setting.ledger) {}

    void run(const sim::Tick&) override { book_.open(); }

  private:
    sim::LedgerBook book_;
};

class CloseLedger final : public sim::Phase {
  public:
    explicit CloseLedger(const Setting& setting)
        : Phase("close_ledger", "Flows of the quarter are summed into the accounts."),
          book_(*this, setting.ledger) {}

    void run(const sim::Tick&) override { book_.close(); }

  private:
    sim::LedgerBook book_;
};

}  // namespace vocational
