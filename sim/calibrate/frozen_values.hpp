// SPDX-License-Identifier: Apache-2.0
// The fitted values that come with a data set: what its folder `calibration` holds. A parameter
// that a model declares as calibrated is so only if it stands there.
#pragma once

#include <map>
#include <string>

namespace sim {

struct FrozenValue {
    double value = 0.0;
    double low = 0.0;  // of the interval
    double high = 0.0;
    std::string verdict{};  // for people
};

// By full name; empty if nothing was frozen. Throws UserError if the file is no calibration result.
std::map<std::string, FrozenValue> frozen_values(const std::string& data_folder);

}  // namespace sim
