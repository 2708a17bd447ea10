// SPDX-License-Identifier: Apache-2.0
// The only entity of the money exchange. The row is the identity: traders neither come nor go.
#pragma once

#include "sim/tables/table.hpp"

namespace classic {

struct TraderTag;
using TraderId = sim::Id<TraderTag>;

struct TraderTable final : sim::Table {
    SIM_TABLE(TraderTable, TraderId, "trader", "Traders; the same ones for the whole run.");
    SIM_COLUMN(std::int64_t, money, sim::unit::money, "Money held, in indivisible steps.");
};

}  // namespace classic
