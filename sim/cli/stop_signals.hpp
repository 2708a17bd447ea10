// SPDX-License-Identifier: Apache-2.0
// SIGINT, SIGTERM and SIGUSR1 ask a job to stop at the next quarter. While an object of this class
// lives, the signals set a flag; a second SIGINT ends the program at once.
#pragma once

#include <array>
#include <atomic>
#include <csignal>

namespace sim {

class StopSignals {
  public:
    // One at a time; clears the flag.
    StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    ~StopSignals();

    const std::atomic<bool>& flag() const;

  private:
    static constexpr std::array<int, 3> signals{SIGINT, SIGTERM, SIGUSR1};
    std::array<struct sigaction, signals.size()> before_{};
};

}  // namespace sim
