// SPDX-License-Identifier: Apache-2.0
// One sort of claims, then one pass over the lists.
#include "sim/matching/serial_dictatorship.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace sim {

std::vector<std::uint32_t> serial_dictatorship(const ApplicationMarket& market) {
    check_market(market);
    SIM_EXPECT(market.score_by == ScoreBy::applicant);
    std::vector<Claim> queue(market.applicants());
    for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
        queue[applicant] = {market.score[applicant], applicant};
    }
    std::ranges::sort(queue, ClaimOrder{market.lottery});
    std::vector<std::uint32_t> room(market.capacity.begin(), market.capacity.end());
    std::vector<std::uint32_t> assigned(market.applicants(), unassigned);
    for (const Claim& claim : queue) {
        const std::uint32_t begin = market.list_offsets[claim.applicant];
        const std::uint32_t length = market.list_offsets[claim.applicant + 1] - begin;
        const auto list = market.list_options.subspan(begin, length);
        const auto choice =
            std::ranges::find_if(list, [&](std::uint32_t option) { return room[option] > 0; });
        if (choice != list.end()) {
            --room[*choice];
            assigned[claim.applicant] = *choice;
        }
    }
    return assigned;
}

}  // namespace sim
