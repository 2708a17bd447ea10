// SPDX-License-Identifier: Apache-2.0
// The keys of a calibration file, declared like parameters, so that range, unit and meaning are
// written once for the reader, the schema and the messages.
#pragma once

#include <string>
#include <vector>

#include "sim/params/param_block.hpp"

namespace sim {

struct CalibrationKeys final : ParamBlock {
    SIM_PARAMS(CalibrationKeys, "calibration", "How much a calibration computes.");
    SIM_PARAM(int, replicates, 2, .range = {2, 1000},
              .doc = "Replicates of each point; at least two, so that the sampling error is known.",
              .source = assumed("set by the calibration file"));
    SIM_PARAM(int, budget, 400, .range = {1, 10'000'000},
              .doc = "Runs of the model in all, each replicate being one.",
              .source = assumed("set by the calibration file"));
};

struct MethodKeys final : ParamBlock {
    SIM_PARAMS(MethodKeys, "method", "How the search goes.");
    SIM_PARAM(int, waves, 2, .range = {0, 10},
              .doc = "Waves of history matching between the screening and the refinement.",
              .source = assumed("set by the calibration file"));
    SIM_PARAM(int, final_replicates, 8, .range = {2, 1000},
              .doc = "Replicates with which the start and the best points are run at the end.",
              .source = assumed("set by the calibration file"));
    SIM_PARAM(double, cutoff, 3.0, .range = {1.0, 10.0},
              .doc = "Implausibility, in standard deviations, beyond which points are ruled out.",
              .source = assumed("three standard deviations hold for any distribution with one "
                                "peak (Pukelsheim 1994)"));
};

inline const std::vector<std::string> calibration_keys{
    "title", "base", "seed", "scale", "replicates", "budget", "method", "parameters", "targets"};
inline const std::vector<std::string> method_keys{"waves", "final_replicates", "cutoff"};
inline const std::vector<std::string> fitted_parameter_keys{"name", "range", "scale"};
inline const std::vector<std::string> target_keys{"name",      "statistic", "outcome", "where",
                                                  "time",      "over",      "value",   "unit",
                                                  "tolerance", "source"};
inline const std::vector<std::string> selection_keys{"outcome", "where", "time"};

inline constexpr const char* target_name_pattern = "^[a-z][a-z0-9_]{0,63}$";

}  // namespace sim
