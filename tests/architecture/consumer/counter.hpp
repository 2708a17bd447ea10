// SPDX-License-Identifier: Apache-2.0
// One table with one column.
#pragma once

#include "sim/tables/table.hpp"

namespace counting {

struct CounterTag;
using CounterId = sim::Id<CounterTag>;

struct CounterTable final : sim::Table {
    SIM_TABLE(CounterTable, CounterId, "counter", "Things that count.");
    SIM_COLUMN(std::uint32_t, count, sim::unit::none, "How often the phase has run.");
};

}  // namespace counting
