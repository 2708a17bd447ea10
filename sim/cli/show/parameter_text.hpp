// SPDX-License-Identifier: Apache-2.0
// Declarations as text for people, shared by describe and explain.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/cli/show/description.hpp"

namespace sim {

// "  labour.separation_rate = 0.12 1/a   (0 to 1)" and two lines below: meaning, source.
std::string parameter_text(const ParameterRow& row);
std::string policy_text(const PolicyDescription& policy);
// "(replicate, time, region)".
std::string dims_text(const std::vector<std::string>& dims);
// "cited", "recorded", "calibrated", "assumed" for a mark.
std::string_view mark_name(char mark);

}  // namespace sim
