// SPDX-License-Identifier: Apache-2.0
// What a school owns, owes and has at hand: one row per school row. Money is that of all real
// schools behind the row.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

struct SchoolStateTable final : sim::Table {
    SIM_TABLE(SchoolStateTable, SchoolId, "school_state",
              "Budget, teachers and equipment of schools; rows as schools.");
    SIM_COLUMN(std::int64_t, balance, sim::unit::yuan, "Money in hand.");
    SIM_COLUMN(std::int64_t, debt, sim::unit::yuan, "Loans outstanding.");
};

}  // namespace vocational
