// SPDX-License-Identifier: Apache-2.0
// Reads what an experiment file says of its design.
#pragma once

#include "sim/scenario/node_reader.hpp"
#include "sim/sweep/experiment/design.hpp"

namespace sim {

// Adds problems; what is wrong keeps its default.
DesignSpec read_design(const NodeReader& reader, const YamlNode& design);

}  // namespace sim
