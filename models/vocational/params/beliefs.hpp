// SPDX-License-Identifier: Apache-2.0
// What families believe about wages and jobs (E2): biased priors that published data move.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct BeliefParams final : sim::ParamBlock {
    SIM_PARAMS(BeliefParams, "beliefs", "What families believe about pay and jobs after a track.");
    SIM_PARAM(double, know_rank, 0.4, .unit = sim::unit::share, .range = {0.25, 0.6},
              .doc = "Share of families who know the outcomes of recent leavers.",
              .source = sim::cited("baker2018", "evidence row know_rank"));
    SIM_PARAM(double, wage_bias, 0.13, .unit = sim::unit::ratio, .range = {0.0, 0.25},
              .doc = "By how much the others over-estimate wages.",
              .source = sim::cited("baker2018", "evidence row belief_wage_bias"));
    SIM_PARAM(double, employment_bias, -0.25, .unit = sim::unit::ratio, .range = {-0.35, 0.0},
              .doc = "By how much they misjudge the chance of a job, as a share of it.",
              .source = sim::cited("baker2018", "evidence row belief_emp_bias"));
    SIM_PARAM(double, belief_update, 0.4, .unit = sim::unit::share, .range = {0.1, 0.7},
              .doc =
                  "Weight moved from prior to published figure by a family that a published "
                  "figure reaches.",
              .source = sim::assumed("evidence row info_belief_update; judgement"));
    SIM_PARAM(int, wage_lag, 3, .unit = sim::unit::year, .range = {1, 3},
              .doc = "Age of the wages that choices respond to.",
              .source = sim::cited("long2015", "three years"));
    SIM_PARAM(double, own_region_weight, 0.5, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Weight of leavers from the own region against the nation's.",
              .source = sim::assumed("families look around them and at published figures; swept"));
    SIM_PARAM(int, years_out, 3, .unit = sim::unit::year, .range = {1, 5},
              .doc = "Leavers of that many years are looked at.",
              .source = sim::assumed("recent leavers, as in the labour outcomes"));
};

}  // namespace vocational
