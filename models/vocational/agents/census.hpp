// SPDX-License-Identifier: Apache-2.0
// What the censuses at the end of a quarter count, for outputs to read: all in agents, people by
// place of residence, schooling by place of the school. Kept apart from state that anybody acts on.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/agents/person.hpp"
#include "sim/tables/table.hpp"
#include "sim/tables/world.hpp"

namespace vocational {

using NationId = sim::Id<struct NationTag, std::uint8_t>;
using GroupId = sim::Id<struct GroupTag, std::uint8_t>;
using EntryCellId = sim::Id<struct EntryCellTag, std::uint32_t>;
using VacancyCellId = sim::Id<struct VacancyCellTag, std::uint32_t>;

// Province × track of the highest completed track.
struct LeaverCellTable final : sim::Table {
    SIM_TABLE(LeaverCellTable, TrackCellId, "leaver_cell",
              "Province × completed track: people who left school lately.");
    SIM_COLUMN(std::int32_t, leavers, sim::unit::agents,
               "Completers of the last second quarter, neither enrolled nor away.");
    SIM_COLUMN(std::int32_t, placed, sim::unit::agents, "Those of them who are employed.");
    SIM_COLUMN(std::int32_t, studying, sim::unit::agents,
               "Completers of the last second quarter who study on, here or away.");
    SIM_COLUMN(std::int64_t, starting_wage_sum, sim::unit::yuan_per_year,
               "Sum of the wages of those.");
    SIM_COLUMN(std::int32_t, placed_in_field, sim::unit::agents,
               "Those of the placed whose job belongs to their field, general excepted.");
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
    SIM_COLUMN(std::int32_t, rank_people, sim::unit::agents,
               "People behind the slope; 0 if it does not exist.");
};

// Sex × registration × fifth of family status, from which every cut by one of them adds up.
struct GroupTable final : sim::Table {
    SIM_TABLE(GroupTable, GroupId, "group", "Sex × hukou × fifth of family status, nationwide.");
    SIM_COLUMN(std::int32_t, employed, sim::unit::agents, "Employed.");
    SIM_COLUMN(std::int32_t, unemployed, sim::unit::agents, "Unemployed.");
    SIM_COLUMN(std::int32_t, inactive, sim::unit::agents, "Inactive.");
    SIM_COLUMN(std::int64_t, wage_sum, sim::unit::yuan_per_year, "Sum of the wages of agents.");
    SIM_COLUMN(std::int32_t, enrolled, sim::unit::agents, "Enrolled.");
    SIM_COLUMN(std::int32_t, enrolled_vocational, sim::unit::agents,
               "Those of them in vocational tracks.");
    SIM_COLUMN(std::int32_t, climbers, sim::unit::agents,
               "Of the vocational cohort of six years ago: ever in a general track or above.");
    SIM_COLUMN(std::int32_t, starters, sim::unit::agents,
               "The cohort whose first track, six years ago, was vocational.");
    SIM_COLUMN(std::int32_t, graduates, sim::unit::agents, "Completers of the quarter.");
    SIM_COLUMN(std::int32_t, leavers, sim::unit::agents,
               "Completers of the last second quarter, neither enrolled nor away.");
    SIM_COLUMN(std::int32_t, placed, sim::unit::agents, "Those of them who are employed.");
    SIM_COLUMN(std::int64_t, starting_wage_sum, sim::unit::yuan_per_year,
               "Sum of the wages of those.");
    SIM_COLUMN(std::int32_t, completers, sim::unit::agents,
               "Completers of the last second quarter.");
    SIM_COLUMN(std::int32_t, continuers, sim::unit::agents,
               "Those of them who are enrolled at a higher level.");
};

using FieldId = sim::Id<struct FieldTag, std::uint8_t>;

// One row per field, nationwide, all tracks.
struct FieldTable final : sim::Table {
    SIM_TABLE(FieldTable, FieldId, "field", "Field: students, completers and their jobs.");
    SIM_COLUMN(std::int32_t, enrolled, sim::unit::agents, "Enrolled.");
    SIM_COLUMN(std::int32_t, graduates, sim::unit::agents, "Completers of the quarter.");
    SIM_COLUMN(std::int32_t, leavers, sim::unit::agents,
               "Completers of the last second quarter, neither enrolled nor away.");
    SIM_COLUMN(std::int32_t, placed, sim::unit::agents, "Those of them who are employed.");
    SIM_COLUMN(std::int64_t, starting_wage_sum, sim::unit::yuan_per_year,
               "Sum of the wages of those.");
    SIM_COLUMN(std::int32_t, recent_employed, sim::unit::agents,
               "Employed who completed their highest track at most 12 quarters ago.");
    SIM_COLUMN(std::int32_t, recent_field_matched, sim::unit::agents,
               "Those of them whose job belongs to their field.");
};

inline constexpr std::size_t ses_fifths = 5;
inline constexpr std::size_t groups = sim::enum_size<Sex> * sim::enum_size<Hukou> * ses_fifths;

constexpr GroupId group_of(Sex sex, Hukou hukou, std::size_t fifth) {
    return GroupId(sim::index_of(sex) + 2 * sim::index_of(hukou) + 4 * fifth);
}
constexpr GroupId group_of(Origin origin, std::uint8_t ses_percentile) {
    return group_of(origin.sex(), origin.hukou(), ses_percentile / std::size_t{20});
}

// Province × track: schooling by province of the school.
struct SchoolCellTable final : sim::Table {
    SIM_TABLE(SchoolCellTable, TrackCellId, "school_cell", "Province × track: schools, students.");
    SIM_COLUMN(std::int32_t, enrolled, sim::unit::agents, "Students enrolled.");
    SIM_COLUMN(double, schools, sim::unit::schools, "Real schools.");
};

// Province × track × year of due completion modulo four: entrants, remembered until then.
struct EntryCellTable final : sim::Table {
    SIM_TABLE(EntryCellTable, EntryCellId, "entry_cell",
              "Province × track × due year modulo four: entrants who are due to complete.");
    SIM_COLUMN(std::int32_t, ordinary, sim::unit::agents, "Entrants to ordinary seats.");
    SIM_COLUMN(std::int32_t, later, sim::unit::agents,
               "Transfers and upgrading entrants, two years before the end.");
};

constexpr EntryCellId entry_cell(TrackCellId cell, int due_year) {
    return EntryCellId(cell.row() * 4 + static_cast<std::size_t>(due_year & 3));
}

// Province × job level.
struct VacancyCellTable final : sim::Table {
    SIM_TABLE(VacancyCellTable, VacancyCellId, "vacancy_cell", "Province × job level: vacancies.");
    SIM_COLUMN(double, vacancies, sim::unit::jobs, "Open before this quarter's matching.");
    SIM_COLUMN(double, unfilled, sim::unit::jobs, "Those of them still open after it.");
    SIM_COLUMN(double, unfilled_age, sim::unit::quarter, "Sum of their ages.");
    SIM_COLUMN(std::int32_t, job_changes, sim::unit::agents,
               "Workers who came from another firm this quarter.");
    SIM_COLUMN(std::int32_t, seekers, sim::unit::agents, "People who applied this quarter.");
    SIM_COLUMN(std::int32_t, hires, sim::unit::agents, "People hired this quarter.");
};

constexpr VacancyCellId vacancy_cell(ProvinceId province, JobLevel level) {
    return VacancyCellId(province.row() * job_levels + sim::index_of(level));
}

// One row: the nation.
struct NationTable final : sim::Table {
    SIM_TABLE(NationTable, NationId, "nation", "National numbers that rules and outputs refer to.");
    SIM_COLUMN(double, upper_completers, sim::unit::agents,
               "Upper-secondary completers of the last second quarter.");
    SIM_COLUMN(double, upper_completers_at_base, sim::unit::agents, "The same in the base year.");
    SIM_COLUMN(double, associate_completers, sim::unit::agents,
               "Associate completers of the last second quarter.");
    SIM_COLUMN(double, associate_completers_at_base, sim::unit::agents,
               "The same in the base year.");
    // Constants of the run, for outputs and instruments.
    SIM_COLUMN(double, scale, sim::unit::persons, "People per agent.");
    SIM_COLUMN(std::uint8_t, provinces, sim::unit::none, "Number of provinces.");
    SIM_COLUMN(std::uint8_t, sectors, sim::unit::none, "Number of sectors.");
    SIM_COLUMN(double, wage_gini, sim::unit::ratio, "Gini coefficient among the employed.");
    SIM_COLUMN(double, rank_slope, sim::unit::ratio,
               "Slope of the wage percentile on the family's percentile, ages 25 to 34.");
    SIM_COLUMN(std::int32_t, rank_people, sim::unit::agents,
               "People behind the slope; 0 if it does not exist.");
};

// Makes the tables of this file: once, with the world's others.
inline void add_census_tables(sim::World& world) {
    world.add<LeaverCellTable>();
    world.add<WageCellTable>();
    world.add<GroupTable>();
    world.add<FieldTable>();
    world.add<SchoolCellTable>();
    world.add<EntryCellTable>();
    world.add<VacancyCellTable>();
    world.add<NationTable>();
}

// Gives them their rows, all zero, and the run's constants; before the first quarter.
inline void fill_census_tables(sim::World& world, std::size_t provinces, double scale) {
    const auto fill = [](sim::Table& table, std::size_t rows) {
        table.reserve(rows);
        table.append(rows);
    };
    fill(world.table<LeaverCellTable>(), provinces * tracks);
    fill(world.table<WageCellTable>(), provinces);
    fill(world.table<GroupTable>(), groups);
    fill(world.table<FieldTable>(), fields);
    fill(world.table<SchoolCellTable>(), provinces * tracks);
    fill(world.table<EntryCellTable>(), provinces * tracks * 4);
    fill(world.table<VacancyCellTable>(), provinces * job_levels);
    auto& nation = world.table<NationTable>();
    fill(nation, 1);
    nation.scale[0] = scale;
    nation.provinces[0] = static_cast<std::uint8_t>(provinces);
}

}  // namespace vocational
