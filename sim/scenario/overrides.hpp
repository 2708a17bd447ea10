// SPDX-License-Identifier: Apache-2.0
// What the command line lays over the files, as layers of their own: each --set and each option is
// a tree with one value, read by the same rules as a file.
#pragma once

#include <vector>

#include "sim/core/error.hpp"
#include "sim/scenario/builder.hpp"
#include "sim/scenario/layers.hpp"
#include "sim/scenario/load.hpp"

namespace sim {

struct OverrideLayers {
    std::vector<Layer> layers{};             // in the order in which they apply
    std::vector<PolicyOverride> policies{};  // apply after all layers
};

// `model`, where it is known, helps with names.
OverrideLayers override_layers(const Overrides& overrides, const Model* model, Problems& problems);

}  // namespace sim
