// SPDX-License-Identifier: Apache-2.0
// How schools spend and whom they can keep (E10): shares of income, floors, loans, teachers' pay.
#pragma once

#include "models/vocational/agents/schools/school_units.hpp"
#include "sim/params/param_block.hpp"

namespace vocational {

struct SchoolBudgetParams final : sim::ParamBlock {
    SIM_PARAMS(SchoolBudgetParams, "school_budget", "How schools spend their money.");
    SIM_PARAM(double, funding_spread, 1.0, .unit = sim::unit::none, .range = {0.0, 1.2},
              .doc = "Exponent on a province's recorded money per student over the nation's.",
              .source = sim::assumed("1 = as recorded for all levels together; swept"));
    SIM_PARAM(double, pay_share, 0.58, .unit = sim::unit::share, .range = {0.45, 0.7},
              .doc = "Pay of teachers and staff over spending at the nation's staffing.",
              .source = sim::assumed("usual in upper-secondary and higher education; swept"));
    SIM_PARAM(double, highest_pay_share, 0.75, .unit = sim::unit::share, .range = {0.6, 0.9},
              .doc = "Pay over income beyond which a school hires nobody.",
              .source = sim::assumed("budget rule; swept"));
    SIM_PARAM(double, staffing_elasticity, 0.3, .unit = sim::unit::none, .range = {0.0, 0.8},
              .doc = "Log teachers per student per log money over the local wage, by province.",
              .source = sim::assumed("part of richer budgets goes into smaller classes; swept"));
    SIM_PARAM(double, operation_floor, 0.12, .unit = sim::unit::share, .range = {0.0, 0.25},
              .doc =
                  "Spending norm that keeps doors open: served before anything but debt and "
                  "pay.",
              .source = sim::assumed("energy, upkeep, materials; swept"));
    SIM_PARAM(double, operation_ceiling, 0.6, .unit = sim::unit::share, .range = {0.3, 1.0},
              .doc = "Operation beyond this part of the spending norm is put by.",
              .source = sim::assumed("keeps earmarked money for its purpose"));
    SIM_PARAM(double, equipment_share, 0.05, .unit = sim::unit::share, .range = {0.02, 0.12},
              .doc = "Income that vocational schools may spend on practice stations.",
              .source = sim::assumed("keeps stations per student at the first level; swept"));
    SIM_PARAM(double, course_share, 0.02, .unit = sim::unit::share, .range = {0.0, 0.06},
              .doc = "Income that schools may spend on renewing courses.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, development_share, 0.015, .unit = sim::unit::share, .range = {0.0, 0.05},
              .doc = "Income that vocational schools may spend on teachers' months in enterprises.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, digital_share, 0.02, .unit = sim::unit::share, .range = {0.0, 0.05},
              .doc = "Income that schools may spend on digital resources.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, station_cost, 32'000.0, .unit = sim::unit::yuan, .range = {10'000.0, 1e5},
              .doc = "Price of a practice station.",
              .source = sim::assumed("some 8,000 yuan of equipment per student; swept"));
    SIM_PARAM(double, stations_wanted, 0.5, .unit = sim::unit::ratio, .range = {0.25, 1.0},
              .doc = "Practice stations per student at which schools stop buying.",
              .source = sim::assumed("enough practice at the saturation of four; swept"));
    SIM_PARAM(double, course_cost, 2'000.0, .unit = school_unit::yuan_per_student,
              .range = {500.0, 5'000.0}, .doc = "Cost per student of renewing all courses.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, months_wanted, 0.5, .unit = sim::unit::none, .range = {0.0, 2.0},
              .doc = "Months a year in enterprises that a school plans for each teacher.",
              .source = sim::assumed("holds the first level of experience"));
    SIM_PARAM(double, replacement_share, 0.5, .unit = sim::unit::share, .range = {0.2, 1.0},
              .doc = "Cost of a month in an enterprise over a month's pay.",
              .source = sim::assumed("cover for half of the lessons; swept"));
    SIM_PARAM(double, digital_cost, 4'000.0, .unit = school_unit::yuan_per_student,
              .range = {1'000.0, 8'000.0}, .doc = "Cost per student of full digital resources.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, digital_life, 5.0, .unit = sim::unit::year, .range = {3.0, 8.0},
              .doc = "Useful life of digital resources.", .source = sim::assumed("swept"));
    SIM_PARAM(double, loan_rate, 0.05, .unit = sim::unit::share_per_year, .range = {0.03, 0.08},
              .doc = "Interest on schools' loans.", .source = sim::assumed("bank rate; swept"));
    SIM_PARAM(double, loan_years, 10.0, .unit = sim::unit::year, .range = {3.0, 20.0},
              .doc = "Years over which a loan is paid back.", .source = sim::assumed("swept"));
    SIM_PARAM(double, highest_debt, 0.5, .unit = sim::unit::ratio, .range = {0.0, 1.5},
              .doc = "Debt over a year's income beyond which nobody lends.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, retirement_rate, 0.03, .unit = sim::unit::share_per_year,
              .range = {0.02, 0.05}, .doc = "Teachers who retire in a year.",
              .source = sim::assumed("a working life of some 33 years"));
    SIM_PARAM(double, quit_rate, 0.03, .unit = sim::unit::share_per_year, .range = {0.01, 0.08},
              .doc = "Teachers of general tracks who quit in a year at the reference pay.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, quit_slope, 2.0, .unit = sim::unit::none, .range = {0.5, 5.0},
              .doc = "Log odds of quitting per log pay outside over pay inside.",
              .source = sim::assumed("quit elasticities of teachers of one to three; swept"));
    SIM_PARAM(double, outside_premium, 0.2, .unit = sim::unit::share, .range = {0.05, 0.3},
              .doc = "What vocational teachers earn outside above other teachers.",
              .source = sim::cited("kistler2024", "evidence row outside_wage_gap"));
    SIM_PARAM(double, experienced_quit_ratio, 1.5, .unit = sim::unit::ratio, .range = {1.0, 3.0},
              .doc = "Share of the experienced among those who quit over that among all.",
              .source = sim::assumed("whom industry knows it hires; swept"));
    SIM_PARAM(double, hard_to_fill_technical, 0.57, .unit = sim::unit::share, .range = {0.39, 0.57},
              .doc = "Open posts of vocational tracks left open a quarter.",
              .source = sim::cited("kistler2024", "evidence row hard_to_fill_tech"));
    SIM_PARAM(double, hard_to_fill_general, 0.39, .unit = sim::unit::share, .range = {0.2, 0.5},
              .doc = "Open posts of other tracks left open a quarter.",
              .source = sim::cited("kistler2024", "academic posts"));
};

}  // namespace vocational
