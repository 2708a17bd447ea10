// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/experiment/coordinate_name.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sim {

std::optional<std::string> read_coordinate_name(const NodeReader& reader, const YamlNode& node) {
    constexpr std::string_view expected = "expected a name of small letters, digits and _";
    constexpr std::size_t longest = 64;
    const auto name = reader.text(node, expected);
    if (!name) {
        return std::nullopt;
    }
    const bool is_name =
        name->size() <= longest && name->front() >= 'a' && name->front() <= 'z' &&
        name->find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (!is_name) {
        reader.refuse(node, fmt::format("'{}' cannot be a name", *name), std::string(expected));
        return std::nullopt;
    }
    return name;
}

std::string short_name(const std::string& path) {
    return path.substr(path.rfind('.') + 1);
}

std::string long_path_name(const std::string& path) {
    std::string name = path.substr(path.find('.') + 1);
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
}

}  // namespace sim
