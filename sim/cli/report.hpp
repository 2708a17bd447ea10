// SPDX-License-Identifier: Apache-2.0
// Turns failures into messages and exit codes.
#pragma once

#include <functional>

#include "sim/cli/command_line.hpp"
#include "sim/cli/show/console.hpp"
#include "sim/core/error.hpp"

namespace sim {

// One line per problem, as "file:line:column: what …".
void report_problems(const UserError& error, Console& console);

// Returns what `act` returns or, if it throws, the exit code of the kind of failure after saying
// what happened.
ExitCode guarded(const std::function<ExitCode()>& act, Console& console);

}  // namespace sim
