// SPDX-License-Identifier: Apache-2.0
// Numbers in the smallest type that holds the truth: an integer counted in steps of Numerator /
// Denominator. Assignment rounds to the nearest step and saturates at the ends of the range.
#pragma once

#include <cmath>
#include <compare>
#include <limits>

namespace sim {

template <class Representation, int Numerator, int Denominator = 1>
class Fixed {
  public:
    using representation = Representation;
    static constexpr double step = static_cast<double>(Numerator) / Denominator;
    static constexpr double lowest = std::numeric_limits<Representation>::min() * step;
    static constexpr double highest = std::numeric_limits<Representation>::max() * step;

    constexpr Fixed() = default;
    explicit Fixed(double value) : count_(nearest(value)) {}
    Fixed& operator=(double value) {
        count_ = nearest(value);
        return *this;
    }
    static constexpr Fixed from_count(Representation count) {
        Fixed fixed;
        fixed.count_ = count;
        return fixed;
    }

    constexpr operator double() const { return count_ * step; }
    constexpr Representation count() const { return count_; }

  private:
    static Representation nearest(double value) {
        constexpr double inverse = static_cast<double>(Denominator) / Numerator;
        const double steps = std::floor(value * inverse + 0.5);
        if (!(steps > static_cast<double>(std::numeric_limits<Representation>::min()))) {
            return std::numeric_limits<Representation>::min();
        }
        if (steps >= static_cast<double>(std::numeric_limits<Representation>::max())) {
            return std::numeric_limits<Representation>::max();
        }
        return static_cast<Representation>(steps);
    }

    Representation count_ = 0;
};

}  // namespace sim
