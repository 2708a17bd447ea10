// SPDX-License-Identifier: Apache-2.0
// Applicants apply one after another; whoever is displaced applies on at once. The result does not
// depend on the order in which they are called, because acceptance within a band is deferred.
#include "sim/matching/application_rejection.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/matching/seat_holding.hpp"

namespace sim {
namespace {

// The end of an applicant's list, or of the first `choices` of it.
std::uint32_t list_end(const ApplicationMarket& market, std::uint32_t applicant,
                       std::uint32_t choices) {
    const std::uint32_t begin = market.list_offsets[applicant];
    return begin + std::min(choices, market.list_offsets[applicant + 1] - begin);
}

// Lets `applicant` and everyone displaced in turn apply, until each holds a seat or has used up the
// first `choices` of the list.
void apply_in_turn(const ApplicationMarket& market, std::uint32_t applicant, std::uint32_t choices,
                   std::span<std::uint32_t> next_entry, SeatHolding& seats) {
    while (applicant != unassigned) {
        const std::uint32_t end = list_end(market, applicant, choices);
        std::uint32_t entry = next_entry[applicant];
        std::uint32_t without_seat = applicant;
        while (without_seat == applicant && entry < end) {
            without_seat = seats.apply(market.list_options[entry],
                                       {market.score_of(applicant, entry), applicant});
            ++entry;
        }
        next_entry[applicant] = entry;
        if (without_seat == applicant) {
            return;
        }
        applicant = without_seat;
    }
}

}  // namespace

std::uint32_t clearing_round(const ApplicationMarket& market, std::uint32_t choices_per_band,
                             std::span<std::uint32_t> assigned) {
    check_market(market);
    SIM_EXPECT(choices_per_band >= 1);
    SIM_EXPECT(assigned.size() == market.applicants());
    SeatHolding seats(market, assigned);
    std::vector<std::uint32_t> next_entry(market.list_offsets.begin(), market.list_offsets.end());
    std::vector<std::uint32_t> active;
    active.reserve(assigned.size());
    for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
        if (assigned[applicant] == unassigned) {
            active.push_back(applicant);
        }
    }
    if (market.score_by == ScoreBy::applicant) {
        // Best first nobody is displaced within a band, which only saves time.
        const ClaimOrder goes_first{market.lottery};
        std::ranges::sort(active, [&](std::uint32_t a, std::uint32_t b) {
            return goes_first({market.score[a], a}, {market.score[b], b});
        });
    }
    const std::size_t without_seat_before = active.size();
    const auto leaves = [&](std::uint32_t applicant) {
        return assigned[applicant] != unassigned ||
               next_entry[applicant] == market.list_offsets[applicant + 1];
    };
    std::uint32_t choices = 0;
    while (!active.empty()) {
        choices += std::min(choices_per_band, all_choices - choices);
        for (const std::uint32_t applicant : active) {
            apply_in_turn(market, applicant, choices, next_entry, seats);
        }
        seats.make_final(assigned);
        std::erase_if(active, leaves);
    }
    const auto without_seat = std::ranges::count(assigned, unassigned);
    return static_cast<std::uint32_t>(without_seat_before - static_cast<std::size_t>(without_seat));
}

std::vector<std::uint32_t> application_rejection(const ApplicationMarket& market,
                                                 std::uint32_t choices_per_band) {
    std::vector<std::uint32_t> assigned(market.applicants(), unassigned);
    clearing_round(market, choices_per_band, assigned);
    return assigned;
}

}  // namespace sim
