// SPDX-License-Identifier: Apache-2.0
// The options of runs and comparisons that say what is computed beside outcomes and effects.
#pragma once

#include <string>
#include <vector>

#include "sim/sweep/comparison/options.hpp"

namespace CLI {
class App;
}

namespace sim {

// As they were typed.
struct TypedComparison {
    bool attribute = false;
    std::vector<std::string> freeze{};
    std::vector<std::string> until_precise{};
    std::string equal_cost{};
};

void add_precision_option(CLI::App& app, TypedComparison& typed);
void add_comparison_options(CLI::App& app, TypedComparison& typed);
// Throws UsageError.
ComparisonOptions comparison_options(const TypedComparison& typed);

}  // namespace sim
