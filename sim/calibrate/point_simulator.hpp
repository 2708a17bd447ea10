// SPDX-License-Identifier: Apache-2.0
// Runs the model at points of the search: replicates side by side on all threads, each run once.
#pragma once

#include <functional>
#include <vector>

#include "sim/calibrate/fit.hpp"
#include "sim/calibrate/read_calibration.hpp"
#include "sim/calibrate/run_log.hpp"
#include "sim/calibrate/target_rule.hpp"
#include "sim/sweep/run_local.hpp"

namespace sim {

// Leaves the search when somebody asked it to stop.
class CalibrationStopped {};

class PointSimulator {
  public:
    // Calibration, models and log must outlive it. `on_run` is called after each run, one call at a
    // time.
    PointSimulator(const LoadedCalibration& calibration, const ModelCatalogue& models,
                   const LocalOptions& options, RunLog& log, std::function<void()> on_run);

    // [point][replicate][target]. Throws CalibrationStopped; what a run throws goes through.
    std::vector<Draws> operator()(const std::vector<std::vector<double>>& points,
                                  int replicates) const;

  private:
    LoadedScenario scenario_at(const std::vector<double>& values) const;

    const LoadedCalibration& calibration_;
    const ModelCatalogue& models_;
    LocalOptions options_;
    RunLog& log_;
    std::function<void()> on_run_;
    TargetRule rule_;
};

// Stands for everything but parameters that the numbers of a run depend on: program, data, base
// scenario, targets' selections.
std::string run_identity(const LoadedCalibration& calibration);

}  // namespace sim
