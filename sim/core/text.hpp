// SPDX-License-Identifier: Apache-2.0
// Small text helpers for messages: the nearest known name, lists, strict numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sim {

// The known name nearest to what was typed; empty if none is near (edit distance with transposition
// above a third of the length). Ties go to the first.
std::string nearest_name(std::string_view typed, const std::vector<std::string>& known);

// "a, b, c"; after `limit` names "… (n more)".
std::string listed(const std::vector<std::string>& names, std::size_t limit = 12);

// The whole text as a number in the C locale; none if anything is left over or it is not finite.
std::optional<double> parse_number(std::string_view text);
std::optional<std::int64_t> parse_integer(std::string_view text);

// The shortest text that reads back as the same number.
std::string shortest(double value);

}  // namespace sim
