// SPDX-License-Identifier: Apache-2.0
// What changes of a firm beside its head count: one row per firm row.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

struct FirmStateTable final : sim::Table {
    SIM_TABLE(FirmStateTable, FirmId, "firm_state",
              "Technology, offers and money of firms; rows as firms.");
    SIM_COLUMN(std::int64_t, balance, sim::unit::yuan, "Money in hand from training business.");
    SIM_COLUMN(float, technology, sim::unit::score,
               "Log technology over the sector's frontier of the reference year.");
    SIM_COLUMN(float, offer, sim::unit::score,
               "Log wage that new posts offer above the firm's ordinary premium.");
};

}  // namespace vocational
