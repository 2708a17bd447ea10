// SPDX-License-Identifier: Apache-2.0
// Writes the JSON Schema (draft 7) of experiment files, for editors.
#pragma once

#include <string>

#include "sim/model/model.hpp"

namespace sim {

// Pretty-printed JSON text with a final newline.
std::string experiment_schema(const ModelCatalogue& models);

}  // namespace sim
