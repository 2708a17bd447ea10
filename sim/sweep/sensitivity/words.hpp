// SPDX-License-Identifier: Apache-2.0
// What the numbers of a sensitivity analysis cannot say by themselves, in sentences.
#pragma once

#include <string>
#include <vector>

#include "sim/sweep/sensitivity/sensitivity.hpp"

namespace sim {

// `all` holds the design and the names of the factors.
std::vector<std::string> sensitivity_words(const Sensitivity& all, const MeasureSensitivity& of);

// The mean size of an elementary effect that noise alone gives.
double morris_noise(const DesignSpec& design, double noise_variance);

}  // namespace sim
