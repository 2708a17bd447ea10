// SPDX-License-Identifier: Apache-2.0
// Jobs: how they are wanted, found and lost (E5, first form), and time away from the labour market.
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct LabourParams final : sim::ParamBlock {
    SIM_PARAMS(LabourParams, "labour", "How jobs are wanted, found and lost.");
    SIM_PARAM(double, separation_rate, 0.10, .unit = sim::unit::share_per_year,
              .range = {0.04, 0.3}, .doc = "Formal jobs that end within a year after the first.",
              .source = sim::calibrated("unemployment of December 2021"));
    SIM_PARAM(double, early_separation_rate, 0.25, .unit = sim::unit::share_per_year,
              .range = {0.1, 0.6}, .doc = "The same in the first year of a job.",
              .source = sim::assumed("tenure profile; swept"));
    SIM_PARAM(double, mismatch_separation, 1.3, .unit = sim::unit::ratio, .range = {1.0, 2.5},
              .doc = "Factor on the hazard when the job is below the level attained.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, pool_exit_rate, 0.04, .unit = sim::unit::share_per_year, .range = {0.0, 0.2},
              .doc = "Farm and own-account workers who look for a job, a year.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, pool_entry_limit, 0.5, .unit = sim::unit::share, .range = {0.05, 1.0},
              .doc = "Largest share of a city's jobless who take up pooled work in a quarter.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, vacancy_share, 0.025, .unit = sim::unit::share, .range = {0.005, 0.06},
              .doc = "Jobs wanted but open, beyond recorded employment.",
              .source = sim::assumed("vacancy rate in normal times; swept"));
    SIM_PARAM(double, shrink_speed, 0.5, .unit = sim::unit::share_per_year, .range = {0.1, 1.0},
              .doc = "Share of jobs above the wanted number that a firm ends within a year.",
              .source = sim::assumed("swept"));
    SIM_PARAM(int, rounds, 2, .unit = sim::unit::none, .range = {1, 6},
              .doc = "Rounds of search and matching in a quarter.",
              .source = sim::cited("delrio_code", "a step of 6.75 weeks; two fit a quarter"));
    SIM_PARAM(double, campus_recruiting, 0.8, .unit = sim::unit::score, .range = {0.0, 2.0},
              .doc =
                  "Log points by which firms that rank prefer fresh leavers: most firms recruit "
                  "at schools and colleges before completion.",
              .source = sim::assumed("places leavers ahead of long-term seekers; swept"));
    SIM_PARAM(double, own_field_weight, 100.0, .unit = sim::unit::ratio, .range = {1.0, 400.0},
              .doc = "How much likelier a seeker tries a vacancy of the own field than another.",
              .source = sim::calibrated("field match of recent leavers",
                                        "econinq2024: 17.5 % work outside their field"));
    SIM_PARAM(double, level_gap_weight, 0.2, .unit = sim::unit::ratio, .range = {0.02, 1.0},
              .doc = "Factor on trying a vacancy for each level below the own.",
              .source = sim::assumed("over-education is common but not sought; swept"));
    SIM_PARAM(double, upward_weight, 0.12, .unit = sim::unit::ratio, .range = {0.0, 1.0},
              .doc = "Factor on trying a vacancy for each level above the own.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, move_share_urban, 0.12, .unit = sim::unit::share, .range = {0.0, 0.5},
              .doc = "Urban-registered seekers who search in another city in a quarter.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, move_share_rural, 0.18, .unit = sim::unit::share, .range = {0.0, 0.5},
              .doc = "Rural-registered seekers who search in another city in a quarter.",
              .source = sim::recorded("origins.csv", "migrant workers; share a quarter assumed"));
    SIM_PARAM(double, move_distance, 500.0, .unit = sim::unit::kilometre, .range = {100.0, 3000.0},
              .doc = "Distance over which the pull of another city's jobs falls by 1/e.",
              .source = sim::assumed("gravity; swept"));
    SIM_PARAM(double, hukou_barrier, 0.5, .unit = sim::unit::share, .range = {0.0, 0.9},
              .doc =
                  "What registration in another province takes off the pull of a province's "
                  "largest city.",
              .source = sim::assumed("the largest cities register few who come from elsewhere; no "
                                     "size read; swept"));
    SIM_PARAM(double, signal_noise, 0.8, .unit = sim::unit::score, .range = {0.0, 3.0},
              .doc = "Error with which firms see a seeker's productivity when they rank.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, first_pool_age, 0.5, .unit = sim::unit::none, .range = {0.0, 1.5},
              .doc = "Initial state: log odds of pooled work per ten years of age.",
              .source = sim::assumed("farm work is older work; swept"));
    SIM_PARAM(double, first_pool_rural, 1.0, .unit = sim::unit::none, .range = {0.0, 3.0},
              .doc = "Initial state: the same of rural against urban registration.",
              .source = sim::assumed("farm land goes with rural registration; swept"));
    SIM_PARAM(double, first_pool_level, -1.2, .unit = sim::unit::none, .range = {-3.0, 0.0},
              .doc = "Initial state: the same per level of attainment.",
              .source = sim::assumed("pooled work needs no schooling; swept"));
    SIM_PARAM(double, first_level_noise, 0.5, .unit = sim::unit::none, .range = {0.0, 2.0},
              .doc =
                  "Initial state: spread, in levels, of the order in which people are matched "
                  "with levels of jobs.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, first_field_match, 0.8, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Initial state: workers above elementary jobs who look for their field first.",
              .source = sim::cited("econinq2024", "17.5 % work outside their field"));
    SIM_PARAM(double, away_abroad, 0.03, .unit = sim::unit::share, .range = {0.0, 0.1},
              .doc = "Bachelor completers who study abroad for two years.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, away_service, 0.02, .unit = sim::unit::share, .range = {0.0, 0.06},
              .doc = "Male completers above lower secondary in military service for two years.",
              .source = sim::assumed("swept"));
};

struct WageParams final : sim::ParamBlock {
    SIM_PARAMS(WageParams, "wage", "What a job pays (E6): log wage, yuan of 2022.");
    SIM_PARAM(double, upper_secondary, 0.20, .unit = sim::unit::ratio, .range = {0.15, 0.40},
              .doc =
                  "Premium of upper-secondary leavers over compulsory schooling, within a sector "
                  "and a fit.",
              .source = sim::calibrated("what they earn more at equal place and experience",
                                        "chen_pastore2024, evidence row ret_upsec"));
    SIM_PARAM(double, associate, 0.50, .unit = sim::unit::ratio, .range = {0.4, 0.6},
              .doc = "The same of college leavers.",
              .source = sim::calibrated("starting wages of 2021",
                                        "chen_pastore2024, evidence row ret_voccol"));
    SIM_PARAM(double, bachelor, 0.75, .unit = sim::unit::ratio, .range = {0.6, 0.9},
              .doc = "The same of bachelors.",
              .source = sim::calibrated("starting wages of 2021",
                                        "chen_pastore2024, evidence row ret_univ"));
    SIM_PARAM(double, general_skill, 0.06, .unit = sim::unit::ratio, .range = {0.0, 0.2},
              .doc = "Log wage per standard deviation of general skill.",
              .source = sim::assumed("within level; swept"));
    SIM_PARAM(double, specific_skill, 0.06, .unit = sim::unit::ratio, .range = {0.0, 0.2},
              .doc = "Log wage per standard deviation of skill used in the own field.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, complementarity, 0.01, .unit = sim::unit::ratio, .range = {0.0, 0.05},
              .doc = "Log wage per product of both skills.",
              .source = sim::cited("tuor2010", "mixed paths are rewarded; size assumed"));
    SIM_PARAM(double, productivity_share, 1.0, .unit = sim::unit::ratio, .range = {0.0, 1.0},
              .doc =
                  "Log points that all pay of a province rises per log point of its firms' mean "
                  "technology after the start year.",
              .source = sim::assumed("1 keeps the wage share of output constant; swept"));
    SIM_PARAM(double, experience, 0.045, .unit = sim::unit::share_per_year, .range = {0.02, 0.09},
              .doc = "Log wage per year of experience.",
              .source = sim::calibrated("starting wages of 2021"));
    SIM_PARAM(double, experience_squared, -0.0009, .unit = sim::unit::none, .range = {-0.002, 0.0},
              .doc = "The same per squared year.",
              .source = sim::assumed("peak after some 25 years"));
    SIM_PARAM(double, over_education, -0.14, .unit = sim::unit::ratio, .range = {-0.2, -0.05},
              .doc = "Gap when the level attained exceeds the job's.",
              .source = sim::cited("overedu20", "evidence row overedu_penalty"));
    SIM_PARAM(double, under_education, 0.10, .unit = sim::unit::ratio, .range = {0.0, 0.15},
              .doc = "Gap when the job's level exceeds the one attained.",
              .source = sim::cited("overedu20", "evidence row underedu_premium"));
    SIM_PARAM(double, field_mismatch, -0.11, .unit = sim::unit::ratio, .range = {-0.2, -0.03},
              .doc = "Gap when the job belongs to another field.",
              .source = sim::cited("robst2007", "evidence row field_mismatch_penalty"));
    SIM_PARAM(double, residual_spread, 0.30, .unit = sim::unit::score, .range = {0.1, 0.6},
              .doc = "Standard deviation of the log wage that nothing here explains.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, firm_spread, 0.15, .unit = sim::unit::score, .range = {0.0, 0.4},
              .doc = "Standard deviation of firms' log wage premia.",
              .source = sim::assumed("swept"));
};

}  // namespace vocational
