// SPDX-License-Identifier: Apache-2.0
#include "sim/model/ledger_recorder.hpp"

#include <array>

namespace sim {

EventTable LedgerRecorder::empty_table(const Model& model) {
    const LedgerLabels labels = model.ledger_labels();
    std::vector<std::string> causes{"none"};
    for (const std::string& name : model.instruments().names()) {
        causes.push_back(name);
    }
    const std::vector<std::string> kinds{"recurrent", "capital"};
    EventTable table{
        std::string(group),
        "entry",
        "Flows of money that are not zero, by quarter.",
        {{"time", unit::year, "Quarter of the flow (2024.75 = 2024Q4).", false, {}},
         {"region", unit::none, "Where; the last label is the nation.", true, labels.regions},
         {"payer", unit::none, "Account that paid.", true, labels.accounts},
         {"payee", unit::none, "Account that was paid.", true, labels.accounts},
         {"instrument", unit::none, "What caused it; none is ordinary business.", true, causes},
         {"kind", unit::none, "Kind of the payment.", true, kinds},
         {"flow", unit::yuan, "Paid in the quarter.", true, {}}},
        {}};
    table.values.resize(table.columns.size());
    return table;
}

LedgerRecorder::LedgerRecorder(const Model& model)
    : shape_(model.ledger_shape()),
      amounts_(model.world().table<FlowTable>()),
      accounts_(model.world().table<AccountTable>()) {
    SIM_EXPECT(amounts_.end_row() == shape_.cells() && accounts_.end_row() == shape_.accounts);
}

void LedgerRecorder::record(Quarter now, Record& into, EventTable& flows) const {
    for (std::size_t cell = 0; cell < shape_.cells(); ++cell) {
        const std::int64_t yuan = amounts_.amount[cell];
        if (yuan == 0) {
            continue;
        }
        const FlowCell at = shape_.at(cell);
        const std::array<double, 7> row{now.number(),
                                        static_cast<double>(at.region),
                                        static_cast<double>(at.payer),
                                        static_cast<double>(at.payee),
                                        static_cast<double>(at.cause),
                                        static_cast<double>(index_of(at.kind)),
                                        static_cast<double>(yuan)};
        for (std::size_t column = 0; column < row.size(); ++column) {
            flows.values[column].push_back(row[column]);
        }
    }
    for (std::size_t account = 0; account < shape_.accounts; ++account) {
        into.balances.push_back(accounts_.closing[account]);
    }
}

}  // namespace sim
