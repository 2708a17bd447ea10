// SPDX-License-Identifier: Apache-2.0
// Writes the JSON Schema (draft 7) of calibration files from their keys and the models'
// declarations.
#pragma once

#include <string>

#include "sim/model/model.hpp"

namespace sim {

// Pretty-printed JSON text with a final newline.
std::string calibration_schema(const ModelCatalogue& models);

}  // namespace sim
