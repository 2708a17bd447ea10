// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/return_home.hpp"

#include "models/vocational/phases/away.hpp"
#include "models/vocational/phases/student_rows.hpp"

namespace vocational {

void ReturnHome::run(const sim::Tick& tick) {
    const std::size_t begin = first_student_row(setting_, persons_, tick.now());
    // The draw of the quarter of completion, made under the purpose of the phase that made it.
    const sim::Stream stream = tick.stream(sim::Purpose("graduation"));
    setting_.cohorts.for_segments(
        tick.executor(), begin, persons_.end(),
        [&](const Segment& segment, std::size_t from, std::size_t to) {
            for (std::size_t row = from; row < to; ++row) {
                const PersonId person(row);
                if (state_[person] != State::away) {
                    continue;
                }
                // At the start of the k-th quarter after completion `duration` is k − 1.
                const sim::Quarter completed = tick.now() - (duration_[person] + 1);
                const double postgraduate =
                    records_.postgraduate_share(std::min(completed.year(), setting_.base_year));
                const sim::Rng rng =
                    stream.at(segment.identity(row), static_cast<std::uint32_t>(completed.index()));
                if (duration_[person] >= quarters_away(params_, track_of(attained_[person]),
                                                       origin_[person].sex(), postgraduate, rng)) {
                    state_[person] = State::unemployed;
                    duration_[person] = 0;
                }
            }
        });
}

}  // namespace vocational
