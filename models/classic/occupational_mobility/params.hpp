// SPDX-License-Identifier: Apache-2.0
// Parameters of the occupational-mobility labour market: scenarios write them as market.NAME,
// mobility.NAME and demand.NAME. A step is 6.75 weeks, the length for which the rates were stated.
#pragma once

#include "sim/params/param_block.hpp"

namespace classic {

// Which occupations are neighbours: every other one, or the two next to it on a circle.
enum class NetworkShape { complete, ring };

struct MarketParams final : sim::ParamBlock {
    SIM_PARAMS(MarketParams, "market", "Workers, and how jobs end and open.");
    SIM_PARAM(int, occupations, 1, .unit = sim::unit::none, .range = {1, 1'000},
              .doc = "Number of occupations; all begin with the same number of workers.",
              .source = sim::assumed("one is the smallest market"));
    SIM_PARAM(int, workers, 100'000, .unit = sim::unit::agents, .range = {1, 100'000'000},
              .doc = "Number of workers in all occupations together.",
              .source = sim::assumed("sampling moves the unemployment rate by about 0.06 points"));
    SIM_PARAM(double, separation_rate, 0.016, .unit = sim::unit::share, .range = {0.012, 0.02},
              .doc = "Jobs that end in a step whatever demand is (d_u).",
              .source = sim::cited("delrio_code", "evidence row sep_rate"));
    SIM_PARAM(double, opening_rate, 0.012, .unit = sim::unit::share, .range = {0.008, 0.016},
              .doc = "Vacancies opened in a step whatever demand is, per job filled (d_v).",
              .source = sim::cited("delrio_code", "evidence row vac_open_rate"));
    SIM_PARAM(double, separation_adjustment, 0.16, .unit = sim::unit::share, .range = {0.08, 0.24},
              .doc = "Share of jobs beyond target demand that end in a step (g_u).",
              .source = sim::cited("delrio_code", "evidence row adjust_rate"));
    SIM_PARAM(double, opening_adjustment, 0.16, .unit = sim::unit::share, .range = {0.08, 0.24},
              .doc = "Share of jobs short of target demand that open in a step (g_v).",
              .source = sim::cited("delrio_code", "evidence row adjust_rate"));
    SIM_PARAM(int, steps_per_quarter, 2, .unit = sim::unit::none, .range = {1, 100},
              .doc = "Steps within a quarter.",
              .source = sim::cited("delrio_code", "a step of 6.75 weeks; two fit a quarter"));
    SIM_PARAM(double, initial_unemployment, 0.05, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Unemployed ÷ workers of every occupation at the start.",
              .source = sim::assumed("forgotten within some twenty steps"));
    SIM_PARAM(double, initial_vacancies, 0.03, .unit = sim::unit::ratio, .range = {0.0, 1.0},
              .doc = "Vacancies ÷ workers of every occupation at the start.",
              .source = sim::assumed("forgotten within some twenty steps"));
    SIM_PARAM(int, long_term_steps, 4, .unit = sim::unit::none, .range = {1, 200},
              .doc = "Steps from which on an unemployed worker counts as long-term.",
              .source = sim::cited("delrio_code", "27 weeks"));
};

struct MobilityParams final : sim::ParamBlock {
    SIM_PARAMS(MobilityParams, "mobility", "Where the unemployed apply.");
    SIM_PARAM(NetworkShape, network, NetworkShape::complete, .unit = sim::unit::none,
              .doc = "Which occupations are neighbours: all, or two on a circle.",
              .source = sim::assumed("the two ends of how tightly occupations can hang together"));
    SIM_PARAM(double, neighbour_weight, 1.0, .unit = sim::unit::ratio, .range = {0.0, 1.0},
              .doc =
                  "Weight of a vacancy in a neighbouring occupation against one in the own: "
                  "1 makes no difference, 0 lets nobody leave.",
              .source = sim::assumed("1 is the market without borders"));
};

struct DemandParams final : sim::ParamBlock {
    SIM_PARAMS(DemandParams, "demand", "Jobs that employers want, filled and open together.");
    SIM_PARAM(double, level, 1.0, .unit = sim::unit::ratio, .range = {0.1, 2.0},
              .doc = "Target demand ÷ workers, before cycle and shift.",
              .source = sim::assumed("a job for everybody"));
    SIM_PARAM(double, amplitude, 0.0, .unit = sim::unit::share, .range = {0.0, 0.5},
              .doc = "Swing of target demand about its level over a business cycle.",
              .source = sim::assumed("0 is a market without cycle"));
    SIM_PARAM(double, period, 70.0, .unit = sim::unit::none, .range = {2.0, 10'000.0},
              .doc = "Steps of a business cycle.", .source = sim::assumed("nine years"));
    SIM_PARAM(double, shift, 0.0, .unit = sim::unit::share, .range = {0.0, 0.5},
              .doc =
                  "Share of all demand that leaves the second half of the occupations for the "
                  "first; of an odd number the middle one keeps its demand.",
              .source = sim::assumed("0 is a market without structural change"));
    SIM_PARAM(double, shift_steps, 100.0, .unit = sim::unit::none, .range = {1.0, 10'000.0},
              .doc = "Steps over which demand shifts, evenly, from the scenario's start.",
              .source = sim::assumed("thirteen years"));
};

struct LabourMarketParams {
    MarketParams market;
    MobilityParams mobility;
    DemandParams demand;
};

}  // namespace classic
