// SPDX-License-Identifier: Apache-2.0
// The calendar: a quarter of a year, counted from 0Q1, written 2022Q3 and 2022.5 as a number.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace sim {

class Quarter {
  public:
    constexpr Quarter() = default;
    // `quarter` counts 1 to 4.
    constexpr Quarter(int year, int quarter) : index_(year * 4 + quarter - 1) {}
    static constexpr Quarter from_index(int index) {
        Quarter q;
        q.index_ = index;
        return q;
    }
    // Reads "2022Q3"; none if the text is anything else.
    static std::optional<Quarter> parse(std::string_view text);

    constexpr int index() const { return index_; }
    constexpr int year() const { return index_ / 4; }
    constexpr int quarter() const { return index_ % 4 + 1; }
    // 2022.5 for the third quarter of 2022.
    constexpr double number() const { return year() + 0.25 * (quarter() - 1); }
    std::string text() const;

    constexpr auto operator<=>(const Quarter&) const = default;
    friend constexpr Quarter operator+(Quarter q, int quarters) {
        return from_index(q.index_ + quarters);
    }
    friend constexpr Quarter operator-(Quarter q, int quarters) {
        return from_index(q.index_ - quarters);
    }
    friend constexpr int operator-(Quarter a, Quarter b) { return a.index_ - b.index_; }

  private:
    int index_ = 0;
};

}  // namespace sim
