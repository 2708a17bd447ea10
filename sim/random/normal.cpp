// SPDX-License-Identifier: Apache-2.0
// The normal distribution function by Taylor series near the median and by the continued fraction
// of Mills' ratio in the tails (Abramowitz & Stegun 26.2.11 and 26.2.14).
#include "sim/random/normal.hpp"

namespace sim {

namespace {

constexpr double one_over_sqrt_two_pi = 0.39894228040143267794;

double density(double x) {
    return one_over_sqrt_two_pi * elementary::exp(-0.5 * x * x);
}

// Integral of the density from 0 to x divided by the density at x: x + x^3/3 + x^5/15 + ...
double central_series(double x) {
    double sum = x;
    double term = x;
    for (double odd = 3.0; std::abs(term) > 1e-18 * std::abs(sum); odd += 2.0) {
        term *= x * x / odd;
        sum += term;
    }
    return sum;
}

// Upper tail beyond x divided by the density at x, for x of 2 or more. Eighty terms leave less than
// 1e-20 at x = 2.
double mills_ratio(double x) {
    double fraction = x;
    for (int term = 80; term >= 1; --term) {
        fraction = x + term / fraction;
    }
    return 1.0 / fraction;
}

}  // namespace

double normal_cdf(double x) {
    if (x < -2.0) {
        return density(x) * mills_ratio(-x);
    }
    if (x > 2.0) {
        return 1.0 - density(x) * mills_ratio(x);
    }
    return 0.5 + density(x) * central_series(x);
}

}  // namespace sim
