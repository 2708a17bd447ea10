// SPDX-License-Identifier: Apache-2.0
// Scenarios made from loaded ones by other policies over the same model, data and parameters.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/load.hpp"

namespace sim {

// Enough to be run: without a model of its own and without texts.
LoadedScenario variant_of(const LoadedScenario& loaded, std::vector<PolicyEntry> policies);
// As if it had been loaded: with model, resolved text and hash.
LoadedScenario whole_variant_of(const LoadedScenario& loaded, std::vector<PolicyEntry> policies,
                                const ModelCatalogue& models);

// Labels of the policies by which `alternative` goes beyond `base`: those that act in one of both
// and are missing, without strength or otherwise declared in the other. In the alternative's order.
std::vector<std::string> policies_beyond(const Scenario& base, const Scenario& alternative);
// What they differ in besides policies, title and outputs ("parameters.x.y"); empty if in nothing.
std::vector<std::string> differences_besides_policies(const Scenario& base,
                                                      const Scenario& alternative);

}  // namespace sim
