// SPDX-License-Identifier: Apache-2.0
// What the career census counts once a year, in agents, by place of residence: wages of those who
// completed a track 1, 3, 5 and 10 years ago, and the skill of workers in their field.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/vocational/agents/careers/employee_training.hpp"
#include "models/vocational/agents/careers/premium_cell.hpp"
#include "models/vocational/agents/field_cell.hpp"
#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/tables/table.hpp"
#include "sim/tables/world.hpp"

namespace vocational {

inline constexpr std::array<int, 4> career_years{1, 3, 5, 10};

inline std::vector<std::string> career_year_labels() {
    std::vector<std::string> labels;
    for (const int years : career_years) {
        labels.push_back(std::to_string(years));
    }
    return labels;
}

using CareerCellId = sim::Id<struct CareerCellTag, std::uint32_t>;

// Rows: province × number of the year in `career_years` × track.
struct CareerCellTable final : sim::Table {
    SIM_TABLE(CareerCellTable, CareerCellId, "career_cell",
              "Province × years since completion × track: wages of completers.");
    SIM_COLUMN(std::int32_t, employed, sim::unit::agents, "Employed completers.");
    SIM_COLUMN(std::int64_t, wage_sum, sim::unit::yuan_per_year, "Sum of their wages.");
};

constexpr CareerCellId career_cell(ProvinceId province, std::size_t year, Track track) {
    return CareerCellId((province.row() * career_years.size() + year) * tracks +
                        sim::index_of(track));
}

// Rows as FieldCellTable.
struct WorkerSkillTable final : sim::Table {
    SIM_TABLE(WorkerSkillTable, FieldCellId, "worker_skill", "Province × field: skill at work.");
    SIM_COLUMN(std::int32_t, employed, sim::unit::agents, "Employed of the field.");
    SIM_COLUMN(std::int64_t, skill_sum, sim::unit::score,
               "Sum of their skill in the field, in steps of 1 / 4096.");
};

// Once, with the world's others.
inline void add_career_tables(sim::World& world) {
    world.add<CareerCellTable>();
    world.add<WorkerSkillTable>();
    world.add<PremiumCellTable>();
    world.add<EmployeeTrainingTable>();
}

// Gives them their rows, all zero.
inline void fill_career_tables(sim::World& world, std::size_t provinces) {
    const auto fill = [](sim::Table& table, std::size_t rows) {
        table.reserve(rows);
        table.append(rows);
    };
    fill(world.table<CareerCellTable>(), provinces * career_years.size() * tracks);
    fill(world.table<WorkerSkillTable>(), provinces * fields);
    fill(world.table<PremiumCellTable>(), provinces * experience_steps * levels);
    fill(world.table<EmployeeTrainingTable>(), provinces * fields);
}

}  // namespace vocational
