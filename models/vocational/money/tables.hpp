// SPDX-License-Identifier: Apache-2.0
// The tables of money: made with the world's others, then given their rows before the first
// quarter, with the effort of governments drawn and the rules of the run noted.
#pragma once

#include "models/vocational/agents/government.hpp"
#include "models/vocational/money/debt.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/tables/world.hpp"

namespace vocational {

void add_money_tables(sim::World& world);

// `schools` rows of schools.
void fill_money_tables(sim::World& world, const Setting& setting, const Params& params,
                       std::size_t schools);

// Own effort of governments and the fidelity that follows from it without accountability; after
// the places are made.
void draw_effort(sim::World& world, const Setting& setting, const GovernmentParams& params);

}  // namespace vocational
