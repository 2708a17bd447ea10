// SPDX-License-Identifier: Apache-2.0
// Writes the JSON Schema (draft 7) of scenario files from the models' declarations, for editors.
#pragma once

#include <string>

#include "sim/model/model.hpp"

namespace sim {

// Pretty-printed JSON text with a final newline. `shipped_data` supplies labels that come from
// data.
std::string scenario_schema(const ModelCatalogue& models, const std::string& shipped_data);

}  // namespace sim
