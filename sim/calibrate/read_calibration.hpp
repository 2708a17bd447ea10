// SPDX-License-Identifier: Apache-2.0
// CALIBRATION FILES: read and checked against what the model of their base scenario declares. Every
// error is collected before anything is thrown.
#pragma once

#include <string>

#include "sim/calibrate/calibration.hpp"
#include "sim/scenario/load.hpp"

namespace sim {

struct LoadedCalibration {
    Calibration calibration;
    // The base scenario, set to record what the targets need, up to the last of their quarters.
    LoadedScenario base;
    std::string file;       // as the user named it
    std::string file_hash;  // of its text
};

// Whether a file that can be read looks like a calibration rather than a scenario.
bool is_calibration(const std::string& file);

// Throws UserError with all problems, or IoError. Of `overrides`, `set` changes the base scenario;
// seed, scale and replicates take the place of the file's.
LoadedCalibration load_calibration(const std::string& file, const ModelCatalogue& models,
                                   const Overrides& overrides, const std::string& shipped_data);

}  // namespace sim
