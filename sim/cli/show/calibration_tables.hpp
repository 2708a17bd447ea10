// SPDX-License-Identifier: Apache-2.0
// What `calibrate` prints: targets against the model, then parameters with intervals and verdicts.
#pragma once

#include <string>

#include "sim/calibrate/fit.hpp"

namespace sim {

std::string calibration_tables(const Calibration& calibration, const FitResult& result);

}  // namespace sim
