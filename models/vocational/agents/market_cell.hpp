// SPDX-License-Identifier: Apache-2.0
// City × occupation: what firms look for, in real numbers, so that thin cells lose nothing. Rows as
// JobCellTable.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

struct MarketCellTable final : sim::Table {
    SIM_TABLE(MarketCellTable, JobCellId, "market_cell",
              "City × occupation: posts that stay open, expected number and age.");
    SIM_COLUMN(double, open, sim::unit::jobs, "Posts open after this quarter's matching.");
    SIM_COLUMN(double, age, sim::unit::quarter, "Mean quarters for which they have been open.");
    SIM_COLUMN(std::int32_t, job_changes, sim::unit::agents,
               "Workers who came from another firm this quarter.");
};

}  // namespace vocational
