// SPDX-License-Identifier: Apache-2.0
// Choice of track, field and school (equation E2, first form): constants, talents, family and
// tastes; utilities in units of the Gumbel noise of the track.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct ChoiceParams final : sim::ParamBlock {
    SIM_PARAMS(ChoiceParams, "choice", "What families want at 15 and at 18.");
    SIM_PARAM(double, secondary_vocational, -3.2, .unit = sim::unit::none, .range = {-5.0, 0.0},
              .doc = "Utility of secondary vocational school against general high school.",
              .source = sim::calibrated("first-preference shares",
                                        "shen2022: vocational first 3 %, general first 55 %"));
    SIM_PARAM(double, technical_school, -4.1, .unit = sim::unit::none, .range = {-6.0, 0.0},
              .doc = "Utility of technical school against general high school.",
              .source = sim::calibrated("intake of technical schools"));
    SIM_PARAM(double, no_school, -7.6, .unit = sim::unit::none, .range = {-12.0, -2.0},
              .doc = "Utility of leaving at 15 against general high school.",
              .source = sim::calibrated("upper-secondary intake per lower-secondary graduate"));
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
    SIM_PARAM(double, vocational_bachelor, -1.6, .unit = sim::unit::none, .range = {-4.0, 0.5},
              .doc = "Utility of a vocational against an academic bachelor place.",
              .source = sim::assumed("cut-off scores lie below applied ones; swept"));
    SIM_PARAM(double, higher_vocational, -3.5, .unit = sim::unit::none, .range = {-6.0, 0.0},
              .doc = "Utility of a college place against an academic bachelor place.",
              .source = sim::assumed("cut-off scores lie far below; swept"));
    SIM_PARAM(double, same_field, 1.5, .unit = sim::unit::none, .range = {0.0, 4.0},
              .doc = "Utility of going on in the field already learnt.",
              .source = sim::assumed("swept"));
    SIM_PARAM(
        double, college_refusal, 0.06, .unit = sim::unit::share, .range = {0.0, 0.3},
        .doc = "Share of general completers who would not attend a higher vocational college.",
        .source = sim::assumed("fills the recorded seats together with the exam quota; swept"));
    SIM_PARAM(double, vocational_college_wish, 0.85, .unit = sim::unit::share, .range = {0.4, 1.0},
              .doc = "Share of vocational completers who apply for college.",
              .source = sim::calibrated("continuation of secondary vocational leavers",
                                        "65 % in a survey of 2020, more than half officially"));
    SIM_PARAM(double, upgrade_wish, 0.6, .unit = sim::unit::share, .range = {0.2, 1.0},
              .doc = "Share of associate completers who apply for the upgrading exam.",
              .source = sim::assumed("applicants exceed places about threefold; swept"));
    SIM_PARAM(double, destination_distance, 600.0, .unit = sim::unit::kilometre,
              .range = {100.0, 3000.0},
              .doc = "Distance at which a college's appeal falls by one unit of taste.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, destination_affluence, 0.5, .unit = sim::unit::none, .range = {0.0, 2.0},
              .doc = "Appeal of a province per standard deviation of log income.",
              .source = sim::assumed("swept"));
};

}  // namespace vocational
