// SPDX-License-Identifier: Apache-2.0
// The application-rejection family (Chen and Kesten 2017): lists are worked off in bands of e
// choices. Within a band seats are held for the time being, as in deferred acceptance; at its end
// they are final. e = 1 is immediate acceptance, e at least the longest list deferred acceptance.
// Time: list entries times log of capacity; memory: a few numbers per applicant and per held seat.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "sim/matching/application_market.hpp"

namespace sim {

// One band for the whole list.
inline constexpr std::uint32_t all_choices = std::numeric_limits<std::uint32_t>::max();

// The option of each applicant, or `unassigned`. choices_per_band is at least 1.
std::vector<std::uint32_t> application_rejection(const ApplicationMarket& market,
                                                 std::uint32_t choices_per_band);

// A later round: who has a seat in `assigned` keeps it and takes no part, the others compete with
// the lists of `market` for the seats that are left. `market.capacity` counts all seats, the taken
// ones too. Returns how many applicants it places.
std::uint32_t clearing_round(const ApplicationMarket& market, std::uint32_t choices_per_band,
                             std::span<std::uint32_t> assigned);

}  // namespace sim
