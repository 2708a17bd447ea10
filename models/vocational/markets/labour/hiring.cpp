// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/hiring.hpp"

#include <algorithm>

#include "sim/random/elementary.hpp"

namespace vocational {

double expected_hires(double seekers, double posts) {
    return posts > 0.0 ? posts * (1.0 - sim::elementary::exp(-seekers / posts)) : 0.0;
}

double hire_chance(double queue, double from, double to) {
    constexpr double narrow = 1e-6;  // below it the mean is the value in the middle
    const double width = queue * (to - from);
    const double best = sim::elementary::exp(-queue * from);
    return width < narrow ? best : best * (1.0 - sim::elementary::exp(-width)) / width;
}

void Ranks::clear() {
    counts_.assign(occupations * bins, 0);
    better_.resize(occupations * bins);
    total_.assign(occupations, 0.0);
}

void Ranks::finish() {
    for (std::size_t o = 0; o < occupations; ++o) {
        std::uint32_t better = 0;
        for (std::size_t bin = bins; bin-- > 0;) {
            better_[o * bins + bin] = better;
            better += counts_[o * bins + bin];
        }
        total_[o] = better;
    }
}

Ranks::Band Ranks::band(Occupation occupation, double score) const {
    const std::size_t at = slot(occupation, score);
    const double total = total_[occupation.number];
    return {better_[at] / total, (better_[at] + counts_[at]) / total};
}

std::size_t Ranks::slot(Occupation occupation, double score) {
    constexpr double lowest = -4.0;
    constexpr double per_unit = bins / 8.0;
    const double at = std::clamp((score - lowest) * per_unit, 0.0, bins - 1.0);
    return occupation.number * bins + static_cast<std::size_t>(at);
}

}  // namespace vocational
