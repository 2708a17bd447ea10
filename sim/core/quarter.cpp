// SPDX-License-Identifier: Apache-2.0
#include "sim/core/quarter.hpp"

#include <algorithm>

namespace sim {

std::optional<Quarter> Quarter::parse(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 6 || !std::all_of(text.begin(), text.begin() + 4, is_digit) ||
        text[4] != 'Q' || text[5] < '1' || text[5] > '4') {
        return std::nullopt;
    }
    int year = 0;
    for (const char digit : text.substr(0, 4)) {
        year = year * 10 + (digit - '0');
    }
    return Quarter(year, text[5] - '0');
}

std::string Quarter::text() const {
    return std::to_string(year()) + 'Q' + std::to_string(quarter());
}

}  // namespace sim
