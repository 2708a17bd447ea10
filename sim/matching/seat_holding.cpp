// SPDX-License-Identifier: Apache-2.0
// Heaps of claims in one flat array; an option gets no more room than lists name it, so capacities
// far above demand cost no memory.
#include "sim/matching/seat_holding.hpp"

#include <algorithm>
#include <cstddef>

#include "sim/core/contract.hpp"

namespace sim {

SeatHolding::SeatHolding(const ApplicationMarket& market, std::span<const std::uint32_t> assigned)
    : order_{market.lottery}, seats_(market.options()) {
    std::vector<std::uint32_t> taken(market.options(), 0);
    for (const std::uint32_t option : assigned) {
        if (option != unassigned) {
            SIM_EXPECT(option < market.options());
            ++taken[option];
        }
    }
    for (const std::uint32_t option : market.list_options) {
        ++seats_[option].room;
    }
    std::uint32_t first = 0;  // bounded by the number of list entries
    for (std::uint32_t option = 0; option < market.options(); ++option) {
        SIM_EXPECT(taken[option] <= market.capacity[option]);
        Seats& seats = seats_[option];
        seats.room = std::min(seats.room, market.capacity[option] - taken[option]);
        seats.first = first;
        first += seats.room;
    }
    claims_.resize(first);
}

std::uint32_t SeatHolding::apply(std::uint32_t option, Claim claim) {
    Seats& seats = seats_[option];
    if (seats.room == 0) {
        return claim.applicant;
    }
    const std::span<Claim> heap(claims_.data() + seats.first, seats.room);
    if (seats.held < seats.room) {
        heap[seats.held] = claim;
        ++seats.held;
        if (seats.held == seats.room) {
            std::ranges::make_heap(heap, order_);
        }
        return unassigned;
    }
    if (!order_(claim, heap.front())) {
        return claim.applicant;
    }
    const std::uint32_t displaced = heap.front().applicant;
    replace_weakest(heap, claim);
    return displaced;
}

void SeatHolding::make_final(std::span<std::uint32_t> assigned) {
    for (std::uint32_t option = 0; option < seats_.size(); ++option) {
        Seats& seats = seats_[option];
        for (std::uint32_t place = seats.first; place < seats.first + seats.held; ++place) {
            assigned[claims_[place].applicant] = option;
        }
        seats.room -= seats.held;
        seats.held = 0;
    }
}

void SeatHolding::replace_weakest(std::span<Claim> heap, Claim claim) const {
    std::size_t hole = 0;
    for (std::size_t child = 1; child < heap.size(); child = 2 * hole + 1) {
        if (child + 1 < heap.size() && order_(heap[child], heap[child + 1])) {
            ++child;
        }
        if (!order_(claim, heap[child])) {
            break;
        }
        heap[hole] = heap[child];
        hole = child;
    }
    heap[hole] = claim;
}

}  // namespace sim
