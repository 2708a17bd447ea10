// SPDX-License-Identifier: Apache-2.0
// Logarithm and exponential of many numbers, several at once where the processor can; each has the
// bits that sim/random/elementary.hpp gives for it alone.
#pragma once

#include <span>

namespace sim::elementary {

// Puts the natural logarithm in the place of each number; all must be positive, normal and finite.
void log_each(std::span<double> numbers);

// Puts the exponential in the place of each number.
void exp_each(std::span<double> numbers);

}  // namespace sim::elementary
