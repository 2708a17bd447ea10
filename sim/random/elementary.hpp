// SPDX-License-Identifier: Apache-2.0
// Logarithm, exponential and sine from basic arithmetic alone, so that random variates have the
// same bits on every machine with IEEE doubles; those of the C library differ between libraries and
// between processors. Errors of the first two stay below two units in the last place. Needs
// -ffp-contract=off.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

namespace sim::elementary {

// ln 2 as a sum; the first part has 21 zero bits at its end, so its product with an exponent is
// exact.
inline constexpr double ln2_high = 0x1.62e42feep-1;
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;

// ln(1 + f) + exponent * ln 2 for f in [sqrt(1/2) - 1, sqrt(2) - 1], by the series of
// 2 artanh(f / (2 + f)), arranged as in Sun's fdlibm so that f itself enters without rounding.
inline double log_reduced(double f, double exponent) {
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double w = z * z;
    const double odd =
        2.0 / 3.0 + w * (2.0 / 7.0 + w * (2.0 / 11.0 + w * (2.0 / 15.0 + w * (2.0 / 19.0))));
    const double even = 2.0 / 5.0 + w * (2.0 / 9.0 + w * (2.0 / 13.0 + w * (2.0 / 17.0)));
    const double series = z * odd + w * even;
    const double half_square = 0.5 * f * f;
    return exponent * ln2_high -
           ((half_square - (s * (half_square + series) + exponent * ln2_low)) - f);
}

inline constexpr std::uint64_t sqrt_half = 0x3FE6A09E667F3BCD;  // bits of sqrt(1/2)

// Natural logarithm of x, which must be positive, normal and finite.
inline double log(double x) {
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    const auto exponent = static_cast<std::int64_t>(bits - sqrt_half) >> 52;
    const std::uint64_t mantissa = bits - (static_cast<std::uint64_t>(exponent) << 52U);
    return log_reduced(std::bit_cast<double>(mantissa) - 1.0, static_cast<double>(exponent));
}

// ln(1 + x) without loss for small x; x must be above -1 and finite.
inline double log1p(double x) {
    if (x > -0.25 && x < 0.375) {
        return log_reduced(x, 0.0);
    }
    return log(1.0 + x);
}

// 2 to the power n, for n in [-1022, 1023].
inline double power_of_two(std::int64_t n) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52U);
}

inline constexpr double one_over_ln2 = 0x1.71547652b82fep+0;
inline constexpr double lowest_of_exp = -745.2;
inline constexpr double highest_of_exp = 709.8;

// e to the power x − n · ln 2, for x within ln 2 / 2 of n · ln 2, by its series.
inline double exp_reduced(double x, double n) {
    const double r_high = x - n * ln2_high;
    const double r = r_high - n * ln2_low;  // in [-0.35, 0.35]
    double sum = 1.0 / 6227020800.0;        // 1 / 13!
#pragma GCC unroll 16
    for (int divisor = 12; divisor >= 2; --divisor) {
        constexpr double inverse_factorial[] = {1.0,
                                                1.0,
                                                1.0 / 2.0,
                                                1.0 / 6.0,
                                                1.0 / 24.0,
                                                1.0 / 120.0,
                                                1.0 / 720.0,
                                                1.0 / 5040.0,
                                                1.0 / 40320.0,
                                                1.0 / 362880.0,
                                                1.0 / 3628800.0,
                                                1.0 / 39916800.0,
                                                1.0 / 479001600.0};
        sum = inverse_factorial[divisor] + r * sum;
    }
    return 1.0 + (r + r * r * sum);
}

// Exponential of x: infinity above 709.8, zero below -745.2, subnormal between -745.2 and -708.4.
inline double exp(double x) {
    if (!(x < highest_of_exp)) {
        return std::numeric_limits<double>::infinity() + x;
    }
    if (x < lowest_of_exp) {
        return 0.0;
    }
    const auto n = static_cast<std::int64_t>(x * one_over_ln2 + (x < 0.0 ? -0.5 : 0.5));
    const double result = exp_reduced(x, static_cast<double>(n));
    // Two factors, because 2 to the power n may itself be out of range.
    const std::int64_t half = n / 2;
    return result * power_of_two(half) * power_of_two(n - half);
}

// sin(2 π x).
inline double sine_of_turns(double x) {
    double turn = x - std::floor(x + 0.5);  // in [−1/2, 1/2)
    turn = turn > 0.25 ? 0.5 - turn : turn < -0.25 ? -0.5 - turn : turn;
    const double angle = 2.0 * std::numbers::pi * turn;  // in [−π/2, π/2]
    double sum = 1.0;
    for (int n = 24; n >= 2; n -= 2) {
        sum = 1.0 - sum * angle * angle / (n * (n + 1.0));
    }
    return angle * sum;
}

}  // namespace sim::elementary
