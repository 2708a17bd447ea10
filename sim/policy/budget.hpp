// SPDX-License-Identifier: Apache-2.0
// Ceilings on what policies may spend in a year, of one policy or of all that a payer pays for, and
// what was spent: state of a run, one row for each policy that acts and each budget, in the
// scenario's order.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

#include "sim/core/quarter.hpp"
#include "sim/tables/table.hpp"

namespace sim {

struct Budget {
    std::string payer;
    double amount = 0.0;  // CNY2022/a
    bool operator==(const Budget&) const = default;
};

using PolicyId = Id<struct PolicyTag, std::uint16_t>;

struct PolicyTable final : Table {
    SIM_TABLE(PolicyTable, PolicyId, "policy", "What the policies in force planned and spent.");
    SIM_COLUMN(std::int32_t, year, unit::year, "Years since the policy's start.");
    SIM_COLUMN(std::int64_t, spent_in_year, unit::yuan, "Spent out of this year's budget.");
    SIM_COLUMN(std::int64_t, planned, unit::yuan, "Money of all measures planned so far.");
    SIM_COLUMN(std::int64_t, spent, unit::yuan, "Money spent so far.");
    SIM_COLUMN(std::int64_t, unpaid, unit::yuan,
               "Money that measures wanted so far and no payer or budget had.");
    SIM_COLUMN(std::uint16_t, cause, unit::none, "Its instrument's number in the ledger.");
    SIM_COLUMN(std::int64_t, planned_now, unit::yuan, "Money of the quarter's measures.");
    SIM_COLUMN(std::int64_t, spent_now, unit::yuan, "Spent in the quarter.");
    SIM_COLUMN(std::int64_t, unpaid_now, unit::yuan,
               "Money that the quarter's measures wanted and no payer or budget had.");
};

using BudgetId = Id<struct BudgetTag, std::uint16_t>;

// Budgets that all policies of a scenario share; see budget_pool.hpp.
struct BudgetTable final : Table {
    SIM_TABLE(BudgetTable, BudgetId, "budget", "What policies together spent of shared budgets.");
    SIM_COLUMN(std::int32_t, year, unit::year, "Years since the scenario's start.");
    SIM_COLUMN(std::int64_t, spent_in_year, unit::yuan, "Spent out of this year's budget.");
};

// What is left of a yearly budget in a quarter; a new year starts with all of it.
inline std::int64_t left_of_budget(const Budget& budget, Quarter start, Quarter now,
                                   std::int32_t& year, std::int64_t& spent_in_year) {
    const std::int32_t current = (now - start) / 4;
    if (current != year) {
        year = current;
        spent_in_year = 0;
    }
    return std::max<std::int64_t>(0, static_cast<std::int64_t>(budget.amount) - spent_in_year);
}

}  // namespace sim
