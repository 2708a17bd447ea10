// SPDX-License-Identifier: Apache-2.0
// The people of a few segments in an order, highest first.
#pragma once

#include <algorithm>
#include <vector>

#include "models/vocational/population/cohort_index.hpp"

namespace vocational {

struct Ranked {
    double rank;
    std::uint32_t row;
    std::uint32_t segment;  // which of the segments is hers

    bool operator<(const Ranked& other) const {
        return rank != other.rank ? rank > other.rank : row < other.row;
    }
};

inline std::size_t people_in(const std::vector<Segment>& segments) {
    std::size_t people = 0;
    for (const Segment& segment : segments) {
        people += segment.end - segment.begin;
    }
    return people;
}

// Everybody in the segments by rank(identity, row).
template <class Rank>
std::vector<Ranked> in_order(const std::vector<Segment>& segments, Rank&& rank) {
    std::vector<Ranked> people;
    people.reserve(people_in(segments));
    for (std::size_t s = 0; s < segments.size(); ++s) {
        const Segment& segment = segments[s];
        for (std::size_t row = segment.begin; row < segment.end; ++row) {
            people.push_back({rank(segment.identity(row), row), static_cast<std::uint32_t>(row),
                              static_cast<std::uint32_t>(s)});
        }
    }
    std::sort(people.begin(), people.end());
    return people;
}

}  // namespace vocational
