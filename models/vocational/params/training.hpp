// SPDX-License-Identifier: Apache-2.0
// Training by firms and cooperation with schools (4.9, E7). Money is in shares of the yearly wage
// of the firm's province and sector, so that one number serves all of them.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct TrainingParams final : sim::ParamBlock {
    SIM_PARAMS(TrainingParams, "training", "Training places of firms, contracts and cooperation.");
    SIM_PARAM(double, discount_rate, 0.05, .unit = sim::unit::share_per_year, .range = {0.0, 0.1},
              .doc = "Rate at which firms discount.",
              .source = sim::assumed("central of 3 to 8 % for all net present values"));
    SIM_PARAM(double, gross_cost, 0.46, .unit = sim::unit::ratio, .range = {0.25, 0.6},
              .doc = "Gross cost of an apprentice's year ÷ wage.",
              .source = sim::cited("bibb2018",
                                   "evidence row app_gross_cost; over a wage of some "
                                   "EUR 45,000, assumed"));
    SIM_PARAM(double, output_ratio, 0.69, .unit = sim::unit::ratio, .range = {0.58, 1.1},
              .doc = "An apprentice's productive output ÷ gross cost.",
              .source = sim::cited("bibb2018", "evidence row app_offset_ratio"));
    SIM_PARAM(double, pay_share, 0.5, .unit = sim::unit::share, .range = {0.3, 0.7},
              .doc = "Share of the gross cost that is training pay.",
              .source = sim::assumed("pay is the largest part; swept"));
    // How much of a student's year a kind takes up at the firm; cost and output in proportion.
    SIM_PARAM(double, order_class_intensity, 0.3, .unit = sim::unit::share, .range = {0.1, 0.6},
              .doc = "Part of the student's time with the firm, order class.",
              .source = sim::assumed("final-year placements and own courses; swept"));
    SIM_PARAM(double, joint_enrolment_intensity, 0.6, .unit = sim::unit::share, .range = {0.3, 0.9},
              .doc = "The same, joint enrolment.", .source = sim::assumed("swept"));
    SIM_PARAM(double, commissioned_intensity, 0.4, .unit = sim::unit::share, .range = {0.1, 0.8},
              .doc = "The same, commissioned training: paid to the school.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, internship_intensity, 0.2, .unit = sim::unit::share, .range = {0.1, 0.4},
              .doc = "The same, internship: half a year of three.",
              .source = sim::assumed("half a year of placement in a programme of three"));
    SIM_PARAM(double, commissioned_output_ratio, 0.3, .unit = sim::unit::ratio, .range = {0.0, 0.7},
              .doc = "Output ÷ cost in commissioned training, which happens mostly at school.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, internship_output_ratio, 1.0, .unit = sim::unit::ratio, .range = {0.6, 1.3},
              .doc = "Output ÷ cost of interns, who do ordinary work.",
              .source = sim::assumed("swept"));
    // After completion.
    SIM_PARAM(double, order_place_prob, 0.6, .unit = sim::unit::share, .range = {0.3, 0.85},
              .doc = "Completers of a contract whom the partner firm hires, if it is not poached.",
              .source = sim::assumed("evidence row order_place_prob, a judgement"));
    SIM_PARAM(double, internship_place_prob, 0.3, .unit = sim::unit::share, .range = {0.1, 0.6},
              .doc = "The same of interns.", .source = sim::assumed("swept"));
    SIM_PARAM(double, poaching_rate, 0.15, .unit = sim::unit::share, .range = {0.0, 0.4},
              .doc =
                  "Completers whom rivals hire away where the firm has the smallest share of "
                  "its sector's local jobs; less in proportion where it has more.",
              .source = sim::cited("mohrenweiser2018", "few firms are victims; size assumed"));
    SIM_PARAM(double, poaching_loss, 0.1, .unit = sim::unit::ratio, .range = {0.0, 0.5},
              .doc = "Loss when a trained person is poached ÷ wage.",
              .source = sim::assumed("a place to fill at short notice; swept"));
    SIM_PARAM(double, hiring_cost, 0.15, .unit = sim::unit::ratio, .range = {0.05, 0.4},
              .doc = "Cost of hiring and settling in a skilled worker from the market ÷ wage.",
              .source = sim::assumed("weeks of pay for search and adaptation; swept"));
    SIM_PARAM(double, hiring_cost_age_slope, 0.5, .unit = sim::unit::ratio, .range = {0.0, 1.0},
              .doc = "Rise of the hiring cost per year that open posts have stood open.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, hiring_cost_saving, 0.15, .unit = sim::unit::share, .range = {0.0, 0.3},
              .doc = "Fall of the hiring cost of a full member of a mature alliance.",
              .source = sim::assumed("evidence row hiring_cost_saving, a judgement"));
    SIM_PARAM(double, wage_compression, 0.04, .unit = sim::unit::ratio, .range = {0.0, 0.15},
              .doc = "Productivity less wage of a retained person ÷ wage, a year.",
              .source = sim::cited("bibb2013", "firms train to keep people; size assumed"));
    SIM_PARAM(int, tenure_years, 5, .unit = sim::unit::year, .range = {1, 10},
              .doc = "Years over which a retained person is counted on.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, taste_mean, -0.45, .unit = sim::unit::ratio, .range = {-2.0, 0.5},
              .doc = "What nothing else explains of the value of a place ÷ wage, mean over firms.",
              .source = sim::assumed("makes firm_participation small but positive; no count of "
                                     "training firms in China read that it could be fitted to"));
    SIM_PARAM(double, taste_spread, 0.2, .unit = sim::unit::ratio, .range = {0.05, 0.5},
              .doc = "Standard deviation of the same between firms.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, peer_weight, 0.1, .unit = sim::unit::ratio, .range = {0.0, 0.5},
              .doc = "Value of a place ÷ wage per share of the local sector's firms that train.",
              .source = sim::assumed("swept"));
    // Places.
    SIM_PARAM(double, places_per_job, 0.03, .unit = sim::unit::ratio, .range = {0.005, 0.1},
              .doc = "Places a year per job of a firm for which every kind pays.",
              .source = sim::assumed("a part of yearly skilled hires; swept"));
    SIM_PARAM(double, highest_contract_share, 0.5, .unit = sim::unit::share, .range = {0.1, 1.0},
              .doc = "Most places of a programme ÷ students of a year.",
              .source = sim::assumed("a class of two; swept"));
    SIM_PARAM(double, shifting_share, 0.0, .unit = sim::unit::share, .range = {0.0, 0.3},
              .doc = "Places that firms put off to the next year when support will then rise.",
              .source = sim::cited("leuven_oosterbeek2004",
                                   "0.08 makes a gap of 17.5 %; off here"));
    // What contracts do to skill beside teaching.work_based_gain; certificates make it portable.
    SIM_PARAM(double, order_specificity, 0.25, .unit = sim::unit::share, .range = {0.1, 0.5},
              .doc =
                  "Share of the skill learnt at work under a contract which is of use in the "
                  "partner firm alone; lost with the contract or the job there.",
              .source = sim::assumed("evidence row order_specificity, a judgement"));
    // Cooperation as programmes see it.
    SIM_PARAM(double, intensity_overlap, 0.3, .unit = sim::unit::share, .range = {0.0, 0.6},
              .doc = "Partner intensity where the field is the commonest of the province's jobs.",
              .source = sim::assumed("informal contacts; swept"));
    SIM_PARAM(double, intensity_contracts, 0.4, .unit = sim::unit::share, .range = {0.0, 0.8},
              .doc = "Partner intensity added when all students are under contract.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, intensity_alliance, 0.4, .unit = sim::unit::share, .range = {0.0, 0.8},
              .doc = "Partner intensity added by mature alliances of all sectors of the field.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, intensity_speed, 0.3, .unit = sim::unit::share_per_year, .range = {0.1, 1.0},
              .doc = "Part of the way to its new value that partner intensity goes in a year.",
              .source = sim::assumed("ties grow and fade slowly; swept"));
};

}  // namespace vocational
