// SPDX-License-Identifier: Apache-2.0
// Echoes a checked scenario as YAML text that is complete and loads to the same scenario: every
// parameter with its value, every policy with its period, in a fixed order.
#pragma once

#include <string>

#include "sim/model/model.hpp"
#include "sim/model/scenario.hpp"

namespace sim {

// The text for files and people, or only what determines the result: no title, no data folder (the
// data have a hash of their own), no checkpoints.
enum class ResolvedFor { people, hash };

std::string resolved_text(const Scenario& scenario, const Model& model, ResolvedFor use);

}  // namespace sim
