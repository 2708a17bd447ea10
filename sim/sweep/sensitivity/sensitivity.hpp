// SPDX-License-Identifier: Apache-2.0
// SENSITIVITY: what a finished sweep with a sobol or morris design says about its factors, and how
// much of it is noise of the model's own random numbers.
#pragma once

#include <string>
#include <vector>

#include "sim/statistics/morris_effects.hpp"
#include "sim/statistics/sobol_indices.hpp"
#include "sim/sweep/store/manifest.hpp"

namespace sim {

struct MeasureSensitivity {
    std::string name;
    std::string unit;
    // Of a point's mean over replicates, what is due to the replicates: the variance that would be
    // left if every factor stood still. NaN with one replicate.
    double noise_variance = 0.0;
    SobolIndices sobol{};    // of sobol designs
    MorrisEffects morris{};  // of morris designs
    // In sentences: what an index cannot say, and why it may be negative.
    std::vector<std::string> words{};

    // The share of the variance between points that is noise; total indices cannot tell less from
    // 0.
    double noise_share() const { return noise_variance / sobol.variance; }
};

struct Sensitivity {
    DesignSpec design{};
    std::size_t replicates = 0;
    std::size_t trials = 0;              // base points or trajectories of the design
    std::vector<std::string> factors{};  // the scenario first where it was sampled
    std::vector<MeasureSensitivity> measures{};
    std::vector<std::string> left_out{};  // measures that are arrays
};

inline constexpr std::size_t sensitivity_resamples = 1000;

// Reads a sweep folder. Throws UserError if its design has no indices or nothing is finished.
Sensitivity sensitivity_of(const std::string& folder);

// Variance of a point's mean over replicates that the replicates leave, by the residuals of points
// and replicates: with common random numbers, what moves all points alike does not count.
// `outcomes` is [point][replicate]; points with a missing one are left out.
double replicate_noise(std::span<const double> outcomes, std::size_t replicates);

}  // namespace sim
