// SPDX-License-Identifier: Apache-2.0
// The whole command line for a set of models: verbs, options, messages, exit codes.
#pragma once

#include "sim/model/model.hpp"

namespace sim {

// Exit codes of every verb.
enum class ExitCode {
    done = 0,
    run_failed = 1,
    usage = 2,
    invalid_input = 3,
    io = 4,
    stopped = 5,
    check_failed = 6
};

// Parses the arguments, does what they ask, prints, and returns the exit code. Never throws.
int run_command_line(int argc, const char* const* argv, const ModelCatalogue& models);

}  // namespace sim
