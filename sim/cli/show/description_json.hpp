// SPDX-License-Identifier: Apache-2.0
// Parts of a model's description as JSON text, for machines.
#pragma once

#include <string>

#include "sim/cli/show/description.hpp"

namespace sim {

std::string json_of(const std::vector<TableDescription>& tables);
std::string json_of(const std::vector<StepDescription>& schedule);
std::string json_of(const std::vector<BlockDescription>& parameters);
std::string json_of(const std::vector<PolicyDescription>& policies);
std::string json_of(const std::vector<OutputDescription>& outputs);
// Names and meanings only.
std::string json_of(const std::vector<ModelDescription>& models);

}  // namespace sim
