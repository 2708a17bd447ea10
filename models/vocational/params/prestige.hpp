// SPDX-License-Identifier: Apache-2.0
// Prestige of tracks (E9) and how much families follow each other.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct PrestigeParams final : sim::ParamBlock {
    SIM_PARAMS(PrestigeParams, "prestige", "Standing of tracks, and following one's peers.");
    SIM_PARAM(double, inertia, 0.85, .unit = sim::unit::share_per_year, .range = {0.7, 0.95},
              .doc = "Yearly weight on past prestige.",
              .source = sim::assumed("evidence row prestige_inertia; judgement"));
    SIM_PARAM(double, on_pay, 1.0, .unit = sim::unit::none, .range = {0.0, 2.0},
              .doc = "Prestige per log point of leavers' pay above the average of leavers.",
              .source = sim::assumed("sign from abrassart2020; swept"));
    SIM_PARAM(double, on_tasks, 1.0, .unit = sim::unit::none, .range = {0.0, 2.0},
              .doc = "Prestige from the lowest to the highest level of leavers' jobs.",
              .source = sim::cited("abrassart2020",
                                   "sophistication of tasks raises rank; size "
                                   "assumed"));
    SIM_PARAM(double, on_climbing, 0.5, .unit = sim::unit::none, .range = {0.0, 2.0},
              .doc = "Prestige per share of completers who go on, above the average.",
              .source = sim::assumed("shen2022: wider access could change minds; swept"));
    SIM_PARAM(double, vocational_penalty, 0.5, .unit = sim::unit::none, .range = {0.0, 1.5},
              .doc =
                  "Prestige that a vocational track loses if all of the city's young enter one, "
                  "other things equal.",
              .source = sim::cited("abrassart2020",
                                   "vocational occupations rank lower; size "
                                   "assumed"));
    SIM_PARAM(double, campaign_decay, 0.5, .unit = sim::unit::share_per_year, .range = {0.1, 1.0},
              .doc = "Share of a campaign's effect that is gone after a year.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, social_interaction, 0.4, .unit = sim::unit::none, .range = {0.0, 1.2},
              .doc =
                  "J in m = tanh(h + J m), the strength of following last year's entrants of "
                  "the own city relative to tastes; above 1 history can decide.",
              .source = sim::assumed("evidence row social_J; direction from joensen2015"));
};

}  // namespace vocational
