// SPDX-License-Identifier: Apache-2.0
// The options of runs that say when what is under way is kept and when it stops.
#pragma once

#include <string>

#include "sim/cli/arguments.hpp"

namespace CLI {
class App;
}

namespace sim {

// As they were typed; empty if they were not.
struct TypedStop {
    std::string checkpoint_every{};
    std::string time_limit{};
};

void add_stop_options(CLI::App& app, TypedStop& typed);
// Throws UsageError.
void read_stop_options(const TypedStop& typed, Arguments& arguments);

}  // namespace sim
