// SPDX-License-Identifier: Apache-2.0
// What makes teaching good (E1): weights of ln Q, teachers' experience, practice capacity, age of
// courses, learning at work.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct TeachingParams final : sim::ParamBlock {
    SIM_PARAMS(TeachingParams, "teaching", "What makes a programme good.");
    SIM_PARAM(double, funding_weight, 0.36, .unit = sim::unit::none, .range = {-0.05, 0.8},
              .doc =
                  "Log quality per log money per student: 7.5 % more for four years of 0.3 sd "
                  "a year add 0.0316 sd.",
              .source = sim::cited("jackson_mackevicius2024",
                                   "evidence rows spend_test, spend_to_percent"));
    SIM_PARAM(double, experience_weight, 0.36, .unit = sim::unit::none, .range = {0.0, 0.62},
              .doc =
                  "Log quality of vocational tracks from no to all teaching by people with "
                  "enterprise experience: 0.15 sd on a yearly gain of 0.35.",
              .source = sim::cited("johnston2016", "evidence row enterprise_exp_effect"));
    SIM_PARAM(double, experience_ability_slope, 0.8, .unit = sim::unit::none, .range = {0.0, 1.5},
              .doc =
                  "Further part of the experience effect per standard deviation of the "
                  "student's aptitude.",
              .source = sim::cited("johnston2016", "evidence row high_achiever_concentration"));
    SIM_PARAM(double, practice_weight, 0.2, .unit = sim::unit::none, .range = {0.0, 0.23},
              .doc = "Log quality of vocational tracks from no to full practice capacity.",
              .source = sim::cited("biasi2025",
                                   "evidence row infra_effect, for essential "
                                   "infrastructure; workshops assumed alike"));
    SIM_PARAM(double, digital_weight, 0.05, .unit = sim::unit::none, .range = {0.0, 0.2},
              .doc = "Log quality from no to full digital resources.",
              .source = sim::assumed("no estimate of hardware alone; swept"));
    SIM_PARAM(double, partner_weight, 0.13, .unit = sim::unit::none, .range = {0.0, 0.36},
              .doc =
                  "Log quality from no to full cooperation with firms: 0.05 sd on a yearly gain "
                  "of 0.35.",
              .source = sim::assumed("evidence row consortium_skill, a judgement; 0 = no effect"));
    SIM_PARAM(double, platform_weight, 0.5, .unit = sim::unit::none, .range = {0.0, 1.2},
              .doc = "Log quality per unit of distance to the best that a platform closes.",
              .source = sim::cited("bianchi2022", "sign; size by evidence row edtech_skill_gain"));
    SIM_PARAM(double, best_quality, 1.3, .unit = sim::unit::ratio, .range = {1.1, 2.0},
              .doc = "Quality that a platform brings closer.",
              .source = sim::assumed("about the best tenth of programmes; swept"));
    SIM_PARAM(double, crowding_weight, 0.3, .unit = sim::unit::none, .range = {0.0, 0.8},
              .doc = "Log quality lost per log students per teacher above the norm.",
              .source = sim::assumed("overfull classes lower quality; size swept"));
    SIM_PARAM(double, experience_decay, 0.1, .unit = sim::unit::share_per_year,
              .range = {0.05, 0.2}, .doc = "Teachers' experience that goes stale in a year.",
              .source = sim::assumed("evidence row enterprise_practice_depr, a judgement"));
    SIM_PARAM(double, initial_experience, 0.3, .unit = sim::unit::share, .range = {0.1, 0.6},
              .doc = "Teachers of vocational tracks with current enterprise experience at first.",
              .source = sim::assumed("no count of current experience; swept"));
    SIM_PARAM(double, newcomer_experience, 0.2, .unit = sim::unit::share, .range = {0.0, 0.6},
              .doc = "Share of newly hired vocational teachers who come from enterprises.",
              .source = sim::assumed("most come from universities; swept"));
    SIM_PARAM(double, initial_mentors, 0.05, .unit = sim::unit::share, .range = {0.0, 0.3},
              .doc = "Share of vocational teaching hours given by mentors from enterprises.",
              .source = sim::assumed("evidence row industry_tutor_share is the funded case"));
    SIM_PARAM(double, initial_certified, 0.55, .unit = sim::unit::share, .range = {0.3, 0.7},
              .doc = "Teachers of vocational tracks reported as double-qualified at first.",
              .source = sim::assumed("officially 'more than half'; reported only, no effect"));
    SIM_PARAM(double, certification_rate, 0.10, .unit = sim::unit::share_per_year,
              .range = {0.0, 0.3}, .doc = "Teachers without a certificate who get one in a year.",
              .source = sim::assumed("keeps the reported share about level"));
    SIM_PARAM(double, station_saturation, 4.0, .unit = sim::unit::persons, .range = {2.0, 8.0},
              .doc = "Students per practice station at which practice time is half of the need.",
              .source = sim::assumed("evidence row station_saturation, a judgement"));
    SIM_PARAM(
        double, practice_hours, 500.0, .unit = sim::Unit{"h/student/a"}, .range = {300.0, 800.0},
        .doc = "Hours a year that a student practises where stations suffice.",
        .source = sim::assumed("half of some 1,000 lesson hours, as the rules ask for; swept"));
    SIM_PARAM(double, initial_stations, 0.25, .unit = sim::unit::ratio, .range = {0.1, 0.6},
              .doc = "Practice stations per student of vocational tracks at first.",
              .source = sim::assumed("no count of stations; swept"));
    SIM_PARAM(double, equipment_life, 8.0, .unit = sim::unit::year, .range = {5.0, 12.0},
              .doc = "Useful life of training equipment.",
              .source = sim::assumed("evidence row equipment_life, a judgement"));
    SIM_PARAM(double, technical_need, 1.5, .unit = sim::unit::ratio, .range = {1.2, 2.0},
              .doc = "Practice need of equipment-heavy fields over that of others.",
              .source = sim::assumed("evidence row major_cost_weight_eng, a judgement"));
    SIM_PARAM(double, access_radius, 30.0, .unit = sim::unit::kilometre, .range = {10.0, 60.0},
              .doc = "Distance over which use of an open practice centre falls to 1/e.",
              .source = sim::assumed("evidence row open_access_radius, a judgement"));
    SIM_PARAM(double, course_decay, 0.05, .unit = sim::unit::share_per_year, .range = {0.02, 0.12},
              .doc = "Relevance that a course loses in each year since its renewal.",
              .source = sim::assumed("evidence row curriculum_vintage_decay, a judgement"));
    SIM_PARAM(double, initial_digital, 0.5, .unit = sim::unit::share, .range = {0.1, 0.9},
              .doc = "Digital resources of schools at first, of full ones.",
              .source = sim::assumed("no survey at hand; its effect is a deviation from it"));
    SIM_PARAM(double, initial_course_age, 5.0, .unit = sim::unit::year, .range = {2.0, 10.0},
              .doc = "Age of courses at first.",
              .source = sim::assumed("renewal of a fifth a year in equilibrium"));
    SIM_PARAM(double, course_renewal, 0.19, .unit = sim::unit::share_per_year, .range = {0.05, 0.5},
              .doc = "Courses that a school without partners renews in a year if it has the money.",
              .source = sim::assumed("mean age of some five years; swept"));
    SIM_PARAM(double, partner_renewal, 0.25, .unit = sim::unit::share_per_year, .range = {0.0, 0.6},
              .doc = "Further renewal at full cooperation with firms.",
              .source = sim::assumed("firms bring standards and cases; swept"));
    SIM_PARAM(double, platform_renewal, 0.2, .unit = sim::unit::share_per_year, .range = {0.0, 0.6},
              .doc = "Further renewal where a platform carries all courses.",
              .source = sim::assumed("shared courses are renewed once for all; swept"));
    SIM_PARAM(double, work_based_gain, 0.10, .unit = sim::unit::score_per_year, .range = {0.0, 0.2},
              .doc = "Specific skill that a year of fully relevant learning at work adds.",
              .source = sim::cited("alfonsi2020",
                                   "evidence row train_skill_gain over a course of "
                                   "several years"));
};

}  // namespace vocational
