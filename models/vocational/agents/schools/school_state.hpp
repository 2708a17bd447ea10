// SPDX-License-Identifier: Apache-2.0
// What a school owns, owes and has at hand: one row per school row. Money, teachers and stations
// are those of all real schools behind the row.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_units.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

struct SchoolStateTable final : sim::Table {
    SIM_TABLE(SchoolStateTable, SchoolId, "school_state",
              "Budget, teachers and equipment of schools; rows as schools.");
    SIM_COLUMN(std::int64_t, balance, sim::unit::yuan, "Money in hand.");
    SIM_COLUMN(std::int64_t, debt, sim::unit::yuan, "Loans outstanding.");
    SIM_COLUMN(std::int64_t, debt_service, sim::unit::yuan,
               "Interest and repayment due each quarter until the debt is gone.");
    SIM_COLUMN(Ownership, ownership, sim::unit::none, "Who owns the school.");
    // Flows of the quarter.
    SIM_COLUMN(std::int32_t, served, sim::unit::agents, "Students when the quarter's money came.");
    SIM_COLUMN(std::int64_t, income, sim::unit::yuan, "Ordinary income of the quarter.");
    SIM_COLUMN(std::int64_t, pay, sim::unit::yuan, "Spent on teachers and staff.");
    SIM_COLUMN(std::int64_t, operation, sim::unit::yuan, "Spent on running the school.");
    SIM_COLUMN(std::int64_t, equipment, sim::unit::yuan, "Spent on practice stations (capital).");
    SIM_COLUMN(std::int64_t, building, sim::unit::yuan,
               "Spent on stations that are ready years later (capital).");
    SIM_COLUMN(std::int64_t, courses, sim::unit::yuan, "Spent on renewing courses.");
    SIM_COLUMN(std::int64_t, development, sim::unit::yuan,
               "Spent on teachers' time in enterprises.");
    SIM_COLUMN(std::int64_t, digital_spending, sim::unit::yuan,
               "Spent on digital resources (capital).");
    // Stocks.
    SIM_COLUMN(double, teachers, sim::unit::persons, "Full-time teachers.");
    SIM_COLUMN(float, experienced, sim::unit::share,
               "Those of them with current enterprise experience.");
    SIM_COLUMN(float, certified, sim::unit::share, "Those reported as double-qualified.");
    SIM_COLUMN(float, mentors, sim::unit::share,
               "Teaching hours given by mentors from enterprises.");
    SIM_COLUMN(float, pay_supplement, sim::unit::share, "Teachers' pay above the local rule.");
    SIM_COLUMN(double, stations, school_unit::stations, "Own practice stations in working order.");
    SIM_COLUMN(double, reachable_stations, school_unit::stations,
               "Share of practice centres' stations within reach.");
    SIM_COLUMN(float, digital, sim::unit::share, "Digital resources, 0 to 1.");
    SIM_COLUMN(float, platform, sim::unit::share, "Use of a common learning platform, 0 to 1.");
    SIM_COLUMN(float, funding, sim::unit::yuan_per_student_year,
               "Recurrent spending per student, moving mean of four quarters.");
    SIM_COLUMN(std::uint8_t, is_closed, sim::unit::none, "1 when no real school is left.");
};

}  // namespace vocational
