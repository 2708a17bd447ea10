// SPDX-License-Identifier: Apache-2.0
// Fixed-point arithmetic in 128 bits: an entitlement is counted in units of 2^-60, which holds
// every double from 2^-8 up to 2^60 without loss, and running sums are exact.
#include "sim/matching/apportion.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/core/contract.hpp"

namespace sim {
namespace {

__extension__ using Wide = __int128;

constexpr int fraction_bits = 60;
constexpr Wide one = Wide{1} << fraction_bits;

Wide units(double value) {
    SIM_EXPECT(value >= 0.0 && value < static_cast<double>(one));
    const double whole = std::floor(value);
    const double fraction = std::ldexp(value - whole, fraction_bits);
    return (Wide{static_cast<std::int64_t>(whole)} << fraction_bits) +
           static_cast<std::int64_t>(fraction);
}

// floor(share * whole) for share in [0, 1), exact for the 53 bits of a double; whole up to 2^62.
Wide part_of(double share, Wide whole) {
    SIM_EXPECT(share >= 0.0 && share < 1.0);
    return (static_cast<std::int64_t>(std::ldexp(share, 53)) * whole) >> 53;
}

// Running sums of entitlements, with a sum that is meant to be whole made whole. The difference, a
// matter of rounding errors, goes to the largest cell.
class Entitlements {
  public:
    explicit Entitlements(std::span<const double> values) : values_(values) {
        Wide sum = 0;
        for (std::size_t cell = 0; cell < values.size(); ++cell) {
            sum += units(values[cell]);
            largest_ = values[cell] > values[largest_] ? cell : largest_;
        }
        SIM_EXPECT(sum < one * one);
        const Wide nearest = (sum + one / 2) / one * one;
        const Wide tolerance = units(whole_tolerance) + sum / whole_relative_divisor;
        const Wide missing = nearest - sum;
        if (nearest > 0 && missing <= tolerance && -missing <= tolerance) {
            missing_ = missing;
        }
    }

    Wide of(std::size_t cell) const {
        return units(values_[cell]) + (cell == largest_ ? missing_ : 0);
    }

  private:
    static constexpr auto whole_relative_divisor =
        static_cast<std::int64_t>(1.0 / whole_relative_tolerance);

    std::span<const double> values_;
    std::size_t largest_ = 0;
    Wide missing_ = 0;
};

// The rule itself, one cell at a time.
class Rounding {
  public:
    explicit Rounding(Wide offset) : running_(offset) {}

    std::int64_t next(Wide entitlement) {
        running_ += entitlement;
        const Wide whole = running_ / one;
        running_ -= whole * one;
        return static_cast<std::int64_t>(whole);
    }

  private:
    Wide running_;  // in [0, one): the offset plus the fraction of the sum so far
};

// The offset, among those that give a group `number`, that lies at `share` of their interval.
Wide offset_for(Wide entitlement, std::int64_t number, double share) {
    const Wide fraction = entitlement % one;
    const Wide gap = one - fraction;
    return number == entitlement / one ? part_of(share, gap) : gap + part_of(share, fraction);
}

}  // namespace

void apportion(std::span<const double> entitlements, double offset, std::span<std::int64_t> out) {
    SIM_EXPECT(out.size() == entitlements.size());
    const Entitlements cells(entitlements);
    Rounding rounding(part_of(offset, one));
    for (std::size_t cell = 0; cell < out.size(); ++cell) {
        out[cell] = rounding.next(cells.of(cell));
    }
}

void apportion_total(std::span<const double> weights, std::int64_t total, double offset,
                     std::span<std::int64_t> out) {
    SIM_EXPECT(out.size() == weights.size() && total >= 0);
    double rough_sum = 0.0;
    for (const double weight : weights) {
        SIM_EXPECT(weight >= 0.0 && std::isfinite(weight));
        rough_sum += weight;
    }
    SIM_EXPECT(std::isfinite(rough_sum) && (rough_sum > 0.0 || total == 0));
    if (total == 0) {
        std::ranges::fill(out, 0);
        return;
    }
    // Scaled by a power of two, so that the sum has about 61 bits.
    const int shift = 60 - std::ilogb(rough_sum);
    const auto scaled = [&](double weight) {
        return static_cast<std::int64_t>(std::ldexp(weight, shift));
    };
    Wide sum = 0;
    for (const double weight : weights) {
        sum += scaled(weight);
    }
    const Wide start = part_of(offset, sum);
    Wide running = 0;
    Wide given = 0;
    for (std::size_t cell = 0; cell < out.size(); ++cell) {
        running += scaled(weights[cell]);
        const Wide due = (running * total + start) / sum;
        out[cell] = static_cast<std::int64_t>(due - given);
        given = due;
    }
    SIM_ENSURE(given == total);
}

void apportion_groups(std::span<const std::uint32_t> group_offsets,
                      std::span<const double> entitlements, double offset,
                      std::span<const double> offsets_in_group, std::span<std::int64_t> out) {
    SIM_EXPECT(out.size() == entitlements.size());
    SIM_EXPECT(group_offsets.size() == offsets_in_group.size() + 1);
    SIM_EXPECT(group_offsets.front() == 0 && group_offsets.back() == entitlements.size());
    SIM_EXPECT(std::ranges::is_sorted(group_offsets));
    const Entitlements cells(entitlements);
    Rounding between(part_of(offset, one));
    for (std::size_t group = 0; group < offsets_in_group.size(); ++group) {
        Wide sum = 0;
        for (std::size_t cell = group_offsets[group]; cell < group_offsets[group + 1]; ++cell) {
            sum += cells.of(cell);
        }
        const std::int64_t number = between.next(sum);
        Rounding within(offset_for(sum, number, offsets_in_group[group]));
        for (std::size_t cell = group_offsets[group]; cell < group_offsets[group + 1]; ++cell) {
            out[cell] = within.next(cells.of(cell));
        }
    }
}

}  // namespace sim
