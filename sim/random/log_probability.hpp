// SPDX-License-Identifier: Apache-2.0
// Logarithms of binomial and Poisson probabilities for the acceptance tests of counts.cpp: precise
// also where the factorials involved are huge, because no large terms cancel.
#pragma once

#include <cstddef>

#include "sim/random/elementary.hpp"

namespace sim::draw::detail {

// What Stirling's (k + 1/2) ln(k + 1) - (k + 1) + ln(2 pi) / 2 lacks of ln k!; error below 1e-14.
inline double stirling_correction(double k) {
    static constexpr double table[] = {
        0.08106146679532726,  0.0413406959554093,   0.02767792568499834,  0.020790672103765093,
        0.016644691189821193, 0.013876128823070748, 0.01189670994589177,  0.010411265261972096,
        0.009255462182712733, 0.00833056343336287,  0.007573675487951841, 0.00694284010720953};
    if (k < 12.0) {
        return table[static_cast<std::size_t>(k)];
    }
    const double z = k + 1.0;
    const double w = 1.0 / (z * z);
    return (1.0 / 12.0 - w * (1.0 / 360.0 - w * (1.0 / 1260.0 - w * (1.0 / 1680.0 - w / 1188.0)))) /
           z;
}

// Logarithm of the binomial probability of k over that of m, arranged so that no large terms
// cancel.
inline double log_binomial_ratio(double k, double m, double n, double odds) {
    const double step = k - m;
    return step * elementary::log(odds * (n - k + 1.0) / (k + 1.0)) -
           (m + 0.5) * elementary::log1p(step / (m + 1.0)) -
           (n - m + 0.5) * elementary::log1p(-step / (n - m + 1.0)) + stirling_correction(m) +
           stirling_correction(n - m) - stirling_correction(k) - stirling_correction(n - k);
}

// Logarithm of the Poisson probability of k.
inline double log_poisson(double k, double mean) {
    constexpr double half_log_two_pi = 0.91893853320467274178;
    const double step = k + 1.0 - mean;
    return step - k * elementary::log1p(step / mean) - 0.5 * elementary::log(k + 1.0) -
           half_log_two_pi - stirling_correction(k);
}

}  // namespace sim::draw::detail
