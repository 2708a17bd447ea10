// SPDX-License-Identifier: Apache-2.0
// Typed row numbers: a PersonId does not compile where a SchoolId is meant. "None" is the default
// id (the largest value of the representation), never -1.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace sim {

template <class Tag, class Representation = std::uint32_t>
class Id {
  public:
    using representation = Representation;
    static constexpr Representation none = std::numeric_limits<Representation>::max();

    constexpr Id() = default;
    constexpr explicit Id(std::size_t row) : value_(static_cast<Representation>(row)) {}

    constexpr explicit operator bool() const { return value_ != none; }
    constexpr Representation value() const { return value_; }
    constexpr std::size_t row() const { return value_; }

    constexpr auto operator<=>(const Id&) const = default;

  private:
    Representation value_ = none;
};

}  // namespace sim
