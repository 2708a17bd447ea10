// SPDX-License-Identifier: Apache-2.0
// Records the ledger of a model that keeps one: each quarter's flows that are not zero, one row
// each, and the closing balances of its accounts.
#pragma once

#include "sim/model/model.hpp"
#include "sim/output/record.hpp"

namespace sim {

class LedgerRecorder {
  public:
    // The model's world has its tables.
    explicit LedgerRecorder(const Model& model);

    // Takes the quarter's flows and appends the balances to the record.
    void record(Quarter now, Record& into);
    // All flows so far, as the table /ledger.
    EventTable take_flows() { return std::move(flows_); }

  private:
    LedgerShape shape_;
    const FlowTable& amounts_;
    const AccountTable& accounts_;
    EventTable flows_;
};

}  // namespace sim
