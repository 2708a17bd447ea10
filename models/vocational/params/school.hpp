// SPDX-License-Identifier: Apache-2.0
// Persistence (E4) and learning in school (E1), first forms.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct PersistenceParams final : sim::ParamBlock {
    SIM_PARAMS(PersistenceParams, "persistence", "Who stops without completing.");
    SIM_PARAM(double, general, 0.006, .unit = sim::unit::share_per_year, .range = {0.0, 0.03},
              .doc = "Stopping in general high schools.",
              .source = sim::recorded("track_years.csv", "stock and flow of general high schools"));
    SIM_PARAM(double, secondary_vocational, 0.0655, .unit = sim::unit::share_per_year,
              .range = {0.02, 0.2}, .doc = "Stopping in each of the first two vocational years.",
              .source = sim::recorded(
                  "track_years.csv",
                  "graduates over the intake of three years before: 85 to 88 % in 2019 to 2022"));
    SIM_PARAM(double, technical_school, 0.0735, .unit = sim::unit::share_per_year,
              .range = {0.02, 0.2}, .doc = "Stopping in each of the first two technical years.",
              .source = sim::recorded("track_years.csv",
                                      "graduates over the intake of three years before: 84 and 85 "
                                      "% in 2022 and 2021, less before"));
    SIM_PARAM(double, final_year, 0.002, .unit = sim::unit::share_per_year, .range = {0.0, 0.05},
              .doc = "Stopping in the third year of vocational and technical schools.",
              .source = sim::recorded("track_years.csv", "almost none in the third year"));
    SIM_PARAM(double, higher_vocational, 0.011, .unit = sim::unit::share_per_year,
              .range = {0.0, 0.05}, .doc = "Stopping in higher vocational colleges.",
              .source = sim::recorded("track_years.csv", "stock and flow of colleges"));
    SIM_PARAM(double, bachelor, 0.010, .unit = sim::unit::share_per_year, .range = {0.0, 0.05},
              .doc = "Stopping in bachelor programmes.",
              .source = sim::recorded("track_years.csv", "stock and flow of bachelor programmes"));
    SIM_PARAM(double, ability_slope, -0.5, .unit = sim::unit::none, .range = {-1.0, 0.0},
              .doc = "Log odds of stopping per standard deviation of ability within the track.",
              .source = sim::cited("yi2015dropout", "weaker pupils drop out more; size assumed"));
    SIM_PARAM(double, ses_slope, -0.6, .unit = sim::unit::none, .range = {-1.5, 0.0},
              .doc = "Log odds of stopping from the lowest to the highest family status.",
              .source = sim::cited("yi2015dropout", "poorer pupils drop out more; size assumed"));
    SIM_PARAM(double, quality_slope, -1.5, .unit = sim::unit::none, .range = {-3.0, 0.0},
              .doc = "Log odds of stopping per log quality of the programme.",
              .source = sim::cited("dougherty2018",
                                   "evidence row cte_grad_pp; size assumed, below "
                                   "that of oversubscribed schools"));
    SIM_PARAM(double, cost_slope, 1.0, .unit = sim::unit::none, .range = {0.0, 3.0},
              .doc = "Log odds of stopping per net cost over family income.",
              .source = sim::cited("yi2015ecfa", "aid hardly moves stopping; upper end swept"));
    SIM_PARAM(double, wage_slope, 0.8, .unit = sim::unit::none, .range = {0.0, 2.0},
              .doc = "Log odds of stopping per log unskilled wage against the reference year.",
              .source = sim::cited("shi2015", "work that pays now draws pupils out; size assumed"));
    SIM_PARAM(double, payoff_slope, -0.8, .unit = sim::unit::none, .range = {-2.0, 0.0},
              .doc =
                  "Log odds of stopping per log wage of the schooled over the unskilled, against "
                  "the reference year.",
              .source = sim::assumed("distance to the expected pay-off in E4; swept"));
    SIM_PARAM(double, disadvantage, 0.4, .unit = sim::unit::none, .range = {0.0, 0.6},
              .doc = "Further log odds in vocational upper-secondary schools of the poor or weak.",
              .source = sim::cited("loyalka2016", "evidence row voc_effect_dropout_disadv"));
    SIM_PARAM(
        double, poor_share, 0.25, .unit = sim::unit::share, .range = {0.1, 0.5},
        .doc = "Families that count as poor in it, from the poorest on.",
        .source = sim::assumed("loyalka2016 tells low-income pupils from others, no cut seen"));
    SIM_PARAM(double, weak_below, -0.5, .unit = sim::unit::score, .range = {-1.5, 0.5},
              .doc = "Ability below which a student counts as weak in it.",
              .source = sim::assumed("about the weakest third; no cut seen in loyalka2016"));
    SIM_PARAM(double, work_based_slope, -0.2, .unit = sim::unit::none, .range = {-0.6, 0.2},
              .doc = "Log odds of stopping under a fully relevant training contract.",
              .source = sim::assumed("quality of learning at work in E4; swept"));
};

struct LearningParams final : sim::ParamBlock {
    SIM_PARAMS(LearningParams, "learning", "Skills gained in a year of school.");
    SIM_PARAM(double, general_in_general, 0.30, .unit = sim::unit::score_per_year,
              .range = {0.1, 0.5}, .doc = "General skill gained in general and bachelor tracks.",
              .source = sim::assumed("typical yearly gain in achievement; swept"));
    SIM_PARAM(double, general_in_vocational, 0.23, .unit = sim::unit::score_per_year,
              .range = {0.15, 0.28}, .doc = "General skill gained in vocational tracks.",
              .source = sim::cited("loyalka2016", "evidence row voc_effect_math; size not seen"));
    SIM_PARAM(double, specific_in_vocational, 0.35, .unit = sim::unit::score_per_year,
              .range = {0.0, 0.8}, .doc = "Skill in the field gained in vocational tracks.",
              .source = sim::assumed("at average quality the track adds little; swept"));
    SIM_PARAM(double, specific_in_bachelor, 0.30, .unit = sim::unit::score_per_year,
              .range = {0.0, 0.8}, .doc = "Skill in the field gained in bachelor programmes.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, strong_general, 0.30, .unit = sim::unit::score_per_year, .range = {0.23, 0.5},
              .doc =
                  "General skill gained in upper-secondary vocational schools under "
                  "structures.technical_learning: gains.",
              .source = sim::cited("brunner2023",
                                   "strong technical schools lose nothing; size assumed as in "
                                   "general schools"));
    SIM_PARAM(double, strong_specific, 0.60, .unit = sim::unit::score_per_year,
              .range = {0.35, 1.0}, .doc = "Skill of the field gained there under it.",
              .source = sim::cited("brunner2023", "earnings of men rise strongly; size assumed"));
    SIM_PARAM(double, weak_general, 0.15, .unit = sim::unit::score_per_year, .range = {0.05, 0.23},
              .doc =
                  "General skill gained in upper-secondary vocational schools under "
                  "structures.technical_learning: losses.",
              .source = sim::cited("loyalka2016", "lower end of evidence row voc_effect_math"));
    SIM_PARAM(double, weak_specific, 0.10, .unit = sim::unit::score_per_year, .range = {0.0, 0.35},
              .doc = "Skill of the field gained there under it.",
              .source = sim::cited("loyalka2016",
                                   "evidence row voc_effect_computing: no gain; size assumed"));
    SIM_PARAM(double, relevance_apprenticeship, 1.0, .unit = sim::unit::share, .range = {0.5, 1.0},
              .doc = "Working time that serves the field, apprenticeship.",
              .source = sim::assumed("training in the occupation; the scale's upper end"));
    SIM_PARAM(double, relevance_joint, 0.8, .unit = sim::unit::share, .range = {0.4, 1.0},
              .doc = "The same, joint enrolment.",
              .source = sim::assumed("between apprenticeship and order class; swept"));
    SIM_PARAM(double, relevance_order, 0.6, .unit = sim::unit::share, .range = {0.3, 1.0},
              .doc = "The same, order class.",
              .source = sim::assumed("courses ordered by the firm, part of the time there; swept"));
    SIM_PARAM(double, relevance_commissioned, 0.5, .unit = sim::unit::share, .range = {0.2, 1.0},
              .doc = "The same, commissioned training.",
              .source = sim::assumed("shorter than an order class; swept"));
    SIM_PARAM(double, relevance_internship, 0.3, .unit = sim::unit::share, .range = {0.0, 0.8},
              .doc = "The same, internship.",
              .source = sim::assumed("many interns do simple work outside their field; swept"));
    SIM_PARAM(double, internship_premium, 0.06, .unit = sim::unit::ratio, .range = {0.0, 0.06},
              .doc =
                  "Pay that a whole internship adds in matched work under structures.internships: "
                  "premium.",
              .source = sim::cited("saniter_siedler2014", "evidence row intern_wage_gain"));
    SIM_PARAM(double, specific_spread, 0.5, .unit = sim::unit::score, .range = {0.3, 1.0},
              .doc =
                  "One standard deviation of the field's skill among vocational completers: what "
                  "turns terms of ln Q, which are in standard deviations, into this skill.",
              .source = sim::assumed("the spread that the baseline has in its reference year; 1 "
                                     "would take a score for a standard deviation"));
    SIM_PARAM(double, ability_elasticity, 0.2, .unit = sim::unit::none, .range = {0.0, 0.6},
              .doc = "Log gain per standard deviation of ability (aptitude for the field's skill).",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, general_decay, 0.006, .unit = sim::unit::share_per_year, .range = {0.0, 0.01},
              .doc = "Yearly loss of general skill out of school.",
              .source = sim::cited("weber2014", "evidence row dep_general"));
    SIM_PARAM(double, specific_decay, 0.02, .unit = sim::unit::share_per_year,
              .range = {0.008, 0.05}, .doc = "Yearly loss of the field's skill out of school.",
              .source = sim::cited("weber2014", "evidence row dep_specific"));
};

}  // namespace vocational
