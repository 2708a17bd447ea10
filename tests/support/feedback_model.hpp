// SPDX-License-Identifier: Apache-2.0
// A model for tests of comparisons. Three regions have a value that differs by replicate and
// quarter; policies raise it, a tenth of what they add spills over to the next region, and prices
// follow values and eat half of them up. Effects can be told on paper.
#pragma once

#include "sim/model/model.hpp"

namespace sim::testing {

// Holds "feedback". Its instruments: `grant` adds `amount` in its provinces and costs as much,
// `boost` multiplies what is there by 1 + rate and costs 1 a region, `talk` adds without cost.
ModelCatalogue feedback_models();

}  // namespace sim::testing
