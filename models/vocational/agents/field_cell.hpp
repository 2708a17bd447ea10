// SPDX-License-Identifier: Apache-2.0
// Province × field: who leaves school with it and which skilled jobs ask for it, in agents and
// jobs.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

using FieldCellId = sim::Id<struct FieldCellTag, std::uint32_t>;

struct FieldCellTable final : sim::Table {
    SIM_TABLE(FieldCellTable, FieldCellId, "field_cell",
              "Province × field: leavers and vacancies.");
    SIM_COLUMN(std::int32_t, leavers, sim::unit::agents,
               "Completers of vocational tracks in the last second quarter, neither enrolled nor "
               "away, by residence in the third.");
    SIM_COLUMN(double, vacancies, sim::unit::jobs,
               "Skilled-worker and technician jobs open before that quarter's matching.");
};

constexpr FieldCellId field_cell(ProvinceId province, Field field) {
    return FieldCellId(province.row() * fields + sim::index_of(field));
}

}  // namespace vocational
