// SPDX-License-Identifier: Apache-2.0
// What a calibration leaves: parameters.yaml (a part of a scenario, to be named by `extends`),
// calibration.json (everything that is known of the fit), nonimplausible.csv (the set of points
// that the targets do not rule out). Texts only; who calls writes them.
#pragma once

#include <string>

#include "sim/calibrate/fit.hpp"
#include "sim/calibrate/read_calibration.hpp"

namespace sim {

inline constexpr const char* parameters_file = "parameters.yaml";
inline constexpr const char* calibration_file = "calibration.json";
inline constexpr const char* plausible_file = "nonimplausible.csv";
inline constexpr const char* runs_file = "runs.csv";

std::string parameters_yaml(const LoadedCalibration& calibration, const FitResult& result);
std::string calibration_json(const LoadedCalibration& calibration, const FitResult& result);
std::string plausible_csv(const LoadedCalibration& calibration, const FitResult& result);

// "weakly identified", "out of reach".
std::string verdict_text(ParameterVerdict verdict);
std::string verdict_text(TargetVerdict verdict);
// The targets that a parameter moves most, by tolerances, the first most; those that it moves by
// less than one tolerance across its range are left out.
std::vector<std::string> moved_targets(const Calibration& calibration, const FitResult& result,
                                       std::size_t parameter);

}  // namespace sim
