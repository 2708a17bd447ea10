// SPDX-License-Identifier: Apache-2.0
// Where a result goes, and every reason why it could not go there, found before computing.
#pragma once

#include <string>
#include <vector>

namespace sim {

enum class Replace { never, allowed };

// "scenarios/baseline.yaml" → "baseline".
std::string stem_of(const std::string& file);
// "results/baseline.h5"; "results/baseline_vs_reform.h5"; from five scenarios on
// "results/baseline_vs_4_scenarios.h5".
std::string default_output(const std::vector<std::string>& labels);

// How the names of a result's checkpoints begin: "results/baseline.checkpoint.".
std::string checkpoint_prefix(const std::string& out);

// Where states are kept for later runs: ".tandem-cache" in the folder of the result.
std::string default_state_cache(const std::string& out);
// Throws IoError if states were asked to be kept in something that is no folder.
void check_state_cache(const std::string& named);

// Throws IoError if `path` exists and may not be replaced, is no place for a file, or its folder
// cannot be made or written.
void check_output(const std::string& path, Replace replace);
// Makes the folder of `path`; throws IoError.
void make_output_folder(const std::string& path);

}  // namespace sim
