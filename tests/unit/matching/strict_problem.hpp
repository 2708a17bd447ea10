// SPDX-License-Identifier: Apache-2.0
// n students, n schools with one seat each, complete strict lists on both sides: the setting in
// which theorems on admission mechanisms are stated. Rankings are numbers of permutations.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "tests/unit/matching/market_case.hpp"

namespace sim::testing {

using Ranking = std::vector<std::uint32_t>;  // best first

// All rankings of `size` items, in lexicographic order.
inline std::vector<Ranking> all_rankings(std::uint32_t size) {
    Ranking ranking(size);
    std::iota(ranking.begin(), ranking.end(), 0U);
    std::vector<Ranking> rankings;
    do {
        rankings.push_back(ranking);
    } while (std::ranges::next_permutation(ranking).found);
    return rankings;
}

inline std::uint32_t place_of(const Ranking& ranking, std::uint32_t item) {
    return static_cast<std::uint32_t>(std::ranges::find(ranking, item) - ranking.begin());
}

// The market of reported preferences and priorities; a school's score is minus the place it gives.
inline MarketCase strict_market(const std::vector<Ranking>& preferences,
                                const std::vector<Ranking>& priorities) {
    MarketCase market;
    market.capacity.assign(priorities.size(), 1);
    for (std::uint32_t student = 0; student < preferences.size(); ++student) {
        std::vector<float> scores;
        for (const std::uint32_t school : preferences[student]) {
            scores.push_back(-static_cast<float>(place_of(priorities[school], student)));
        }
        market.add(preferences[student], scores);
    }
    return market;
}

// No other assignment of all seats makes somebody better off and nobody worse off.
inline bool is_pareto_efficient(const std::vector<Ranking>& preferences, const Matching& matching,
                                const std::vector<Ranking>& assignments) {
    const auto dominates = [&](const Ranking& other) {
        bool better_for_somebody = false;
        for (std::uint32_t student = 0; student < matching.size(); ++student) {
            const std::uint32_t there = place_of(preferences[student], other[student]);
            const std::uint32_t here = place_of(preferences[student], matching[student]);
            if (there > here) {
                return false;
            }
            better_for_somebody = better_for_somebody || there < here;
        }
        return better_for_somebody;
    };
    return std::ranges::none_of(assignments, dominates);
}

}  // namespace sim::testing
