// SPDX-License-Identifier: Apache-2.0
// Ways between tracks beside the ordinary ones: seats planned for them and people who took them,
// and what admission reveals about entrants.
#pragma once

#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/tables/table.hpp"
#include "sim/tables/world.hpp"

namespace vocational {

// By which door a person comes in; decides the year of study and the outcome that counts her.
// zhongkao: at 15; gaokao and vocational_exam: to ordinary seats of colleges; transfer: from a
// five-year programme; articulation: from an integrated secondary-bachelor programme; work: to a
// seat for experienced people; change: into another track of the same level, where the years done
// count; comeback: to an ordinary seat after having left school without completing.
enum class Entry : std::uint8_t {
    zhongkao,
    gaokao,
    vocational_exam,
    transfer,
    upgrade,
    articulation,
    work,
    change,
    comeback
};
inline constexpr std::size_t entry_doors = sim::enum_size<Entry>;

using RouteCellId = sim::Id<struct RouteCellTag, std::uint16_t>;

// Province × door.
struct RouteCellTable final : sim::Table {
    SIM_TABLE(RouteCellTable, RouteCellId, "route_cell", "Province × route of entry, by home.");
    SIM_COLUMN(std::int32_t, entrants, sim::unit::agents, "Entrants of the quarter.");
};

constexpr RouteCellId route_cell(ProvinceId province, Entry entry) {
    return RouteCellId(province.row() * entry_doors + sim::index_of(entry));
}

// Rows as GroupTable: what cannot be told from where people stand at the end of the quarter.
struct GroupFlowTable final : sim::Table {
    SIM_TABLE(GroupFlowTable, GroupId, "group_flow", "Sex × hukou × fifth: flows of the quarter.");
    SIM_COLUMN(std::int32_t, intake, sim::unit::agents, "Entrants to ordinary seats.");
    SIM_COLUMN(std::int32_t, dropouts, sim::unit::agents, "Stopped without completing.");
};

// One row per field, nationwide.
struct FieldFlowTable final : sim::Table {
    SIM_TABLE(FieldFlowTable, FieldId, "field_flow", "Field: flows of the quarter.");
    SIM_COLUMN(std::int32_t, intake, sim::unit::agents, "Entrants to ordinary seats.");
};

// Province × track.
struct PathwayTable final : sim::Table {
    SIM_TABLE(PathwayTable, TrackCellId, "pathway",
              "Province × track: seats and entrants of special ways, marks of entrants.");
    // Plans, in people; policies act on them between planning and admission.
    SIM_COLUMN(double, work_seats, sim::unit::persons,
               "Seats reserved for people with work experience, province of the school.");
    SIM_COLUMN(double, bachelor_places, sim::unit::persons,
               "Places of integrated secondary-bachelor programmes among this year's entrants.");
    // Flows of the quarter, in agents.
    SIM_COLUMN(std::int32_t, entrants_from_work, sim::unit::agents, "Entrants to those seats.");
    SIM_COLUMN(std::int32_t, articulated, sim::unit::agents,
               "Entrants from integrated secondary-bachelor programmes.");
    SIM_COLUMN(std::int32_t, track_changes, sim::unit::agents,
               "People who moved into the track from another at the same level.");
    SIM_COLUMN(std::int32_t, comebacks, sim::unit::agents,
               "Entrants to ordinary seats who had left upper-secondary school before, by home.");
    SIM_COLUMN(std::int32_t, entrants, sim::unit::agents,
               "People admitted to ordinary seats of the track, by home.");
    SIM_COLUMN(std::int64_t, entrant_ability, sim::unit::none,
               "Sum of their abilities, in thousandths of a standard deviation.");
    SIM_COLUMN(std::int32_t, could_general, sim::unit::agents,
               "15-year-olds among them whose score would have been enough for a general school "
               "of their city.");
    SIM_COLUMN(std::int32_t, starters_4, sim::unit::agents,
               "The cohort that began here four years ago, by home.");
    SIM_COLUMN(std::int32_t, reached_college, sim::unit::agents,
               "Those of them at or above college.");
    SIM_COLUMN(std::int32_t, starters_8, sim::unit::agents,
               "The cohort that began here eight years ago, by home.");
    SIM_COLUMN(std::int32_t, reached_bachelor, sim::unit::agents,
               "Those of them in or above bachelor programmes.");
};

// Province: how many of those whose first track was vocational move, by home.
struct ClimbTable final : sim::Table {
    SIM_TABLE(ClimbTable, ProvinceId, "climb",
              "Province: moves of those who began in vocational tracks.");
    SIM_COLUMN(std::int32_t, climbs, sim::unit::agents,
               "Admissions of the quarter to a general high school or above the level of the first "
               "track.");
    SIM_COLUMN(std::int32_t, students, sim::unit::agents,
               "Enrolled in vocational tracks after this year's admissions.");
    SIM_COLUMN(std::int32_t, students_before, sim::unit::agents, "The same a year before.");
};

// Province: the vocational college exam and what pupils study for it.
struct ExamTable final : sim::Table {
    SIM_TABLE(ExamTable, ProvinceId, "exam", "Province: the vocational college exam.");
    SIM_COLUMN(double, skill_weight, sim::unit::share, "Weight of practical skill in the exam.");
    SIM_COLUMN(double, effort_general, sim::unit::ratio,
               "Study effort of vocational pupils on culture; 1 at equal weights.");
    SIM_COLUMN(double, effort_specific, sim::unit::ratio, "The same on the skill of the field.");
};

// Province × track: what prices do to those who choose this quarter, by home.
struct MeansTable final : sim::Table {
    SIM_TABLE(MeansTable, TrackCellId, "means",
              "Province × track: who could not pay for what there is, in agents.");
    SIM_COLUMN(std::int32_t, choosers, sim::unit::agents,
               "People who chose at the level of the track, at 15 or at a college exam.");
    SIM_COLUMN(std::int32_t, barred, sim::unit::agents,
               "Those of them whose family could not pay for some of the track's schools.");
    SIM_COLUMN(std::int32_t, general_only, sim::unit::agents,
               "15-year-olds who list this general track and none that is vocational.");
};

// City: its exam at 15.
struct AreaTable final : sim::Table {
    SIM_TABLE(AreaTable, CityId, "area", "City: results of the exam at 15.");
    SIM_COLUMN(float, general_cutoff, sim::unit::score,
               "Score from which on applicants are as many as general schools admitted from them.");
};

// School: last year's admission.
struct CutoffTable final : sim::Table {
    SIM_TABLE(CutoffTable, SchoolId, "cutoff", "School: results of admission.");
    SIM_COLUMN(float, score, sim::unit::score, "Lowest score admitted last time at 15.");
    SIM_COLUMN(std::uint8_t, is_known, sim::unit::none, "Whether there is one.");
};

inline void add_pathway_tables(sim::World& world) {
    world.add<PathwayTable>();
    world.add<MeansTable>();
    world.add<ClimbTable>();
    world.add<ExamTable>();
    world.add<AreaTable>();
    world.add<CutoffTable>();
    world.add<RouteCellTable>();
    world.add<GroupFlowTable>();
    world.add<FieldFlowTable>();
}

inline void fill_pathway_tables(sim::World& world, std::size_t provinces, std::size_t cities,
                                std::size_t schools) {
    const auto fill = [](sim::Table& table, std::size_t rows) {
        table.reserve(rows);
        table.append(rows);
    };
    fill(world.table<PathwayTable>(), provinces * tracks);
    fill(world.table<MeansTable>(), provinces * tracks);
    fill(world.table<ClimbTable>(), provinces);
    fill(world.table<ExamTable>(), provinces);
    fill(world.table<AreaTable>(), cities);
    fill(world.table<CutoffTable>(), schools);
    fill(world.table<RouteCellTable>(), provinces * entry_doors);
    fill(world.table<GroupFlowTable>(), groups);
    fill(world.table<FieldFlowTable>(), fields);
    for (std::size_t p = 0; p < provinces; ++p) {
        auto& exam = world.table<ExamTable>();
        exam.effort_general[p] = 1.0;
        exam.effort_specific[p] = 1.0;
    }
}

}  // namespace vocational
