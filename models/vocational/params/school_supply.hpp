// SPDX-License-Identifier: Apache-2.0
// How the supply of places moves (E8): fields of schools, reputation, closures, private schools.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct SchoolSupplyParams final : sim::ParamBlock {
    SIM_PARAMS(SchoolSupplyParams, "school_supply", "How schools change what they offer.");
    SIM_PARAM(double, elasticity, 1.3, .unit = sim::unit::none, .range = {0.5, 1.5},
              .doc = "Long-run elasticity of a field's places to its share of vacancies.",
              .source = sim::cited("conzelmann2023", "evidence row supply_elasticity"));
    SIM_PARAM(double, adjustment_speed, 0.2, .unit = sim::unit::share_per_year,
              .range = {0.05, 0.5}, .doc = "Part of the gap to the wanted places closed in a year.",
              .source = sim::assumed("evidence row adjust_speed, a judgement"));
    SIM_PARAM(double, forecast_error, 0.25, .unit = sim::unit::score, .range = {0.1, 0.5},
              .doc = "Standard deviation of a school's log error about a field's demand.",
              .source = sim::assumed("evidence row forecast_error_sd, a judgement"));
    SIM_PARAM(double, demand_memory, 3.0, .unit = sim::unit::year, .range = {1.0, 5.0},
              .doc = "Years over which vacancies are averaged.",
              .source = sim::assumed("three-year averages are what authorities publish"));
    SIM_PARAM(double, prior_weight, 0.02, .unit = sim::unit::share, .range = {0.0, 0.1},
              .doc = "Weight of a field without vacancies in the shares that schools look at.",
              .source = sim::assumed("keeps small fields from being wiped out by chance"));
    SIM_PARAM(double, reputation_memory, 0.8, .unit = sim::unit::share, .range = {0.5, 0.95},
              .doc = "Weight of last year's reputation in this year's.",
              .source = sim::assumed("reputations last some five years; swept"));
    SIM_PARAM(double, size_spread, 0.6, .unit = sim::unit::ratio, .range = {0.2, 1.0},
              .doc = "Standard deviation of the sizes of real schools of a kind over their mean.",
              .source = sim::assumed("no table of school sizes; swept"));
    SIM_PARAM(double, smallest_general, 550.0, .unit = sim::unit::persons, .range = {200.0, 1.2e3},
              .doc = "Size below which a general high school merges or closes in the end.",
              .source = sim::recorded("school_counts.csv",
                                      "closures of 2010 to 2015 at the recorded mean sizes, at "
                                      "this spread of sizes and patience"));
    SIM_PARAM(double, smallest_vocational, 720.0, .unit = sim::unit::persons,
              .range = {300.0, 1.6e3},
              .doc = "The same, secondary vocational and technical schools.",
              .source = sim::recorded("school_counts.csv",
                                      "closures of 2010 to 2019 at the recorded mean sizes, at "
                                      "this spread of sizes and patience"));
    SIM_PARAM(double, smallest_college, 2'000.0, .unit = sim::unit::persons, .range = {1e3, 5e3},
              .doc = "The same, colleges and universities.",
              .source = sim::assumed("setting-up standard of higher vocational colleges"));
    SIM_PARAM(int, years_too_small, 3, .unit = sim::unit::year, .range = {1, 10},
              .doc = "Years on end, on average, below that size after which a school is given up.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, opening_general, 1.0, .unit = sim::unit::share_per_year, .range = {0.0, 2.0},
              .doc =
                  "General high schools that open in a year per unit by which the mean size lies "
                  "above that of the start.",
              .source = sim::recorded("school_counts.csv",
                                      "from 2015 to 2022 the mean size stayed near 1,800 while "
                                      "students grew by a seventh"));
    SIM_PARAM(double, opening_vocational, 0.5, .unit = sim::unit::share_per_year,
              .range = {0.0, 2.0}, .doc = "The same, secondary vocational and technical schools.",
              .source = sim::assumed("between colleges and general schools: technical schools grew "
                                     "in number and in size from 2018 to 2022; swept"));
    SIM_PARAM(double, opening_college, 0.07, .unit = sim::unit::share_per_year, .range = {0.0, 0.5},
              .doc = "The same, colleges and universities.",
              .source = sim::recorded("school_counts.csv",
                                      "from 2015 to 2022 a tenth more colleges and universities "
                                      "while their mean size grew by two fifths"));
    SIM_PARAM(double, private_general, 0.18, .unit = sim::unit::share, .range = {0.0, 0.4},
              .doc = "Places of general high schools in private hands at first.",
              .source = sim::assumed("as other upper-secondary schools; no count in the data"));
    SIM_PARAM(double, private_vocational, 0.2063, .unit = sim::unit::share, .range = {0.0, 0.4},
              .doc = "Places of secondary vocational and technical schools in private hands.",
              .source = sim::recorded("sources/national_schools_teachers.csv",
                                      "secondary vocational 2022; technical schools alike"));
    SIM_PARAM(double, private_college, 0.2527, .unit = sim::unit::share, .range = {0.0, 0.5},
              .doc = "Places of colleges, academic bachelor aside, in private hands at first.",
              .source = sim::recorded("sources/national_schools_teachers.csv",
                                      "private higher education 2022, all undergraduates"));
    SIM_PARAM(double, nonprofit_share, 0.6, .unit = sim::unit::share, .range = {0.2, 0.95},
              .doc = "Private schools that registered as non-profit.",
              .source = sim::assumed("no count; swept"));
    SIM_PARAM(double, private_income, 0.85, .unit = sim::unit::ratio, .range = {0.5, 1.2},
              .doc = "A private school's income per student over the spending of public ones.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, private_public_money, 0.1, .unit = sim::unit::share, .range = {0.0, 0.4},
              .doc = "Public money per student of private schools over that of public ones.",
              .source = sim::assumed("purchase of places and free tuition; swept"));
    SIM_PARAM(
        double, private_response, 0.3, .unit = sim::unit::none, .range = {0.0, 1.0},
        .doc =
            "Yearly log change of a private school's places per unit of local places "
            "filled above or below the usual.",
        .source = sim::cited("goodman_henriques2015",
                             "private schools take up whom public ones cannot; size assumed"));
    SIM_PARAM(double, usual_filling, 0.9, .unit = sim::unit::share, .range = {0.7, 1.0},
              .doc = "Local places filled at which private schools keep their size.",
              .source = sim::assumed("slack of about a tenth in the baseline"));
};

}  // namespace vocational
