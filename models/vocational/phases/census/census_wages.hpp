// SPDX-License-Identifier: Apache-2.0
// 4.14 Distribution of wages from whole counts, so that it does not depend on the order of
// summation: Gini coefficient and rank–rank slope. Bins are exact up to 51,100 yuan, then at most
// 0.4 % wide.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "models/vocational/agents/person.hpp"
#include "sim/statistics/inequality.hpp"

namespace vocational {

// Bins over a wage's count of 100 yuan: one each below 512, then 256 to every doubling.
struct WageBins {
    static constexpr std::size_t size = 512 + 7 * 256;

    static constexpr std::size_t of(Wage wage) { return of(wage.count()); }
    static constexpr std::size_t of(std::uint32_t count) {
        const auto doublings = static_cast<std::size_t>(std::bit_width(count | 256U)) - 9;
        return 256 * doublings + (count >> doublings);
    }
    // The middle of the wages in a bin, in yuan.
    static constexpr double middle(std::size_t bin) {
        const std::size_t doublings = bin < 512 ? 0 : bin / 256 - 1;
        const std::size_t lowest = (bin - 256 * doublings) << doublings;
        const std::size_t width = std::size_t{1} << doublings;
        return Wage::step * (static_cast<double>(lowest) + 0.5 * static_cast<double>(width - 1));
    }
};

// Gini coefficient of people by bin; 0 if nobody earns anything.
inline double gini_of(std::span<const std::int32_t> bins) {
    return sim::gini_of_sorted(bins.size(), WageBins::middle,
                               [&](std::size_t bin) { return static_cast<double>(bins[bin]); });
}

// Percentile of each bin in hundredths: of its middle person, so that ties share a rank.
inline std::vector<std::int32_t> percentiles_of(std::span<const std::int32_t> bins) {
    std::int64_t people = 0;
    for (const std::int32_t count : bins) {
        people += count;
    }
    std::vector<std::int32_t> percentiles(bins.size(), 0);
    std::int64_t below = 0;
    for (std::size_t bin = 0; bin < bins.size() && people > 0; ++bin) {
        const std::int64_t middle = 2 * below + bins[bin];
        percentiles[bin] = static_cast<std::int32_t>(10'000 * middle / (2 * people));
        below += bins[bin];
    }
    return percentiles;
}

// Sums for the slope of y (wage percentile in hundredths) on x (percentile of the family).
struct RankSums {
    std::int64_t people = 0;
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t xx = 0;
    std::int64_t xy = 0;

    void add(std::int64_t family, std::int64_t wage) {
        people += 1;
        x += family;
        y += wage;
        xx += family * family;
        xy += family * wage;
    }
    void add(const RankSums& other) {
        people += other.people;
        x += other.x;
        y += other.y;
        xx += other.xx;
        xy += other.xy;
    }
    double variance() const { return mean(xx) - mean(x) * mean(x); }
    bool has_slope() const { return people > 1 && variance() > 0.0; }
    double slope() const { return (mean(xy) - mean(x) * mean(y)) / variance() / 100.0; }

  private:
    double mean(std::int64_t sum) const {
        return static_cast<double>(sum) / static_cast<double>(people);
    }
};

}  // namespace vocational
