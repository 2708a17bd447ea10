// SPDX-License-Identifier: Apache-2.0
// Names that become variables of a collected file.
#pragma once

#include <optional>
#include <string>

#include "sim/scenario/node_reader.hpp"

namespace sim {

// Small letters, digits and _; nothing, with a problem, if it is not that.
std::optional<std::string> read_coordinate_name(const NodeReader& reader, const YamlNode& node);

// The last part of a path ("saving_propensity"), or all of it but the first ("exchange_traders").
std::string short_name(const std::string& path);
std::string long_path_name(const std::string& path);

}  // namespace sim
