// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/participation.hpp"

#include <array>

namespace vocational {

namespace {

void bring_in(const JobColumns& jobs, std::size_t row) {
    if (jobs.state[row] == State::inactive) {
        jobs.state[row] = State::unemployed;
        jobs.duration[row] = 0;
    }
}

void take_out(const JobColumns& jobs, std::size_t row) {
    if (jobs.state[row] == State::employed) {
        end_job(jobs, row, State::inactive);
    } else if (jobs.state[row] == State::unemployed) {
        jobs.state[row] = State::inactive;
        jobs.duration[row] = 0;
    }
}

}  // namespace

void Participation::run(const sim::Tick& tick) {
    const Attachment attachment(setting_, records_);
    const JobColumns jobs{state_.data(),      link_.data(),     duration_.data(),
                          occupation_.data(), wage_.data(),     specific_skill_.data(),
                          firm_bound_.data(), headcount_.data()};
    setting_.cohorts.for_segments(
        tick.executor(), rows_.first(), rows_.end(),
        [&](const Segment& segment, std::size_t begin, std::size_t end) {
            if (is_birthday(segment, tick.now())) {
                decide_all(attachment, jobs, tick.now(), segment, begin, end);
            } else {
                decide_new(attachment, jobs, tick.now(), segment, begin, end);
            }
        });
}

void Participation::decide_all(const Attachment& attachment, const JobColumns& jobs,
                               sim::Quarter now, const Segment& segment, std::size_t begin,
                               std::size_t end) const {
    const int age = age_in_years(segment, now);
    std::array<std::uint32_t, 1024> numbers;
    for (std::size_t first = begin; first < end; first += numbers.size()) {
        const std::size_t count = std::min(numbers.size(), end - first);
        attachment.numbers(segment.identity(first), std::span(numbers.data(), count));
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t row = first + i;
            if (attachment.is_in_force(numbers[i], age, origin_.data()[row])) {
                bring_in(jobs, row);
            } else {
                take_out(jobs, row);
            }
        }
    }
}

void Participation::decide_new(const Attachment& attachment, const JobColumns& jobs,
                               sim::Quarter now, const Segment& segment, std::size_t begin,
                               std::size_t end) const {
    const int age = age_in_years(segment, now);
    for (std::size_t row = begin; row < end; ++row) {
        const bool is_new = jobs.duration[row] == 0 && jobs.state[row] == State::unemployed;
        if (is_new && !attachment.is_in_force(segment.identity(row), age, origin_.data()[row])) {
            take_out(jobs, row);
        }
    }
}

}  // namespace vocational
