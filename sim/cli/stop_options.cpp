// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/stop_options.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/cli/time_limit.hpp"
#include "sim/core/error.hpp"

namespace sim {

void add_stop_options(CLI::App& app, TypedStop& typed) {
    app.add_option("--checkpoint-every", typed.checkpoint_every,
                   "Keeps what is under way each so often, in years or quarters of the model (1y, "
                   "2q), not only when it is stopped")
        ->type_name("INTERVAL");
    app.add_option("--time-limit", typed.time_limit,
                   "Stops after this time, to be resumed: 90s, 30m, 2h, HH:MM:SS")
        ->type_name("TIME");
}

void read_stop_options(const TypedStop& typed, Arguments& arguments) {
    if (!typed.checkpoint_every.empty()) {
        arguments.overrides.checkpoint_every = typed.checkpoint_every;
    }
    if (!typed.time_limit.empty()) {
        arguments.time_limit = seconds_of(typed.time_limit);
        if (!arguments.time_limit) {
            throw UsageError(fmt::format(
                "--time-limit: '{}' cannot be used (expected a time such as 90s, 30m, 2h or "
                "1:30:00)",
                typed.time_limit));
        }
    }
}

}  // namespace sim
