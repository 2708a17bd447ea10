// SPDX-License-Identifier: Apache-2.0
// What is measured of the labour market, at the end of the quarter, in all and by occupation.
#pragma once

#include "models/classic/occupational_mobility/params.hpp"
#include "sim/policy/catalogue.hpp"

namespace classic {

// The outputs read from `world` and `params`, which must outlive them.
void add_labour_market_outputs(sim::OutputCatalogue& outputs, const MarketParams& params,
                               const sim::World& world);

}  // namespace classic
