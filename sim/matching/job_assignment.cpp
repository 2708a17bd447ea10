// SPDX-License-Identifier: Apache-2.0
// The count is fixed before anyone is chosen: one trial per seeker with a cap at the vacancies
// would lose matches in small cells (over a third of them with one vacancy and many seekers), and
// the loss would depend on scale.
#include "sim/matching/job_assignment.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/core/contract.hpp"
#include "sim/matching/urn_ball.hpp"

namespace sim {

double expected_hires(const JobCell& cell) {
    SIM_EXPECT(cell.people_per_agent >= 1.0);
    return expected_matches(cell.seekers, cell.vacancies) / cell.people_per_agent;
}

std::uint32_t whole_hires(double expected, double uniform) {
    SIM_EXPECT(expected >= 0.0 && expected < 4294967295.0);
    SIM_EXPECT(uniform >= 0.0 && uniform < 1.0);
    const double whole = std::floor(expected);
    return static_cast<std::uint32_t>(whole) + (uniform < expected - whole ? 1U : 0U);
}

void choose_candidates(const Candidates& candidates, HiringMode mode, std::uint32_t count,
                       std::span<std::uint32_t> order) {
    SIM_EXPECT(order.size() == candidates.lottery.size());
    SIM_EXPECT(candidates.identity.size() == order.size());
    SIM_EXPECT(mode == HiringMode::random || candidates.score.size() == order.size());
    SIM_EXPECT(count <= order.size());
    const auto goes_first = [&](std::uint32_t left, std::uint32_t right) {
        if (mode == HiringMode::ranked && candidates.score[left] != candidates.score[right]) {
            return candidates.score[left] > candidates.score[right];
        }
        if (candidates.lottery[left] != candidates.lottery[right]) {
            return candidates.lottery[left] < candidates.lottery[right];
        }
        return candidates.identity[left] < candidates.identity[right];
    };
    std::iota(order.begin(), order.end(), 0U);
    const auto chosen = order.begin() + static_cast<std::ptrdiff_t>(count);
    if (chosen != order.end()) {
        std::nth_element(order.begin(), chosen, order.end(), goes_first);
    }
    std::sort(order.begin(), chosen, goes_first);
}

std::uint32_t assign_jobs(const JobCell& cell, const Candidates& candidates, HiringMode mode,
                          double uniform, std::span<std::uint32_t> order) {
    const auto available = static_cast<std::uint32_t>(order.size());
    const std::uint32_t hires = std::min(whole_hires(expected_hires(cell), uniform), available);
    choose_candidates(candidates, mode, hires, order);
    return hires;
}

}  // namespace sim
