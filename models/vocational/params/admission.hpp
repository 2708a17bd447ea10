// SPDX-License-Identifier: Apache-2.0
// Admission markets (E3): mechanism, scores, quotas, and the seat rules after the start year.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

// immediate: each list entry is final when processed. parallel: bands of `parallel_choices`.
enum class Mechanism { immediate, parallel, deferred };

struct AdmissionParams final : sim::ParamBlock {
    SIM_PARAMS(AdmissionParams, "admission", "How applicants and seats come together.");
    SIM_PARAM(Mechanism, mechanism, Mechanism::parallel, .unit = sim::unit::none,
              .doc = "Mechanism of all admission markets.",
              .source = sim::cited("chen_kesten2017", "provinces moved to parallel mechanisms"));
    SIM_PARAM(int, parallel_choices, 5, .unit = sim::unit::none, .range = {1, 20},
              .doc = "Choices per band of the parallel mechanism.",
              .source = sim::cited("chen_kesten2017", "evidence row parallel_band; judgement"));
    SIM_PARAM(double, exam_noise, 0.45, .unit = sim::unit::score, .range = {0.1, 1.0},
              .doc = "Standard deviation of the error of an exam score.",
              .source = sim::assumed("reliability near 0.8; swept"));
    SIM_PARAM(double, skill_weight, 0.5, .unit = sim::unit::share, .range = {0.3, 0.7},
              .doc = "Weight of practical skill in the vocational college exam.",
              .source = sim::assumed("evidence row skill_weight, a judgement"));
    SIM_PARAM(double, home_quota_share, 0.6, .unit = sim::unit::share, .range = {0.2, 0.95},
              .doc = "Share of its seats that a college reserves for its own province.",
              .source = sim::assumed("no table of quotas by origin; swept"));
    SIM_PARAM(double, vocational_slack, 0.10, .unit = sim::unit::share, .range = {0.0, 0.3},
              .doc =
                  "Vocational and technical seats beyond the start year's, as a share: after it "
                  "general seats bind and vocational intake is what families accept.",
              .source = sim::assumed("room for acceptance to vary; swept"));
    SIM_PARAM(double, applied_share, 0.5, .unit = sim::unit::share, .range = {0.3, 0.7},
              .doc = "Applied bachelor's share of the regular bachelor seats.",
              .source = sim::assumed("no official split; half"));
    SIM_PARAM(double, bachelor_exam_share, 0.3, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Share of vocational bachelor seats filled by the vocational college exam.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, general_leaver_yield, 0.92, .unit = sim::unit::share, .range = {0.6, 1.0},
              .doc =
                  "Expected share of general completers without a bachelor seat who take up a "
                  "college seat; the rest of the college seats is the exam's quota.",
              .source = sim::calibrated("higher vocational intake 2022"));
    SIM_PARAM(double, insurance_share, 0.53, .unit = sim::unit::share, .range = {0.3, 0.7},
              .doc =
                  "Share of applicants who name a safe school last in the first band of the "
                  "parallel mechanism.",
              .source = sim::cited("chen_kesten2019", "evidence row insurance_strategy"));
    SIM_PARAM(double, rural_quota, 0.0, .unit = sim::unit::share, .range = {0.0, 0.5},
              .doc = "Share of each general school's seats for pupils with rural registration.",
              .source = sim::assumed("no quota in the baseline"));
    SIM_PARAM(double, exam_effort_shift, 0.3, .unit = sim::unit::none, .range = {0.0, 0.6},
              .doc = "Elasticity of the ratio of study efforts in the ratio of exam weights.",
              .source = sim::assumed("evidence row exam_effort_shift; judgement"));
    SIM_PARAM(double, switch_rate, 0.08, .unit = sim::unit::share_per_year, .range = {0.02, 0.15},
              .doc =
                  "Yearly share of pupils of comprehensive schools who change their strand where "
                  "nothing speaks for either.",
              .source = sim::assumed("evidence row switch_rate; judgement"));
    SIM_PARAM(double, reapply_share, 0.25, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Share of those whom no college took who apply once more a year later.",
              .source = sim::assumed("repeaters are not recorded by what became of them; swept"));
    SIM_PARAM(double, return_rate, 0.02, .unit = sim::unit::share_per_year, .range = {0.0, 0.1},
              .doc =
                  "Yearly share of those who left upper-secondary school, and may return, who ask "
                  "for a vocational place that is left.",
              .source = sim::assumed("returns are not recorded; of four years' leavers some 8 % at "
                                     "this rate; swept"));
    SIM_PARAM(int, return_years, 4, .unit = sim::unit::year, .range = {1, 5},
              .doc = "Years since entry at 15 up to which a leaver may return.",
              .source = sim::assumed("schools take pupils under 20; swept"));
    SIM_PARAM(double, adult_takeup, 0.01, .unit = sim::unit::share_per_year, .range = {0.003, 0.03},
              .doc =
                  "Yearly share of eligible workers who apply for a reserved seat, at average "
                  "gain and cost.",
              .source = sim::assumed("evidence row adult_takeup; judgement"));
    SIM_PARAM(double, work_years, 3.0, .unit = sim::unit::year, .range = {1.0, 10.0},
              .doc = "Years of work that a reserved seat asks for.",
              .source = sim::assumed("usual rule of the provinces; swept"));
    SIM_PARAM(double, work_seat_share, 0.0, .unit = sim::unit::share, .range = {0.0, 0.2},
              .doc =
                  "Seats reserved for people with work experience beyond a college track's "
                  "ordinary seats, as a share of these.",
              .source = sim::assumed("none in the baseline; a policy opens them"));
    SIM_PARAM(double, bachelor_place_share, 0.0, .unit = sim::unit::share, .range = {0.0, 0.2},
              .doc = "Share of secondary vocational seats with an integrated bachelor place.",
              .source = sim::assumed("none in the baseline; a policy opens them"));
};

}  // namespace vocational
