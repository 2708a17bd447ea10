// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/stop_signals.hpp"

namespace sim {

namespace {

// A signal handler can reach nothing but a global; nothing else in the program writes it.
std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free, "needed in a signal handler");

extern "C" void request_stop(int /*signal*/) {
    stop_requested.store(true);
}

}  // namespace

StopSignals::StopSignals() {
    stop_requested.store(false);
    for (std::size_t i = 0; i < signals.size(); ++i) {
        struct sigaction action {};
        action.sa_handler = request_stop;
        action.sa_flags = SA_RESTART;
        if (signals[i] == SIGINT) {
            action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
        }
        sigaction(signals[i], &action, &before_[i]);
    }
}

StopSignals::~StopSignals() {
    for (std::size_t i = 0; i < signals.size(); ++i) {
        sigaction(signals[i], &before_[i], nullptr);
    }
}

const std::atomic<bool>& StopSignals::flag() const {
    return stop_requested;
}

}  // namespace sim
