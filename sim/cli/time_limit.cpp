// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/time_limit.hpp"

#include <array>

#include "sim/core/text.hpp"

namespace sim {

std::optional<double> seconds_of(std::string_view text) {
    constexpr double day = 86'400.0;
    double seconds = 0.0;
    if (const std::size_t dash = text.find('-'); dash != std::string_view::npos && dash > 0) {
        const auto days = parse_integer(text.substr(0, dash));
        if (!days || *days < 0) {
            return std::nullopt;
        }
        seconds = day * static_cast<double>(*days);
        text.remove_prefix(dash + 1);
    }
    if (text.find(':') == std::string_view::npos && seconds == 0.0) {
        const std::string_view units = "smhd";
        constexpr std::array factors{1.0, 60.0, 3600.0, day};
        const std::size_t unit = text.empty() ? std::string_view::npos : units.find(text.back());
        const bool has_unit = unit != std::string_view::npos;
        const auto number = parse_number(has_unit ? text.substr(0, text.size() - 1) : text);
        return number && *number > 0.0 ? std::optional(*number * factors[has_unit ? unit : 0])
                                       : std::nullopt;
    }
    double clock = 0.0;
    int parts = 0;
    while (true) {
        const std::size_t colon = text.find(':');
        const auto part = parse_integer(text.substr(0, colon));
        if (!part || *part < 0 || ++parts > 3) {
            return std::nullopt;
        }
        clock = clock * 60.0 + static_cast<double>(*part);
        if (colon == std::string_view::npos) {
            return seconds + clock > 0.0 ? std::optional(seconds + clock) : std::nullopt;
        }
        text.remove_prefix(colon + 1);
    }
}

}  // namespace sim
