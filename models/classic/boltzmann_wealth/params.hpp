// SPDX-License-Identifier: Apache-2.0
// Parameters of the money exchange: scenarios write them as exchange.NAME.
#pragma once

#include "sim/params/param_block.hpp"

namespace classic {

struct ExchangeParams final : sim::ParamBlock {
    SIM_PARAMS(ExchangeParams, "exchange", "Who meets whom and what they do with their money.");
    SIM_PARAM(int, traders, 10'000, .unit = sim::unit::agents, .range = {2, 100'000'000},
              .doc = "Number of traders; with an odd number one of them rests in each round.",
              .source = sim::assumed("large enough that the distribution is smooth"));
    SIM_PARAM(int, initial_money, 10'000, .unit = sim::unit::money, .range = {1, 1'000'000},
              .doc = "Money of every trader at the start, in its smallest indivisible step.",
              .source = sim::assumed("so many steps that rounding moves the Gini by under 0.01 %"));
    SIM_PARAM(double, saving_propensity, 0.0, .unit = sim::unit::share, .range = {0.0, 0.99},
              .doc = "Share of their money that both traders keep out of an exchange.",
              .source = sim::assumed("0 is the model without saving"));
    SIM_PARAM(int, rounds_per_quarter, 1, .unit = sim::unit::none, .range = {1, 1'000},
              .doc = "Rounds of random pairing within a quarter.",
              .source = sim::assumed("sets only how fast time passes"));
};

}  // namespace classic
