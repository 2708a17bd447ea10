// SPDX-License-Identifier: Apache-2.0
// UNCERTAINTY KEPT APART: how much of the variance of an outcome, and of the paired effect of one
// scenario against another, comes from the form of the model, from its parameters and from chance.
// For sweeps whose points are drawn or listed, not those that sobol or morris lay out.
#pragma once

#include <string>
#include <vector>

#include "sim/statistics/variance_parts.hpp"
#include "sim/sweep/store/manifest.hpp"

namespace sim {

struct UncertainOutcome {
    std::string measure;
    std::string unit;
    std::string scenario;
    std::string base{};  // what it is compared with; empty: a level
    VarianceParts parts{};
    std::vector<std::string> words{};
};

struct Uncertainty {
    DesignSpec design{};
    std::size_t structures = 1;  // combinations of switches
    std::size_t settings = 1;    // of parameters
    std::size_t replicates = 0;
    std::vector<std::string> structure_factors{};
    std::vector<std::string> parameter_factors{};
    std::vector<UncertainOutcome> outcomes{};  // by measure: levels, then effects
    std::vector<std::string> left_out{};       // measures that are arrays
};

// Whether the indices of sensitivity.hpp are not what a sweep of that design tells.
bool tells_uncertainty(DesignKind kind);
// The design of a sweep folder.
DesignKind design_of(const std::string& folder);

// Reads a sweep folder. Throws UserError if nothing is finished, or if there is one replicate.
Uncertainty uncertainty_of(const std::string& folder);

// What the numbers cannot say by themselves, in sentences.
std::vector<std::string> uncertainty_words(const Uncertainty& all, const UncertainOutcome& of);

}  // namespace sim
