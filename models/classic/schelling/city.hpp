// SPDX-License-Identifier: Apache-2.0
// Residents and the squares they live on. Rows are identities; square (column, row) of the board
// has row number row × side + column. Each resident's home names that resident as its occupant.
#pragma once

#include "sim/tables/table.hpp"

namespace classic {

struct ResidentTag;
struct SquareTag;
using ResidentId = sim::Id<ResidentTag>;
using SquareId = sim::Id<SquareTag>;

enum class Group : std::uint8_t { circles, crosses };

struct ResidentTable final : sim::Table {
    SIM_TABLE(ResidentTable, ResidentId, "resident", "Residents of two groups of equal size.");
    SIM_COLUMN(Group, group, sim::unit::none, "Group; never changes.");
    SIM_COLUMN(SquareId, home, sim::unit::none, "Square lived on.");
    SIM_COLUMN(std::uint8_t, has_moved, sim::unit::none, "1 if the resident moved this tick.");
};

struct SquareTable final : sim::Table {
    SIM_TABLE(SquareTable, SquareId, "square", "Squares of the board, row by row.");
    SIM_COLUMN(ResidentId, occupant, sim::unit::none, "Who lives here; none where it is empty.");
};

}  // namespace classic
