// SPDX-License-Identifier: Apache-2.0
// Records the ledger of a model that keeps one: each quarter's flows that are not zero, one row
// each, and the closing balances of its accounts. Keeps nothing itself.
#pragma once

#include "sim/model/model.hpp"
#include "sim/output/record.hpp"

namespace sim {

class LedgerRecorder {
  public:
    static constexpr std::string_view group = "ledger";

    // The model's world has its tables.
    explicit LedgerRecorder(const Model& model);

    // The table /ledger without rows.
    static EventTable empty_table(const Model& model);
    // Appends the quarter's flows to the table and the balances to the record.
    void record(Quarter now, Record& into, EventTable& flows) const;

  private:
    LedgerShape shape_;
    const FlowTable& amounts_;
    const AccountTable& accounts_;
};

}  // namespace sim
