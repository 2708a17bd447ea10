// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/progress.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/cli/show/text_table.hpp"

namespace sim {

namespace {

double done_share(const JobState& state) {
    return state.quarters == 0
               ? 1.0
               : static_cast<double>(state.quarters_done) / static_cast<double>(state.quarters);
}

std::string words(const JobState& state) {
    std::string text = fmt::format("{} of {} replicates", state.replicates_done, state.replicates);
    const double share = done_share(state);
    if (share > 0.0) {
        text += ", " + people_duration(state.seconds / share * (1.0 - share)) + " left";
    }
    return text;
}

}  // namespace

std::string progress_bar(const JobState& state) {
    constexpr std::size_t width = 30;
    const double share = done_share(state);
    const std::size_t filled =
        std::min(width, static_cast<std::size_t>(share * static_cast<double>(width)));
    return fmt::format("[{}{}] {:3.0f} %, {}", std::string(filled, '#'),
                       std::string(width - filled, '.'), std::floor(share * 100.0), words(state));
}

std::string progress_line(const JobState& state) {
    return fmt::format("{:.0f} % done, {}", std::floor(done_share(state) * 100.0), words(state));
}

Progress::Progress(Console& console, std::size_t quarters, std::size_t replicates)
    : console_(console),
      quarters_(quarters),
      replicates_(replicates),
      begin_(Clock::now()),
      shown_(begin_) {}

Progress::~Progress() {
    console_.status({});
}

void Progress::quarter_done() {
    const std::lock_guard lock(mutex_);
    ++quarters_done_;
    show();
}

void Progress::replicate_done() {
    const std::lock_guard lock(mutex_);
    ++replicates_done_;
}

void Progress::show() {
    using std::chrono::milliseconds;
    using std::chrono::minutes;
    const Clock::time_point now = Clock::now();
    const auto pause =
        console_.on_terminal() ? Clock::duration(milliseconds(200)) : Clock::duration(minutes(1));
    if (now - shown_ < pause) {
        return;
    }
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    const JobState state{quarters_done_, quarters_, replicates_done_, replicates_, seconds};
    if (console_.on_terminal()) {
        console_.status(progress_bar(state));
    } else {
        console_.note(progress_line(state));
    }
}

}  // namespace sim
