// SPDX-License-Identifier: Apache-2.0
// Spans of time as people and schedulers write them.
#pragma once

#include <optional>
#include <string_view>

namespace sim {

// Seconds of "90", "90s", "30m", "2h", "1d", "MM:SS", "HH:MM:SS" or "D-HH:MM:SS"; none if it is
// none of these or not above 0.
std::optional<double> seconds_of(std::string_view text);

}  // namespace sim
