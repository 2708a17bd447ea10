// SPDX-License-Identifier: Apache-2.0
// What a person is born with.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct BirthParams final : sim::ParamBlock {
    SIM_PARAMS(BirthParams, "birth", "Sex, registration, family and talents at birth.");
    SIM_PARAM(double, male_share, 0.535, .unit = sim::unit::share, .range = {0.50, 0.55},
              .doc = "Share of males among 15-year-olds.",
              .source = sim::assumed("115 males per 100 females at 15; no census table by age"));
    SIM_PARAM(double, male_share_adults, 0.512, .unit = sim::unit::share, .range = {0.49, 0.53},
              .doc = "Share of males in the initial population.",
              .source = sim::recorded("origins.csv", "sex ratio of the census of 2020"));
    SIM_PARAM(double, rural_excess, 0.235, .unit = sim::unit::share, .range = {0.1, 0.35},
              .doc =
                  "Rural registration among 15-year-olds exceeds the rural share of residents "
                  "by this: many urban residents keep a rural registration.",
              .source = sim::assumed("62 % at 15, range 55 to 70; no count of hukou by age"));
    SIM_PARAM(double, rural_excess_adults, 0.212, .unit = sim::unit::share, .range = {0.1, 0.3},
              .doc = "The same in the initial population.",
              .source = sim::assumed("56 % at 15 to 59, range 50 to 60"));
    SIM_PARAM(double, ses_gap_hukou, 0.9, .unit = sim::unit::score, .range = {0.3, 1.5},
              .doc = "Mean socio-economic status of urban less rural families.",
              .source = sim::assumed("no joint margin in the data; swept"));
    SIM_PARAM(double, ses_slope_affluence, 0.35, .unit = sim::unit::score, .range = {0.0, 0.8},
              .doc = "Family status per standard deviation of provincial log income.",
              .source = sim::assumed("no joint margin in the data; swept"));
    SIM_PARAM(double, ses_slope_urban, 1.5, .unit = sim::unit::score, .range = {0.0, 4.0},
              .doc =
                  "Family status per unit of a city's urban share above its province's, within a "
                  "kind of registration.",
              .source = sim::assumed("no income by city in the data; below the 2.7 at which "
                                     "provinces' status rises with their urban share; swept"));
    SIM_PARAM(double, ability_on_ses, 0.35, .unit = sim::unit::none, .range = {0.1, 0.6},
              .doc = "Correlation of ability with family status.",
              .source = sim::assumed("typical of achievement studies; swept"));
    SIM_PARAM(double, aptitude_on_ability, 0.3, .unit = sim::unit::none, .range = {0.0, 0.6},
              .doc = "Correlation of practical aptitude with ability.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, skill_on_ability, 0.8, .unit = sim::unit::none, .range = {0.5, 0.95},
              .doc = "Correlation of general skill at 15 with ability.",
              .source = sim::assumed("swept"));
    SIM_PARAM(
        double, attainment_on_ability, 0.6, .unit = sim::unit::none, .range = {0.3, 0.9},
        .doc = "Weight of ability in who of an older cohort attained how much; initial state.",
        .source = sim::assumed("swept"));
};

}  // namespace vocational
