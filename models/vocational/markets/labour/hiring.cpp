// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/hiring.hpp"

#include <algorithm>
#include <utility>

#include "sim/random/elementary.hpp"
#include "sim/random/elementary_batch.hpp"

namespace vocational {

double expected_hires(double seekers, double posts) {
    return posts > 0.0 ? posts * (1.0 - sim::elementary::exp(-seekers / posts)) : 0.0;
}

namespace {

// `best` and `last` are exp(−queue · from) and exp(−width), width = queue · (to − from).
double mean_chance(double best, double last, double width) {
    constexpr double narrow = 1e-6;  // below it the mean is the value in the middle
    return width < narrow ? best : best * (1.0 - last) / width;
}

}  // namespace

double hire_chance(double queue, double from, double to) {
    const double width = queue * (to - from);
    return mean_chance(sim::elementary::exp(-queue * from), sim::elementary::exp(-width), width);
}

void HireChances::add(double queue, double from, double to) {
    width_[count_] = queue * (to - from);
    power_[count_] = -queue * from;
    ++count_;
}

std::span<const double> HireChances::take() {
    for (std::size_t i = 0; i < count_; ++i) {
        power_[count_ + i] = -width_[i];
    }
    sim::elementary::exp_each(std::span(power_).first(2 * count_));
    for (std::size_t i = 0; i < count_; ++i) {
        power_[i] = mean_chance(power_[i], power_[count_ + i], width_[i]);
    }
    return std::span(power_).first(std::exchange(count_, 0));
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
