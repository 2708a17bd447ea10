// SPDX-License-Identifier: Apache-2.0
// Where the variance of outcomes and paired effects comes from, as sensitivity prints it.
#pragma once

#include <string>

#include "sim/sweep/sensitivity/uncertainty.hpp"

namespace sim {

std::string uncertainty_text(const Uncertainty& all);
std::string uncertainty_json(const Uncertainty& all);

}  // namespace sim
