// SPDX-License-Identifier: Apache-2.0
// EXPERIMENT FILES: read and checked against what the model of their scenarios declares. Every
// error is collected before anything is thrown.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/load.hpp"
#include "sim/sweep/experiment/experiment.hpp"

namespace sim {

struct LoadedExperiment {
    Experiment experiment;
    // As `experiment.scenarios` labels them; set to record what the measures need.
    std::vector<LoadedScenario> scenarios;
    std::string file;  // as the user named it
};

// Whether a file that can be read looks like an experiment rather than a scenario.
bool is_experiment(const std::string& file);

// Throws UserError with all problems, or IoError. `overrides` change every scenario; replicates
// take the place of the file's.
LoadedExperiment load_experiment(const std::string& file, const ModelCatalogue& models,
                                 const Overrides& overrides, const std::string& shipped_data);

}  // namespace sim
