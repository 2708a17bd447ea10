// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/new_cohort.hpp"

namespace vocational {

void NewCohort::run(const sim::Tick& tick) {
    // Born from the fourth quarter 16 years ago to this quarter 15 years ago.
    const std::size_t begin = setting_.cohorts.first_row(sim::Quarter(tick.now().year() - 16, 4));
    const std::size_t end = setting_.cohorts.first_row(sim::Quarter(tick.now().year() - 15, 4));
    SIM_EXPECT(persons_.end_row() == begin);
    persons_.append(end - begin);
    traits_.draw(tick.executor(), persons_, begin, end, Generation::entering);
    const double completion = records_.number("lower_secondary_completion");
    const sim::Stream stream = tick.stream(purpose());
    setting_.cohorts.for_segments(
        tick.executor(), begin, end,
        [&](const Segment& segment, std::size_t first, std::size_t last) {
            for (std::size_t row = first; row < last; ++row) {
                sim::Rng rng = stream.at(segment.identity(row), 0);
                state_.data()[row] = State::unemployed;
                attained_.data()[row] = rng.bernoulli(completion) ? Attained::lower_secondary
                                                                  : Attained::below_lower_secondary;
            }
        });
}

}  // namespace vocational
