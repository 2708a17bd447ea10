// SPDX-License-Identifier: Apache-2.0
// A market that owns its arrays, and plain, slow statements of what a good matching is. Nothing
// here uses the code under test but the market's own fields.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <span>
#include <tuple>
#include <vector>

#include "sim/matching/application_market.hpp"

namespace sim::testing {

using Matching = std::vector<std::uint32_t>;

struct MarketCase {
    std::vector<std::uint32_t> list_offsets{0};
    std::vector<std::uint32_t> list_options{};
    std::vector<std::uint32_t> capacity{};
    std::vector<float> score{};
    std::vector<std::uint64_t> lottery{};
    ScoreBy score_by = ScoreBy::entry;

    // `scores` holds one number per entry, or a single one when scores belong to applicants.
    void add(const std::vector<std::uint32_t>& list, const std::vector<float>& scores,
             std::uint64_t lot = 0) {
        list_options.insert(list_options.end(), list.begin(), list.end());
        score.insert(score.end(), scores.begin(), scores.end());
        list_offsets.push_back(static_cast<std::uint32_t>(list_options.size()));
        lottery.push_back(lot);
    }

    ApplicationMarket view() const {
        return {list_offsets, list_options, capacity, score, lottery, score_by};
    }

    std::uint32_t applicants() const { return static_cast<std::uint32_t>(lottery.size()); }

    std::span<const std::uint32_t> list(std::uint32_t applicant) const {
        return std::span(list_options)
            .subspan(list_offsets[applicant],
                     list_offsets[applicant + 1] - list_offsets[applicant]);
    }

    // Place of an option in an applicant's list from 0; the list's length when it is not named.
    std::size_t place(std::uint32_t applicant, std::uint32_t option) const {
        const auto options = list(applicant);
        return static_cast<std::size_t>(std::ranges::find(options, option) - options.begin());
    }

    // Smaller goes first at the option, which must be in the applicant's list.
    std::tuple<float, std::uint64_t, std::uint32_t> priority(std::uint32_t applicant,
                                                             std::uint32_t option) const {
        const std::size_t row = score_by == ScoreBy::applicant
                                    ? applicant
                                    : list_offsets[applicant] + place(applicant, option);
        return {-score[row], lottery[applicant], applicant};
    }
};

inline std::vector<std::uint32_t> seats_taken(const MarketCase& market, const Matching& matching) {
    std::vector<std::uint32_t> taken(market.capacity.size(), 0);
    for (const std::uint32_t option : matching) {
        if (option != unassigned) {
            ++taken[option];
        }
    }
    return taken;
}

// Nobody sits where the list does not say, and no option has more than its seats.
inline bool is_feasible(const MarketCase& market, const Matching& matching) {
    for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
        const std::uint32_t option = matching[applicant];
        if (option != unassigned &&
            market.place(applicant, option) == market.list(applicant).size()) {
            return false;
        }
    }
    const auto taken = seats_taken(market, matching);
    return std::ranges::equal(taken, market.capacity, std::ranges::less_equal{});
}

// Calls visit(applicant, option) for each option an applicant likes better than the own seat.
template <class Visit>
void for_each_wish(const MarketCase& market, const Matching& matching, Visit visit) {
    for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
        const std::size_t better = market.place(applicant, matching[applicant]);
        for (std::size_t rank = 0; rank < better; ++rank) {
            visit(applicant, market.list(applicant)[rank]);
        }
    }
}

// Somebody wants an option that has a free seat.
inline bool wastes_seats(const MarketCase& market, const Matching& matching) {
    const auto taken = seats_taken(market, matching);
    bool wastes = false;
    for_each_wish(market, matching, [&](std::uint32_t, std::uint32_t option) {
        wastes = wastes || taken[option] < market.capacity[option];
    });
    return wastes;
}

// Somebody wants an option that holds an applicant of lower priority.
inline bool has_envy(const MarketCase& market, const Matching& matching) {
    bool envy = false;
    for_each_wish(market, matching, [&](std::uint32_t applicant, std::uint32_t option) {
        for (std::uint32_t other = 0; other < market.applicants(); ++other) {
            envy = envy || (matching[other] == option &&
                            market.priority(applicant, option) < market.priority(other, option));
        }
    });
    return envy;
}

inline bool is_stable(const MarketCase& market, const Matching& matching) {
    return is_feasible(market, matching) && !wastes_seats(market, matching) &&
           !has_envy(market, matching);
}

inline std::ostream& operator<<(std::ostream& out, const MarketCase& market) {
    for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
        out << "applicant " << applicant << " lot " << market.lottery[applicant] << " list";
        for (const std::uint32_t option : market.list(applicant)) {
            out << ' ' << option << '(' << -std::get<0>(market.priority(applicant, option)) << ')';
        }
        out << '\n';
    }
    out << "capacity";
    for (const std::uint32_t seats : market.capacity) {
        out << ' ' << seats;
    }
    return out << '\n';
}

}  // namespace sim::testing
