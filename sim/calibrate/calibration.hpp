// SPDX-License-Identifier: Apache-2.0
// A calibration as plain data: which parameters may move and how far, which recorded numbers the
// model must meet and how closely, and how much computing it may take.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/core/error.hpp"
#include "sim/params/param.hpp"
#include "sim/sweep/selection.hpp"

namespace sim {

// How a parameter's range is laid on the unit interval in which the search moves.
enum class FitScale { linear, log, logit };

struct FittedParameter {
    std::string name;  // in full
    std::string unit{};
    Range range{};
    FitScale scale = FitScale::linear;
};

// What is made of the selection `of` and, for all but `value`, the selection `over`.
enum class Statistic { value, ratio, difference, log_ratio };

struct Target {
    std::string name;
    Statistic statistic = Statistic::value;
    Selection of{};
    std::optional<Selection> over{};
    double value = 0.0;      // recorded, in `unit`
    double tolerance = 0.0;  // in `unit`: how far the model may be from the record; two of its s.d.
    std::string unit{};      // of the model's number
    std::string source{};
    Place place{};  // in the calibration file
};

struct FitMethod {
    int waves = 2;             // of history matching, after the screening
    int final_replicates = 8;  // with which the best points are compared and the result is stated
    double cutoff = 3.0;       // implausibility in standard deviations beyond which points go
};

struct Calibration {
    std::string title{};
    std::vector<FittedParameter> parameters{};
    std::vector<Target> targets{};
    int replicates = 2;  // of each point of the search
    int budget = 0;      // runs of the model in all, a replicate being one
    FitMethod method{};
};

}  // namespace sim
