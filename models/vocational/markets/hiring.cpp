// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/hiring.hpp"

#include <algorithm>

namespace vocational {

double expected_hires(std::size_t seekers, std::size_t posts) {
    if (posts == 0) {
        return 0.0;
    }
    const auto open = static_cast<double>(posts);
    // (1 − 1/V)^U by squaring: the same bits on every machine.
    double power = 1.0;
    double base = 1.0 - 1.0 / open;
    for (std::size_t left = seekers; left > 0; left /= 2) {
        power *= left % 2 == 1 ? base : 1.0;
        base *= base;
    }
    return open * (1.0 - power);
}

void Applications::sort(std::span<const Seeker> seekers, std::size_t cells) {
    begin_.assign(cells + 1, 0);
    for (const Seeker& seeker : seekers) {
        if (seeker.cell) {
            ++begin_[seeker.cell.row() + 1];
        }
    }
    for (std::size_t cell = 0; cell < cells; ++cell) {
        begin_[cell + 1] += begin_[cell];
    }
    next_.assign(begin_.begin(), begin_.end());
    const std::size_t count = begin_.back();
    row_.resize(count);
    identity_.resize(count);
    lottery_.resize(count);
    score_.resize(count);
    order_.resize(count);
    for (const Seeker& seeker : seekers) {
        if (seeker.cell) {
            const std::size_t place = next_[seeker.cell.row()]++;
            row_[place] = seeker.row;
            identity_[place] = seeker.identity.value;
            lottery_[place] = seeker.lottery;
            score_[place] = seeker.score;
        }
    }
}

std::span<const std::uint32_t> Applications::hire(JobCellId cell, std::size_t posts, Hiring rule,
                                                  double uniform) {
    const std::size_t first = begin(cell);
    const std::size_t applicants = count(cell);
    const std::uint32_t hires = sim::whole_hires(expected_hires(applicants, posts), uniform);
    const std::uint32_t within =
        std::min(hires, static_cast<std::uint32_t>(std::min(applicants, posts)));
    const std::span order(order_.data() + first, applicants);
    const sim::Candidates candidates{{score_.data() + first, applicants},
                                     {lottery_.data() + first, applicants},
                                     {identity_.data() + first, applicants}};
    sim::choose_candidates(
        candidates, rule == Hiring::ranked ? sim::HiringMode::ranked : sim::HiringMode::random,
        within, order);
    for (std::uint32_t& place : order.first(within)) {
        place += static_cast<std::uint32_t>(first);
    }
    return order.first(within);
}

}  // namespace vocational
