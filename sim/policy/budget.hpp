// SPDX-License-Identifier: Apache-2.0
// A ceiling on what a policy may spend in a year, and what it has spent: state of a run, one row
// for each policy that acts, in the scenario's order.
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
};

// What is left of a yearly budget in a quarter of the policy; a new year starts with all of it.
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
