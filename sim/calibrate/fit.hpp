// SPDX-License-Identifier: Apache-2.0
// THE SEARCH, whatever the model: a screening design over the ranges; waves of history matching,
// each run where the emulators of the one before do not rule the targets out; steps downhill on
// surfaces fitted around the best point; the best points compared with more replicates. All runs
// of one replicate share their random numbers, so that points differ by parameters alone.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/calibrate/calibration.hpp"
#include "sim/calibrate/unit_cube.hpp"
#include "sim/parallel/executor.hpp"

namespace sim {

// How well the targets tell a parameter's value: by the width of its posterior against its range.
enum class ParameterVerdict { identified, weakly_identified, not_identified, at_bound };
// A target is met within its tolerance, missed although single points meet it, or beyond what any
// point of the ranges was found to give.
enum class TargetVerdict { met, missed, out_of_reach };

struct ParameterFit {
    double value = 0.0;
    double start = 0.0;  // of the base scenario
    double low = 0.0;    // of the 90 % interval of the posterior
    double high = 0.0;
    double set_low = 0.0;  // of the set that is not implausible; NaN if it is empty
    double set_high = 0.0;
    double width = 1.0;  // posterior standard deviation over that of an even spread in the range
    ParameterVerdict verdict = ParameterVerdict::not_identified;
    // Change of each target across the whole range by the slope at the value, in the target's unit.
    std::vector<double> sensitivity{};
};

struct TargetFit {
    double start = 0.0;           // the model's number in the base scenario
    double model = 0.0;           // at the values found
    double standard_error = 0.0;  // of `model`, over replicates
    double closest = 0.0;         // smallest distance to the record at any point tried
    TargetVerdict verdict = TargetVerdict::missed;
};

// A point that its implausibility does not rule out.
struct PlausiblePoint {
    std::vector<double> values{};  // of the parameters
    double implausibility = 0.0;   // the largest of all targets, by the emulators
};

struct FitResult {
    std::vector<ParameterFit> parameters{};
    std::vector<TargetFit> targets{};
    std::vector<PlausiblePoint> plausible{};
    double misfit = 0.0;        // squared distances over standard deviations, summed over targets
    double start_misfit = 0.0;  // of the base scenario
    int runs = 0;
    std::vector<double> plausible_share{};  // of the ranges' volume, by the surfaces of each wave
};

// Simulates points (values of the parameters, in their units) in replicates 0 to `replicates` − 1
// and returns the targets' statistics, [point][replicate][target]. Must give the same for the same.
using Draws = std::vector<std::vector<double>>;
using SimulatePoints = std::function<std::vector<Draws>(
    const std::vector<std::vector<double>>& points, int replicates)>;

struct FitRequest {
    const Calibration* calibration;
    std::vector<double> start;  // the base scenario's values
    std::uint64_t seed = 1;
    const Executor* executor;                      // for the emulators
    std::function<void(const std::string&)> note;  // what the search does, for people
};

// Least budget with which the search can work.
int least_budget(const Calibration& calibration);

// Throws UserError naming the targets that the base scenario gives no value of.
FitResult fit(const FitRequest& request, const SimulatePoints& simulate);

}  // namespace sim
