// SPDX-License-Identifier: Apache-2.0
// What every mechanism may rely on.
#include "sim/matching/application_market.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "sim/core/contract.hpp"

namespace sim {

void check_market([[maybe_unused]] const ApplicationMarket& market) {
    SIM_EXPECT(market.applicants() < unassigned && market.capacity.size() < unassigned);
    SIM_EXPECT(market.list_options.size() <= unassigned);
    SIM_EXPECT(market.list_offsets.empty() || market.list_offsets.front() == 0);
    SIM_EXPECT(std::ranges::is_sorted(market.list_offsets));
    SIM_EXPECT(market.list_options.size() ==
               (market.list_offsets.empty() ? 0 : market.list_offsets.back()));
    SIM_EXPECT(market.lottery.size() == market.applicants());
    SIM_EXPECT(
        market.score.size() ==
        (market.score_by == ScoreBy::entry ? market.list_options.size() : market.applicants()));
    SIM_EXPECT(std::ranges::all_of(
        market.list_options, [&](std::uint32_t option) { return option < market.options(); }));
    SIM_EXPECT(std::ranges::none_of(market.score, [](float score) { return std::isnan(score); }));
}

}  // namespace sim
