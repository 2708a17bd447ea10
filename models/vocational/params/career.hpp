// SPDX-License-Identifier: Apache-2.0
// Life cycle (4.11): obsolescence of skill, training of the employed, reversal of the vocational
// advantage.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct CareerParams final : sim::ParamBlock {
    SIM_PARAMS(CareerParams, "career", "What working life does to skills and jobs.");
    SIM_PARAM(
        double, obsolescence, 0.03, .unit = sim::unit::share_per_year, .range = {0.0, 0.09},
        .doc =
            "Yearly loss of the field's skill per log point by which its vintage lags "
            "behind the frontier of the sectors that use it.",
        .source = sim::assumed("size of kappa in E1: half of the frontier's growth at a lag "
                               "of 17 years, that of skill at work; with it most fields' mean "
                               "loss stays within evidence row dep_specific; swept"));
    SIM_PARAM(double, training_gain, 0.1, .unit = sim::unit::score, .range = {0.0, 0.4},
              .doc = "Skill in the field that a technical module adds to an employee.",
              .source = sim::cited("jls2005",
                                   "technical modules work; a module is a fraction of the year "
                                   "behind evidence row retrain_tech_men, size assumed"));
    SIM_PARAM(double, reversal_age, 49.0, .unit = sim::unit::year, .range = {40.0, 60.0},
              .doc =
                  "Age at which vocational credentials stop protecting a job, if the structure "
                  "life_cycle is `reversing`.",
              .source = sim::cited("hanushek2017", "evidence row age_employment_crossover"));
    SIM_PARAM(double, reversal_slope, 0.3, .unit = sim::unit::none, .range = {0.0, 0.8},
              .doc = "Log separation hazard of vocational credentials per ten years of age then.",
              .source = sim::assumed("the study read gives sign and age, not size; swept"));
};

}  // namespace vocational
