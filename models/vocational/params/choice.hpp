// SPDX-License-Identifier: Apache-2.0
// Choice of track, field and school (equation E2): constants, talents, family, outlook and
// tastes; utilities in units of the Gumbel noise of the track.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct ChoiceParams final : sim::ParamBlock {
    SIM_PARAMS(ChoiceParams, "choice", "What families want at 15 and at 18.");
    SIM_PARAM(double, secondary_vocational, -3.2, .unit = sim::unit::none, .range = {-5.0, 0.0},
              .doc = "Utility of secondary vocational school against general high school.",
              .source = sim::calibrated("first-preference shares",
                                        "shen2022: 3 % name a vocational school first"));
    SIM_PARAM(double, technical_school, -4.1, .unit = sim::unit::none, .range = {-6.0, 0.0},
              .doc = "Utility of technical school against general high school.",
              .source = sim::calibrated("intake of technical schools"));
    SIM_PARAM(double, comprehensive_high, -0.5, .unit = sim::unit::none, .range = {-3.0, 1.0},
              .doc = "Utility of a comprehensive against a general high school.",
              .source = sim::assumed("a new kind of school that leads to both; swept"));
    SIM_PARAM(double, no_school, -7.6, .unit = sim::unit::none, .range = {-12.0, -2.0},
              .doc = "Utility of leaving at 15 against general high school.",
              .source = sim::calibrated("upper-secondary intake per lower-secondary graduate"));
    SIM_PARAM(double, comprehensive_talents, 0.5, .unit = sim::unit::ratio, .range = {0.0, 1.0},
              .doc =
                  "Weight of talents and status in comprehensive schools over that in vocational "
                  "ones.",
              .source = sim::assumed("half of the lessons may be vocational; swept"));
    SIM_PARAM(double, vocational_ability, -0.5, .unit = sim::unit::none, .range = {-1.5, 0.0},
              .doc = "Change of the vocational utilities per standard deviation of ability.",
              .source = sim::assumed("sign from tracking studies; swept"));
    SIM_PARAM(double, vocational_aptitude, 0.4, .unit = sim::unit::none, .range = {0.0, 1.0},
              .doc = "The same per standard deviation of practical aptitude.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, vocational_ses, -0.4, .unit = sim::unit::none, .range = {-1.0, 0.0},
              .doc = "The same from the lowest to the highest family status.",
              .source = sim::assumed("better-off families avoid the track; swept"));
    SIM_PARAM(
        double, school_taste, 0.7, .unit = sim::unit::none, .range = {0.1, 2.0},
        .doc = "Spread of tastes among schools and fields within a track, relative to tracks.",
        .source = sim::assumed("nesting parameter; swept"));
    SIM_PARAM(double, standing_weight, 1.0, .unit = sim::unit::none, .range = {0.0, 3.0},
              .doc = "Utility per standard deviation of a school's standing.",
              .source = sim::assumed("swept"));
    SIM_PARAM(int, list_length, 6, .unit = sim::unit::none, .range = {1, 20},
              .doc = "Entries of one track on a rank-order list.",
              .source = sim::assumed("lists in the provinces run from 5 to 100"));
    SIM_PARAM(double, applied_bachelor, -0.6, .unit = sim::unit::none, .range = {-2.0, 0.5},
              .doc = "Utility of an applied against an academic bachelor place.",
              .source = sim::assumed("academic places are filled first; swept"));
    SIM_PARAM(double, places_weight, 0.7, .unit = sim::unit::none, .range = {0.0, 1.0},
              .doc =
                  "Utility of a college track per log of its places at an exam over those of the "
                  "exam's reference place: the more there are, the likelier one suits.",
              .source = sim::assumed("nesting parameter of programmes within a track; swept"));
    SIM_PARAM(
        double, vocational_bachelor, -1.6, .unit = sim::unit::none, .range = {-4.0, 0.5},
        .doc = "Utility of a vocational against an academic bachelor place.",
        .source = sim::assumed("cut-off scores lie below applied ones, between equal numbers of "
                               "places; swept"));
    SIM_PARAM(double, higher_vocational, -3.5, .unit = sim::unit::none, .range = {-6.0, 0.0},
              .doc = "Utility of a college place against an academic bachelor place.",
              .source = sim::assumed("cut-off scores lie far below; swept"));
    SIM_PARAM(double, same_field, 1.5, .unit = sim::unit::none, .range = {0.0, 4.0},
              .doc = "Utility of going on in the field already learnt.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, wage_elasticity, 0.8, .unit = sim::unit::none, .range = {0.0, 1.8},
              .doc = "Elasticity of choosing an option in its expected wage.",
              .source = sim::assumed("evidence row elas_wage_applied: stated effects attenuate"));
    SIM_PARAM(double, stated_wage_elasticity, 1.6, .unit = sim::unit::none, .range = {1.4, 1.8},
              .doc = "The same under structures.wage_response: stated.",
              .source = sim::cited("baker2018", "evidence row elas_wage_stated"));
    SIM_PARAM(double, first_choice_share, 0.0333, .unit = sim::unit::share, .range = {0.02, 0.1},
              .doc = "Share of first choices at which the elasticity holds.",
              .source = sim::cited("shen2022", "evidence row pref_first_voc"));
    SIM_PARAM(double, employment_weight, 1.0, .unit = sim::unit::none, .range = {0.0, 3.0},
              .doc = "Utility of a sure against no job after the track.",
              .source = sim::assumed("of the order of a doubled wage; swept"));
    SIM_PARAM(double, progress_weight, 1.0, .unit = sim::unit::none, .range = {0.0, 3.0},
              .doc = "Utility of a sure against no next level after the track.",
              .source = sim::assumed("shen2022: wider access could change minds; swept"));
    SIM_PARAM(double, quality_weight, 0.5, .unit = sim::unit::none, .range = {0.0, 2.0},
              .doc = "Utility per log point of believed quality.", .source = sim::assumed("swept"));
    SIM_PARAM(double, prestige_weight, 0.5, .unit = sim::unit::none, .range = {0.0, 2.0},
              .doc = "Utility per unit of prestige in a family of middle status.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, prestige_ses, 1.0, .unit = sim::unit::none, .range = {0.0, 2.0},
              .doc =
                  "Change of that weight from the lowest to the highest family status, relative "
                  "to the middle.",
              .source = sim::assumed("better-off families mind standing more; swept"));
    SIM_PARAM(double, cost_weight, 1.0, .unit = sim::unit::none, .range = {0.0, 4.0},
              .doc = "Utility lost if the yearly net cost equals the family's income.",
              .source = sim::assumed("trials of aid find hardly any effect on entry; swept"));
    SIM_PARAM(double, household_income, 80'000.0, .unit = sim::unit::yuan_per_year,
              .range = {50'000.0, 120'000.0}, .doc = "Median yearly income of a family.",
              .source = sim::assumed("2.6 persons at the median disposable income of 2022, 31,370 "
                                     "yuan; the mean of the middle fifth, 30,598, gives the same"));
    SIM_PARAM(double, income_spread, 0.85, .unit = sim::unit::none, .range = {0.6, 1.0},
              .doc = "Standard deviation of log family income over the percentiles of status.",
              .source = sim::assumed("log-normal with a Gini coefficient near 0.45; the poorest "
                                     "fifth has 26,000 yuan then, 22,400 in the survey of 2022"));
    SIM_PARAM(double, income_floor, 5'000.0, .unit = sim::unit::yuan_per_year,
              .range = {1'000.0, 20'000.0}, .doc = "Income k that every family can fall back on.",
              .source = sim::assumed("keeps the cost term finite; swept"));
    SIM_PARAM(double, affordable_share, 0.5, .unit = sim::unit::share, .range = {0.1, 1.0},
              .doc = "Largest share of its income that a family pays for one student.",
              .source = sim::calibrated("intake of vocational and bachelor tracks",
                                        "0.5: as many need a loan at college as take one, "
                                        "evidence row student_loan_takeup"));
    SIM_PARAM(double, credit_limit, 12'000.0, .unit = sim::unit::yuan_per_year,
              .range = {0.0, 40'000.0},
              .doc = "What a student above upper secondary can borrow a year; nobody can at 15.",
              .source = sim::cited("mof2021_loans",
                                   "evidence row student_loan_limit; removed at the upper end"));
    SIM_PARAM(int, listed_provinces, 10, .unit = sim::unit::none, .range = {1, 40},
              .doc = "Provinces that a rank-order list for college names.",
              .source = sim::assumed("lists end; who finds none enters the clearing round"));
    SIM_PARAM(double, general_route, 2.75, .unit = sim::unit::none, .range = {0.0, 5.0},
              .doc = "Utility of a college place over working for general completers.",
              .source = sim::calibrated("higher vocational intake 2022",
                                        "6 % would not attend a college"));
    SIM_PARAM(double, vocational_route, 1.73, .unit = sim::unit::none, .range = {-1.0, 4.0},
              .doc = "The same for vocational completers.",
              .source = sim::calibrated("continuation of secondary vocational leavers",
                                        "65 % in a survey of 2020, more than half officially"));
    SIM_PARAM(double, upgrading_route, 0.1, .unit = sim::unit::none, .range = {-3.0, 3.0},
              .doc = "Utility of an academic bachelor place over working for college completers.",
              .source = sim::calibrated("applicants exceed places about threefold"));
    SIM_PARAM(double, distance_weight, 0.012, .unit = sim::unit::per_kilometre,
              .range = {0.0, 0.02},
              .doc = "Utility of a school at 15 lost per kilometre from home.",
              .source = sim::cited("spiess2008",
                                   "evidence row dist_slope_pp: 0.25 points a km, at a share of "
                                   "three tenths"));
    SIM_PARAM(
        double, school_distance, 12.0, .unit = sim::unit::kilometre, .range = {3.0, 40.0},
        .doc = "Mean way to the nearest school of a kind, at the number of the start.",
        .source = sim::assumed("half the root of the land per school, some three of them in a "
                               "county of 2,000 square kilometres; swept"));
    SIM_PARAM(double, destination_distance, 600.0, .unit = sim::unit::kilometre,
              .range = {100.0, 3000.0},
              .doc = "Distance at which a college's appeal falls by one unit of taste.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, destination_affluence, 0.5, .unit = sim::unit::none, .range = {0.0, 2.0},
              .doc = "Appeal of a province per standard deviation of log income.",
              .source = sim::assumed("swept"));
};

}  // namespace vocational
