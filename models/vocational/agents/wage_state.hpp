// SPDX-License-Identifier: Apache-2.0
// What the wage equation (E6) knows of places and times: the base of each province and sector, the
// mean skills of each level, the path of pay since the reference year, and what policies have added
// to pay and taken from barriers. Policies' columns stand at zero in the baseline.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/sector_cell.hpp"
#include "sim/tables/table.hpp"
#include "sim/tables/world.hpp"

namespace vocational {

using LevelId = sim::Id<struct LevelTag, std::uint8_t>;
using PayPathId = sim::Id<struct PayPathTag, std::uint32_t>;

// Province × sector, rows as SectorCellTable.
struct WageBaseTable final : sim::Table {
    SIM_TABLE(WageBaseTable, SectorCellId, "wage_base", "Province × sector: the base of wages.");
    SIM_COLUMN(double, log_base, sim::unit::score,
               "Log yearly wage of a beginner with lower secondary schooling whose job and skill "
               "fit, in the reference year.");
};

// One row per level of attainment.
struct LevelSkillTable final : sim::Table {
    SIM_TABLE(LevelSkillTable, LevelId, "level_skill", "Mean skills that level premia contain.");
    SIM_COLUMN(double, general, sim::unit::score, "Mean general skill out of school.");
    SIM_COLUMN(double, specific, sim::unit::score,
               "Mean skill in the field of those who have one.");
};

// Province × job level, and last the pools of the province: log pay over the reference year, now
// and in the four quarters before.
struct PayPathTable final : sim::Table {
    SIM_TABLE(PayPathTable, PayPathId, "pay_path", "Province × job level or pool: path of pay.");
    SIM_COLUMN(double, now, sim::unit::score, "Log pay over the reference year.");
    SIM_COLUMN(double, ago_1, sim::unit::score, "The same a quarter ago.");
    SIM_COLUMN(double, ago_2, sim::unit::score, "Two quarters ago.");
    SIM_COLUMN(double, ago_3, sim::unit::score, "Three quarters ago.");
    SIM_COLUMN(double, ago_4, sim::unit::score, "A year ago.");
    SIM_COLUMN(double, pay_scale, sim::unit::score,
               "Policy: log points that a binding pay scale adds to jobs of the level.");
};

inline constexpr std::size_t pay_groups = job_levels + 1;

constexpr PayPathId pay_path(ProvinceId province, JobLevel level) {
    return PayPathId(province.row() * pay_groups + sim::index_of(level));
}
constexpr PayPathId pool_path(ProvinceId province) {
    return PayPathId(province.row() * pay_groups + job_levels);
}

// One row per province.
struct HiringRuleTable final : sim::Table {
    SIM_TABLE(HiringRuleTable, ProvinceId, "hiring_rule", "Province: barriers in hiring.");
    SIM_COLUMN(double, barrier_removed, sim::unit::share,
               "Policy: part of the barrier against vocational credentials that firms gave up.");
};

// Once, with the world's others.
inline void add_wage_tables(sim::World& world) {
    world.add<WageBaseTable>();
    world.add<LevelSkillTable>();
    world.add<PayPathTable>();
    world.add<HiringRuleTable>();
}

// Gives them their rows, all zero.
inline void fill_wage_tables(sim::World& world, std::size_t provinces, std::size_t sectors) {
    const auto fill = [](sim::Table& table, std::size_t rows) {
        if (table.end_row() == 0) {
            table.reserve(rows);
            table.append(rows);
        }
    };
    fill(world.table<WageBaseTable>(), provinces * sectors);
    fill(world.table<LevelSkillTable>(), levels);
    fill(world.table<PayPathTable>(), provinces * pay_groups);
    fill(world.table<HiringRuleTable>(), provinces);
}

}  // namespace vocational
