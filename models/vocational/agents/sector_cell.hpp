// SPDX-License-Identifier: Apache-2.0
// What the firm census counts at the end of a quarter, in agents, by place of the firm; and the
// output of completers in their first year, by home of work and track. For outputs to read.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/school.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

using SectorCellId = sim::Id<struct SectorCellTag, std::uint32_t>;

constexpr SectorCellId sector_cell(ProvinceId province, std::size_t sector, std::size_t sectors) {
    return SectorCellId(province.row() * sectors + sector);
}

// Sums of log points and quarters are kept in whole steps of 1 / 4096.
inline constexpr double log_steps = 4096.0;

struct SectorCellTable final : sim::Table {
    SIM_TABLE(SectorCellTable, SectorCellId, "sector_cell",
              "Province × sector: firms and their output; pools left out.");
    SIM_COLUMN(std::int64_t, output, sim::unit::yuan, "Output of agents in the quarter.");
    SIM_COLUMN(std::int32_t, employed, sim::unit::agents, "Head count.");
    SIM_COLUMN(std::int64_t, gap_sum, sim::unit::score,
               "Log frontier less log technology × head count, in steps of 1 / 4096.");
    SIM_COLUMN(std::int32_t, unfilled, sim::unit::jobs, "Posts open after matching.");
    SIM_COLUMN(std::int64_t, age_sum, sim::unit::quarter,
               "Mean age of open posts × their number, in steps of 1 / 4096.");
    SIM_COLUMN(std::int64_t, offer_sum, sim::unit::score,
               "Offer × open posts, in steps of 1 / 4096.");
    SIM_COLUMN(std::int32_t, firms, sim::unit::none, "Firms.");
    SIM_COLUMN(std::int32_t, training_firms, sim::unit::none, "Firms that offer places this year.");
    SIM_COLUMN(std::int32_t, exits, sim::unit::none, "Firms that closed in the quarter.");
};

// Province × completed track.
struct BeginnerCellTable final : sim::Table {
    SIM_TABLE(BeginnerCellTable, TrackCellId, "beginner_cell",
              "Province × track: completers of the last four quarters who have a formal job.");
    SIM_COLUMN(std::int32_t, employed, sim::unit::agents, "Their number.");
    SIM_COLUMN(std::int64_t, output, sim::unit::yuan_per_year, "Sum of their yearly output.");
};

}  // namespace vocational
