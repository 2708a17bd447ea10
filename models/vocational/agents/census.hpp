// SPDX-License-Identifier: Apache-2.0
// What the census at the end of a quarter counts, for outputs to read; all in agents, by place of
// residence. Kept apart from state that anybody acts on.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

// Province × track of the highest completed track.
struct LeaverCellTable final : sim::Table {
    SIM_TABLE(LeaverCellTable, TrackCellId, "leaver_cell",
              "Province × completed track: people who left school lately.");
    SIM_COLUMN(std::int32_t, leavers, sim::unit::agents,
               "Completers of the last second quarter, neither enrolled nor away.");
    SIM_COLUMN(std::int32_t, placed, sim::unit::agents, "Those of them who are employed.");
    SIM_COLUMN(std::int64_t, starting_wage_sum, sim::unit::yuan_per_year,
               "Sum of the wages of those.");
    SIM_COLUMN(std::int32_t, recent_employed, sim::unit::agents,
               "Employed who completed their highest track at most 12 quarters ago.");
    SIM_COLUMN(std::int32_t, recent_level_matched, sim::unit::agents,
               "Those of them whose job requires exactly their level.");
    SIM_COLUMN(std::int32_t, recent_with_field, sim::unit::agents,
               "Those of the employed whose field is not general.");
    SIM_COLUMN(std::int32_t, recent_field_matched, sim::unit::agents,
               "Those of them whose job belongs to their field.");
    SIM_COLUMN(std::int32_t, climbers, sim::unit::agents,
               "Of the cohort that began here six years ago: ever in a general track or above.");
    SIM_COLUMN(std::int32_t, starters, sim::unit::agents,
               "The cohort that began in this first track six years ago, by home.");
};

// One row per province.
struct WageCellTable final : sim::Table {
    SIM_TABLE(WageCellTable, ProvinceId, "wage_cell", "Province: the distribution of wages.");
    SIM_COLUMN(double, gini, sim::unit::ratio, "Gini coefficient among the employed.");
    SIM_COLUMN(std::int32_t, employed, sim::unit::agents, "Employed.");
    SIM_COLUMN(double, rank_slope, sim::unit::ratio,
               "Slope of the wage percentile on the family's percentile, ages 25 to 34.");
    SIM_COLUMN(std::int32_t, rank_people, sim::unit::agents, "People behind the slope.");
};

// One row: the nation.
struct NationTable final : sim::Table {
    using NationId = sim::Id<struct NationTag, std::uint8_t>;
    SIM_TABLE(NationTable, NationId, "nation", "National numbers that rules refer to.");
    SIM_COLUMN(double, upper_completers, sim::unit::agents,
               "Upper-secondary completers of the last second quarter.");
    SIM_COLUMN(double, upper_completers_at_base, sim::unit::agents, "The same in the base year.");
    SIM_COLUMN(double, associate_completers, sim::unit::agents,
               "Associate completers of the last second quarter.");
    SIM_COLUMN(double, associate_completers_at_base, sim::unit::agents,
               "The same in the base year.");
};

}  // namespace vocational
