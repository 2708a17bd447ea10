// SPDX-License-Identifier: Apache-2.0
// When a job must end.
#pragma once

#include <chrono>

namespace sim {

// So many seconds from now.
inline std::chrono::steady_clock::time_point deadline_after(double seconds) {
    using std::chrono::steady_clock;
    return steady_clock::now() + std::chrono::duration_cast<steady_clock::duration>(
                                     std::chrono::duration<double>(seconds));
}

}  // namespace sim
