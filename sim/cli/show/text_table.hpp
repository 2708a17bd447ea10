// SPDX-License-Identifier: Apache-2.0
// Tables and numbers for people: aligned columns, four digits that matter, thousands apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sim {

enum class Align { left, right };

class TextTable {
  public:
    struct Head {
        std::string text;
        Align align = Align::left;
    };

    explicit TextTable(std::vector<Head> heads) : heads_(std::move(heads)) {}
    // One cell per head.
    void add(std::vector<std::string> cells);
    // Lines with a final newline each; columns two blanks apart.
    std::string text() const;

  private:
    std::vector<Head> heads_;
    std::vector<std::vector<std::string>> rows_;
};

// "1,234,568", "12.35", "0.1235", "1.2e-06"; "–" if missing.
std::string people_number(double value);
// "0.12 to 0.34"; "–" if missing.
std::string people_interval(double low, double high);
// "45 s", "3 min", "2 h 05 min".
std::string people_duration(double seconds);
// "12.3 MB".
std::string people_bytes(double bytes);
// Characters, not bytes, of UTF-8 text.
std::size_t display_width(std::string_view text);

}  // namespace sim
