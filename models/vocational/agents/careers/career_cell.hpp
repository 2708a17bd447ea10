// SPDX-License-Identifier: Apache-2.0
// What the career census counts once a year, in agents, by place of residence: wages of those who
// completed a track 1, 3, 5 and 10 years ago, and the skill of workers in their field; and by age
// who works and what they earn.
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

// Steps of five years from 15.
inline constexpr std::size_t age_bands = 9;
inline constexpr int youngest_age = 15;
inline constexpr int years_of_band = 5;

constexpr std::size_t age_band(int quarters_since_birth) {
    const int band = (quarters_since_birth / 4 - youngest_age) / years_of_band;
    return static_cast<std::size_t>(band < 0 ? 0 : band);
}

inline std::vector<std::string> age_band_labels() {
    std::vector<std::string> labels;
    for (std::size_t band = 0; band < age_bands; ++band) {
        const int from = youngest_age + years_of_band * static_cast<int>(band);
        labels.push_back(std::to_string(from) + "-" + std::to_string(from + years_of_band - 1));
    }
    return labels;
}

using AgeCellId = sim::Id<struct AgeCellTag, std::uint16_t>;

// Rows: age band × highest track, nationwide.
struct AgeCellTable final : sim::Table {
    SIM_TABLE(AgeCellTable, AgeCellId, "age_cell", "Age band × track: people out of school.");
    SIM_COLUMN(std::int32_t, people, sim::unit::agents,
               "Residents who completed the track before this quarter, neither enrolled nor away.");
    SIM_COLUMN(std::int32_t, employed, sim::unit::agents, "Employed.");
    SIM_COLUMN(std::int64_t, wage_sum, sim::unit::yuan_per_year, "Sum of their wages.");
};

constexpr AgeCellId age_cell(std::size_t band, Track track) {
    return AgeCellId(band * tracks + sim::index_of(track));
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
    world.add<AgeCellTable>();
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
    fill(world.table<AgeCellTable>(), age_bands * tracks);
    fill(world.table<WorkerSkillTable>(), provinces * fields);
    fill(world.table<PremiumCellTable>(), provinces * experience_steps * levels);
    fill(world.table<EmployeeTrainingTable>(), provinces * fields);
}

}  // namespace vocational
