// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/leave_at_60.hpp"

namespace vocational {

void LeaveAt60::run(const sim::Tick& tick) {
    constexpr int quarters_until_60 = 240;
    const std::size_t first = rows_.first();
    const std::size_t end = setting_.cohorts.first_row(tick.now() - quarters_until_60 + 1);
    for (std::size_t row = first; row < end; ++row) {
        const PersonId person(row);
        if (state_[person] == State::employed) {
            --headcount_[link_[person].firm()];
        }
    }
    if (end > first) {
        persons_.drop_front(end - first);
    }
}

}  // namespace vocational
