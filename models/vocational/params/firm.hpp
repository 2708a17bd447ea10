// SPDX-License-Identifier: Apache-2.0
// Firms (4.8): the jobs they want, technology, wage offers, entry and exit.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct FirmParams final : sim::ParamBlock {
    SIM_PARAMS(FirmParams, "firm", "Jobs wanted, technology, offers, entry and exit of firms.");
    // Jobs wanted.
    SIM_PARAM(double, wage_elasticity, -0.4, .unit = sim::unit::none, .range = {-0.9, -0.1},
              .doc = "Elasticity of jobs wanted with respect to the firm's wage.",
              .source = sim::assumed("evidence row labour_demand_elas, a judgement"));
    SIM_PARAM(double, productivity_elasticity, 0.3, .unit = sim::unit::none, .range = {0.0, 1.0},
              .doc = "Elasticity of jobs wanted with respect to own technology over its path.",
              .source = sim::assumed("size of the response of sales to cost; swept"));
    SIM_PARAM(double, skill_bias, 1.5, .unit = sim::unit::none, .range = {0.0, 4.0},
              .doc = "Log odds of a higher job level per log point of technology gained.",
              .source = sim::assumed("direction of skill-biased technical change; size swept"));
    SIM_PARAM(double, demand_cycle_amplitude, 0.0, .unit = sim::unit::share, .range = {0.0, 0.2},
              .doc = "Swing of jobs wanted about their path over a cycle of demand.",
              .source = sim::assumed("0: the baseline has no cycle"));
    SIM_PARAM(double, demand_cycle_years, 8.0, .unit = sim::unit::year, .range = {2.0, 20.0},
              .doc = "Length of a cycle of demand, counted from the admission of the start year.",
              .source = sim::assumed("within the usual length of business cycles"));
    // Technology.
    SIM_PARAM(double, technology_pace, 1.0, .unit = sim::unit::ratio, .range = {0.0, 3.0},
              .doc = "Factor on the growth of every sector's frontier.",
              .source = sim::assumed("1 is the declared growth of the sectors; swept"));
    SIM_PARAM(double, pace_digital, 0.06, .unit = sim::unit::share_per_year, .range = {0.02, 0.12},
              .doc = "Frontier growth, information technology, software and robotics.",
              .source = sim::assumed("fastest sectors; swept through technology_pace"));
    SIM_PARAM(double, pace_advanced, 0.045, .unit = sim::unit::share_per_year, .range = {0.01, 0.1},
              .doc = "Frontier growth, the other priority industries.",
              .source = sim::assumed("between digital and ordinary industry; swept"));
    SIM_PARAM(double, pace_industry, 0.03, .unit = sim::unit::share_per_year, .range = {0.01, 0.08},
              .doc = "Frontier growth, other industry and construction.",
              .source = sim::assumed("swept through technology_pace"));
    SIM_PARAM(double, pace_services, 0.025, .unit = sim::unit::share_per_year, .range = {0.0, 0.08},
              .doc = "Frontier growth, services and farming.",
              .source = sim::assumed("swept through technology_pace"));
    SIM_PARAM(double, adoption_rate, 0.2, .unit = sim::unit::share_per_year, .range = {0.05, 0.6},
              .doc = "Firms of reference skill that move to the frontier within a year.",
              .source = sim::assumed("mean lag of five years behind the frontier; swept"));
    SIM_PARAM(double, adoption_skill_slope, 1.0, .unit = sim::unit::none, .range = {0.0, 3.0},
              .doc = "Log adoption hazard per unit of the share of technicians and professionals.",
              .source = sim::assumed("skilled firms adopt sooner; swept"));
    SIM_PARAM(double, skilled_share_reference, 0.3, .unit = sim::unit::share, .range = {0.1, 0.6},
              .doc = "Share of technicians and professionals at which adoption has its own rate.",
              .source = sim::assumed("mean of formal jobs; a normalisation"));
    SIM_PARAM(double, adoption_alliance_slope, 0.15, .unit = sim::unit::none, .range = {0.0, 1.5},
              .doc = "Log adoption hazard of a full member of a mature alliance.",
              .source = sim::cited("song2026",
                                   "pilots raise joint patents; size as of services, since bases "
                                   "in Jiangxi added nothing (xu_xiong2018)"));
    SIM_PARAM(double, adoption_service_slope, 0.15, .unit = sim::unit::none, .range = {0.0, 1.5},
              .doc = "Log adoption hazard where technical services reach the firm in full.",
              .source = sim::assumed("evidence row tech_service_tfp: 2 % of productivity, a "
                                     "seventh of a lag of five years at usual growth"));
    SIM_PARAM(int, alliance_maturity, 8, .unit = sim::unit::quarter, .range = {1, 20},
              .doc = "Quarters until an alliance works in full.",
              .source = sim::assumed("pilots are evaluated after two or three years; swept"));
    // Output.
    SIM_PARAM(double, value_added_per_wage, 1.9, .unit = sim::unit::ratio, .range = {1.5, 2.5},
              .doc = "Output of a job ÷ what its holder's skill is paid.",
              .source = sim::assumed("pay is about half of value added in the national accounts"));
    SIM_PARAM(double, vacancy_loss, 0.3, .unit = sim::unit::ratio, .range = {0.0, 1.0},
              .doc = "Output of the present staff lost per share of posts that stand open.",
              .source = sim::assumed("open posts hold up the others' work; swept"));
    // Wage offers.
    SIM_PARAM(double, offer_raise, 0.01, .unit = sim::unit::score, .range = {0.0, 0.05},
              .doc = "Log points added to the offer a quarter, at reference vacancies of full age.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, offer_decay, 0.2, .unit = sim::unit::share, .range = {0.05, 0.8},
              .doc = "Share of the offer taken back each quarter.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, highest_offer, 0.2, .unit = sim::unit::score, .range = {0.0, 0.5},
              .doc = "Most that a firm offers above its ordinary premium, log points.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, offer_full_age, 4.0, .unit = sim::unit::quarter, .range = {1.0, 8.0},
              .doc = "Mean age of open posts at which firms raise offers in full.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, offer_pass_through, 0.05, .unit = sim::unit::share, .range = {0.0, 0.2},
              .doc = "Share of a firm's posts that take on the offer in a quarter: its turnover.",
              .source = sim::assumed("between the separation rates of new and old jobs"));
    // Entry and exit.
    SIM_PARAM(double, exit_rate, 0.06, .unit = sim::unit::share_per_year, .range = {0.0, 0.2},
              .doc = "Firms of ten jobs that close within a year.",
              .source = sim::assumed("no national series read; swept"));
    SIM_PARAM(double, exit_size_slope, -0.4, .unit = sim::unit::none, .range = {-1.0, 0.0},
              .doc = "Elasticity of the exit hazard with respect to jobs.",
              .source = sim::assumed("small firms close more often; swept"));
    SIM_PARAM(double, highest_exit_rate, 0.15, .unit = sim::unit::share_per_year,
              .range = {0.05, 0.5}, .doc = "Exit hazard of the smallest firms.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, entrant_size_shape, 1.1, .unit = sim::unit::none, .range = {1.0, 2.0},
              .doc = "Shape of the Pareto law by which entrants share the jobs of exits.",
              .source = sim::assumed("near 1 in many countries (Zipf's law)"));
};

}  // namespace vocational
