// SPDX-License-Identifier: Apache-2.0
// Reads text files of users safely: nothing but regular files of bounded size, strict UTF-8 without
// control characters. Positions in messages count characters, not bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/error.hpp"

namespace sim {

inline constexpr std::size_t largest_yaml_file = std::size_t{16} << 20;  // bytes
inline constexpr std::size_t largest_csv_file = std::size_t{64} << 20;   // bytes

// The bytes of a file, less a UTF-8 byte order mark. Throws IoError if it is missing, not a regular
// file or unreadable, and UserError if it is larger than `limit` bytes.
std::string read_text_file(const std::string& path, std::size_t limit);

// Adds a problem at the first byte that is not text: invalid UTF-8, or a control character other
// than tab, line feed and a carriage return before a line feed. True if there is none.
bool check_text(std::string_view text, const std::string& file, Problems& problems);
// True if a value (after escapes) holds no control character but line feed and tab.
bool is_printable(std::string_view value);

// Characters of UTF-8 text, which must be valid.
std::size_t count_characters(std::string_view text);

// Counts characters between any two bytes of one text without walking it from its start each time.
class CharacterIndex {
  public:
    explicit CharacterIndex(std::string_view text);
    std::size_t between(std::size_t begin, std::size_t end) const {
        return before(end) - before(begin);
    }

  private:
    static constexpr std::size_t stride = 4096;
    std::size_t before(std::size_t byte) const;

    std::string_view text_;
    std::vector<std::size_t> at_stride_;
};

}  // namespace sim
