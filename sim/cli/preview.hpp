// SPDX-License-Identifier: Apache-2.0
// What --dry-run prints: replicates, quarters, agents, memory and files of a job.
#pragma once

#include <string>

#include "sim/cli/job.hpp"

namespace sim {

// Builds the initial state of each scenario once to count its rows; simulates nothing.
std::string preview(const Job& job, const Arguments& arguments, const ModelCatalogue& models);

}  // namespace sim
