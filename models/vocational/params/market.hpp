// SPDX-License-Identifier: Apache-2.0
// How seekers and posts find each other beside the first form of E5: occupation network, what firms
// ask for, search on the job, renewal of skills at work.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct MarketParams final : sim::ParamBlock {
    SIM_PARAMS(MarketParams, "market", "Networks of occupations, hiring rules, search on the job.");
    SIM_PARAM(double, field_curvature, 3.0, .unit = sim::unit::none, .range = {1.0, 8.0},
              .doc =
                  "Power of the proximity of two fields (jobs they share sectors with) in the "
                  "weight of trying the other: own_field_weight ^ (proximity ^ power).",
              .source = sim::assumed("shape of the network raises unemployment; swept"));
    SIM_PARAM(double, thin_market, 300.0, .unit = sim::unit::agents, .range = {30.0, 1000.0},
              .doc =
                  "Seekers, or posts, at which what a city or province has counts half and what is "
                  "expected from its surroundings the other half: the law of matching is for "
                  "expectations, and few agents say little about them.",
              .source = sim::assumed("not a property of markets; weighs scatter against places"));
    SIM_PARAM(double, requirement_strictness, 0.3, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Posts that turn down everybody below the level they ask for.",
              .source = sim::assumed("one less compliance of E5; swept"));
    SIM_PARAM(double, first_degree_focus, 0.1, .unit = sim::unit::score, .range = {0.0, 0.6},
              .doc =
                  "Log points by which firms that rank put vocational credentials behind others "
                  "for technician and professional posts.",
              .source = sim::assumed("barrier against vocational credentials; swept"));
    SIM_PARAM(double, contract_bonus, 0.1, .unit = sim::unit::score, .range = {0.0, 0.4},
              .doc =
                  "Log points by which firms that rank prefer fresh leavers who fulfilled an "
                  "order contract, in any firm.",
              .source = sim::assumed("about a standard deviation of perceived skill; swept"));
    SIM_PARAM(double, technician_recognition, 0.8, .unit = sim::unit::ratio, .range = {0.5, 1.0},
              .doc = "How much of the upper-secondary premium firms see in technical schools.",
              .source = sim::assumed("evidence row recognition, a judgement"));
    SIM_PARAM(double, post_revision, 0.6, .unit = sim::unit::share_per_year, .range = {0.0, 1.0},
              .doc = "Unfilled posts whose firm looks for something else after a year.",
              .source = sim::assumed("posts persist but not for ever; swept"));
    SIM_PARAM(double, on_the_job_search, 0.10, .unit = sim::unit::share_per_year,
              .range = {0.0, 0.4},
              .doc = "Formal workers with a fitting job at the mean wage who search in a year.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, mismatch_search, 1.5, .unit = sim::unit::ratio, .range = {1.0, 4.0},
              .doc = "Factor on that share for people below their level or outside their field.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, move_gain, 0.05, .unit = sim::unit::ratio, .range = {0.0, 0.3},
              .doc = "Least relative wage gain for which a worker changes the firm.",
              .source = sim::assumed("swept"));
};

}  // namespace vocational
