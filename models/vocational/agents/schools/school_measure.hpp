// SPDX-License-Identifier: Apache-2.0
// What the school census counts at the end of a quarter, for outputs to read.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/schools/school_units.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

// Province × track, by province of the school. Sums over students are in agents.
struct SchoolMeasureTable final : sim::Table {
    SIM_TABLE(SchoolMeasureTable, TrackCellId, "school_measure",
              "Province × track: teachers, equipment, money and quality.");
    SIM_COLUMN(std::int32_t, students, sim::unit::agents, "Students enrolled.");
    SIM_COLUMN(std::int32_t, private_students, sim::unit::agents, "Those in private schools.");
    SIM_COLUMN(double, teachers, sim::unit::persons, "Full-time teachers.");
    SIM_COLUMN(double, certified, sim::unit::persons, "Those reported as double-qualified.");
    SIM_COLUMN(double, experienced, sim::unit::persons,
               "Teaching by people with enterprise experience, in full-time teachers.");
    SIM_COLUMN(double, stations, school_unit::stations, "Own and reachable stations.");
    SIM_COLUMN(double, practice_hours, school_unit::hours_per_student_year,
               "Sum over students of their yearly hours at practice stations.");
    SIM_COLUMN(double, equipment_value, sim::unit::yuan, "Own stations at the price of new ones.");
    SIM_COLUMN(std::int32_t, served, sim::unit::agents, "Students whom that money served.");
    SIM_COLUMN(std::int64_t, spending, sim::unit::yuan, "Spent in the quarter.");
    SIM_COLUMN(double, quality, sim::unit::agents, "Sum of Q over students.");
    SIM_COLUMN(double, course_age, sim::unit::year, "Sum of course ages over students.");
    SIM_COLUMN(double, currency, sim::unit::agents, "Sum of exp(−λ · course age) over students.");
    SIM_COLUMN(std::int32_t, graduates, sim::unit::agents, "Completers of the quarter.");
    SIM_COLUMN(double, technical_skill, sim::unit::score,
               "Sum over completers of s on the reference scale.");
    SIM_COLUMN(double, general_skill, sim::unit::score,
               "Sum over completers of g on the reference scale.");
    SIM_COLUMN(double, skill_spread, sim::unit::score,
               "Standard deviation of schools' mean s, weighted with completers.");
};

struct TopQualityTable final : sim::Table {
    SIM_TABLE(TopQualityTable, ProvinceId, "top_quality",
              "Province: the best tenth of vocational students' programmes.");
    SIM_COLUMN(double, quality, sim::unit::ratio, "Mean Q of the best tenth.");
    SIM_COLUMN(double, students, sim::unit::agents, "Students behind it.");
};

}  // namespace vocational
