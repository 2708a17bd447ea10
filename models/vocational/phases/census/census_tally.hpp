// SPDX-License-Identifier: Apache-2.0
// 4.14 How the census keeps its counts while it runs over people: packed, so that one addition
// does.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "models/vocational/agents/census.hpp"

namespace vocational::census {

inline constexpr std::size_t states = sim::enum_size<State>;
inline constexpr auto yuan_per_count = static_cast<std::int64_t>(Wage::step);

// A number of people above the sum of their wages, in counts of 100 yuan.
struct Tally {
    static constexpr int wage_bits = 40;
    static constexpr std::uint64_t one = std::uint64_t{1} << wage_bits;
    static constexpr std::size_t most_people = std::size_t{1} << 24;  // whatever they earn

    static std::int32_t people(std::uint64_t tally) {
        return static_cast<std::int32_t>(tally >> wage_bits);
    }
    static std::int64_t wages(std::uint64_t tally) {
        return static_cast<std::int64_t>(tally & (one - 1));
    }
};

// Where the counts of a province, level and fifth begin in [province][level][group][state].
struct Offsets {
    static constexpr std::size_t province = levels * groups * states;
    std::array<std::uint16_t, sim::enum_size<Attained>> of_level{};
    std::array<std::uint16_t, 256> of_fifth{};  // by percentile

    constexpr Offsets() {
        for (std::size_t i = 0; i < of_level.size(); ++i) {
            const Level level = level_of(static_cast<Attained>(i));
            of_level[i] = static_cast<std::uint16_t>(sim::index_of(level) * groups * states);
        }
        for (std::size_t i = 0; i < of_fifth.size(); ++i) {
            const auto fifth = std::min(i / 20, ses_fifths - 1);
            of_fifth[i] = static_cast<std::uint16_t>(
                group_of(Sex::female, Hukou::rural, fifth).row() * states);
        }
    }
};

// Who left school lately, of one province and highest track.
struct Leavers {
    std::int32_t leavers = 0;
    std::int32_t placed = 0;
    std::int32_t studying = 0;
    std::int64_t starting_wages = 0;
    std::int32_t placed_in_field = 0;
    std::int32_t employed = 0;
    std::int32_t level_matched = 0;
    std::int32_t with_field = 0;
    std::int32_t field_matched = 0;

    friend Leavers operator+(Leavers a, const Leavers& b) {
        a.leavers += b.leavers;
        a.placed += b.placed;
        a.studying += b.studying;
        a.starting_wages += b.starting_wages;
        a.placed_in_field += b.placed_in_field;
        a.employed += b.employed;
        a.level_matched += b.level_matched;
        a.with_field += b.with_field;
        a.field_matched += b.field_matched;
        return a;
    }
};

// The same of one group, or of one field, nationwide.
struct Completers {
    std::int32_t graduates = 0;  // of the quarter
    std::int32_t all = 0;        // of the last second quarter
    std::int32_t continuers = 0;
    std::int32_t leavers = 0;
    std::int32_t placed = 0;
    std::int64_t starting_wages = 0;
    std::int32_t employed = 0;  // who completed lately
    std::int32_t field_matched = 0;

    friend Completers operator+(Completers a, const Completers& b) {
        a.graduates += b.graduates;
        a.all += b.all;
        a.continuers += b.continuers;
        a.leavers += b.leavers;
        a.placed += b.placed;
        a.starting_wages += b.starting_wages;
        a.employed += b.employed;
        a.field_matched += b.field_matched;
        return a;
    }
};

}  // namespace vocational::census
