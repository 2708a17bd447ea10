// SPDX-License-Identifier: Apache-2.0
// The mechanisms as textbooks tell them, round by round with everything sorted anew: slow oracles
// that share no code with sim/matching.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/unit/matching/market_case.hpp"

namespace sim::testing {

// One day of applications: everybody without a seat applies to the next option of the list below
// `limit`; each option keeps the best among old holders and newcomers, except that holders in
// `final` cannot be pushed out. Returns whether anybody applied.
inline bool textbook_day(const MarketCase& market, std::size_t limit,
                         const std::vector<bool>& is_final, std::vector<std::size_t>& next,
                         Matching& matching) {
    std::vector<std::vector<std::uint32_t>> door(market.capacity.size());
    bool anybody = false;
    for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
        const std::size_t end = std::min(limit, market.list(applicant).size());
        if (matching[applicant] == unassigned && next[applicant] < end) {
            matching[applicant] = market.list(applicant)[next[applicant]];
            ++next[applicant];
            anybody = true;
        }
        if (matching[applicant] != unassigned) {
            door[matching[applicant]].push_back(applicant);
        }
    }
    for (std::uint32_t option = 0; option < door.size(); ++option) {
        auto& crowd = door[option];
        std::ranges::sort(crowd, [&](std::uint32_t left, std::uint32_t right) {
            if (is_final[left] != is_final[right]) {
                return static_cast<bool>(is_final[left]);
            }
            return market.priority(left, option) < market.priority(right, option);
        });
        for (std::size_t rank = market.capacity[option]; rank < crowd.size(); ++rank) {
            matching[crowd[rank]] = unassigned;
        }
    }
    return anybody;
}

inline Matching textbook_application_rejection(const MarketCase& market, std::size_t band) {
    std::size_t longest = 0;
    for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
        longest = std::max(longest, market.list(applicant).size());
    }
    Matching matching(market.applicants(), unassigned);
    std::vector<std::size_t> next(market.applicants(), 0);
    std::vector<bool> is_final(market.applicants(), false);
    for (std::size_t limit = band; limit < longest + band; limit += band) {
        while (textbook_day(market, limit, is_final, next, matching)) {
        }
        for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
            is_final[applicant] = matching[applicant] != unassigned;
        }
    }
    return matching;
}

inline Matching textbook_deferred_acceptance(const MarketCase& market) {
    return textbook_application_rejection(market, market.capacity.size() + 1);
}

}  // namespace sim::testing
