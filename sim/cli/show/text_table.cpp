// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/text_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "sim/core/contract.hpp"

namespace sim {

namespace {

std::string padded(const std::string& text, std::size_t width, Align align) {
    const std::string blanks(width - std::min(width, display_width(text)), ' ');
    return align == Align::left ? text + blanks : blanks + text;
}

std::string with_thousands(double value) {
    std::string digits = fmt::format("{:.0f}", std::abs(value));
    for (std::size_t at = digits.size(); at > 3; at -= 3) {
        digits.insert(at - 3, 1, ',');
    }
    return (value < 0.0 ? "-" : "") + digits;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

void TextTable::add(std::vector<std::string> cells) {
    SIM_EXPECT(cells.size() == heads_.size());
    rows_.push_back(std::move(cells));
}

std::string TextTable::text() const {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < heads_.size(); ++c) {
        std::size_t width = display_width(heads_[c].text);
        for (const auto& row : rows_) {
            width = std::max(width, display_width(row[c]));
        }
        widths.push_back(width);
    }
    std::string text;
    const auto append = [&](auto&& cell_of) {
        std::string line;
        for (std::size_t c = 0; c < heads_.size(); ++c) {
            line += (c == 0 ? "" : "  ") + padded(cell_of(c), widths[c], heads_[c].align);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    };
    append([&](std::size_t c) { return heads_[c].text; });
    for (const auto& row : rows_) {
        append([&](std::size_t c) { return row[c]; });
    }
    return text;
}

std::string people_number(double value) {
    const double size = std::abs(value);
    if (std::isnan(value)) {
        return "–";
    }
    if (std::isinf(value)) {
        return value > 0.0 ? "∞" : "-∞";
    }
    if (size >= 1e15 || (size > 0.0 && size < 1e-4)) {
        return fmt::format("{:.3g}", value);
    }
    if (size >= 999.95) {
        return with_thousands(value);
    }
    if (value == std::floor(value)) {
        return fmt::format("{:.0f}", value == 0.0 ? 0.0 : value);
    }
    // Four digits that matter, not fewer than one and not more than four after the point.
    const int decimals = size >= 99.995 ? 1 : size >= 9.9995 ? 2 : size >= 0.99995 ? 3 : 4;
    return fmt::format("{:.{}f}", value, decimals);
}

std::string people_interval(double low, double high) {
    if (std::isnan(low) || std::isnan(high)) {
        return "–";
    }
    return people_number(low) + " to " + people_number(high);
}

std::string people_duration(double seconds) {
    if (seconds < 59.5) {
        return fmt::format("{:.0f} s", seconds);
    }
    const auto minutes = static_cast<long>(std::lround(seconds / 60.0));
    return minutes < 60 ? fmt::format("{} min", minutes)
                        : fmt::format("{} h {:02} min", minutes / 60, minutes % 60);
}

std::string people_bytes(double bytes) {
    constexpr std::array<const char*, 5> units{"B", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    while (bytes >= 999.5 && unit + 1 < units.size()) {
        bytes /= 1000.0;
        ++unit;
    }
    return fmt::format("{:.{}f} {}", bytes, unit == 0 || bytes >= 100.0 ? 0 : 1, units[unit]);
}

}  // namespace sim
