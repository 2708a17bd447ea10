// SPDX-License-Identifier: Apache-2.0
// Progress of a job in simulated quarters: a bar with the remaining time on a terminal, otherwise a
// line a minute. Called from running threads.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

#include "sim/cli/show/console.hpp"

namespace sim {

class Progress {
  public:
    Progress(Console& console, std::size_t quarters, std::size_t replicates);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    void quarter_done();
    void replicate_done();

  private:
    using Clock = std::chrono::steady_clock;
    void show();

    Console& console_;
    std::size_t quarters_;
    std::size_t replicates_;
    std::mutex mutex_;
    std::size_t quarters_done_ = 0;
    std::size_t replicates_done_ = 0;
    Clock::time_point begin_;
    Clock::time_point shown_;
};

// Where a job stands after `seconds`.
struct JobState {
    std::size_t quarters_done;
    std::size_t quarters;
    std::size_t replicates_done;
    std::size_t replicates;
    double seconds;
};

// "[####······]  43 %, 12 of 20 replicates, 2 min left"
std::string progress_bar(const JobState& state);
// "43 % done, 12 of 20 replicates, 2 min left"
std::string progress_line(const JobState& state);

}  // namespace sim
