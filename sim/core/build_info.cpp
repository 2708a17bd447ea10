// SPDX-License-Identifier: Apache-2.0
// The build defines SIM_VERSION, SIM_GIT_COMMIT (texts) and SIM_GIT_DIRTY (0 or 1) for this file
// only, so that a new commit recompiles nothing else.
#include "sim/core/build_info.hpp"

#ifndef SIM_VERSION
#define SIM_VERSION "unknown"
#endif
#ifndef SIM_GIT_COMMIT
#define SIM_GIT_COMMIT "unknown"
#endif
#ifndef SIM_GIT_DIRTY
#define SIM_GIT_DIRTY 0
#endif

namespace sim {

std::string_view program_version() {
    return SIM_VERSION;
}

std::string_view git_commit() {
    return SIM_GIT_COMMIT;
}

bool git_dirty() {
    return SIM_GIT_DIRTY != 0;
}

std::string_view compiler() {
#if defined(__clang__)
    return "Clang " __clang_version__;
#elif defined(__GNUC__)
    return "GCC " __VERSION__;
#else
    return "unknown";
#endif
}

}  // namespace sim
