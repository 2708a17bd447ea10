// SPDX-License-Identifier: Apache-2.0
// JSON as the commands print it: keys in the order given, two spaces a level, one line at the end.
// Bytes that are not UTF-8, as file names may hold, are replaced.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "sim/statistics/interval.hpp"
#include "sim/sweep/estimate.hpp"

namespace sim {

using Json = nlohmann::ordered_json;

inline std::string printed(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

inline Json json_of(const Estimate& estimate) {
    return {{"mean", estimate.mean}, {"low", estimate.low}, {"high", estimate.high}};
}

inline Json json_of(const IntervalEstimate& estimate) {
    return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

}  // namespace sim
