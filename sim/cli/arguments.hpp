// SPDX-License-Identifier: Apache-2.0
// A command line after parsing: what every verb may look at. Forms are checked here (numbers,
// dates, path=value); what they mean is checked where scenarios are loaded.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/parallel/executor.hpp"
#include "sim/scenario/load.hpp"
#include "sim/sweep/comparison/options.hpp"

namespace sim {

struct Verb;

// Which part of a sweep a process runs: number `index` of `count`, from 1.
struct ShardOf {
    int index = 1;
    int count = 1;
};

struct Arguments {
    const Verb* verb = nullptr;
    std::vector<std::string> operands{};  // files or names, in order
    std::string out{};                    // empty: the default name
    int threads = 1;
    Backend backend = Backend::tbb;
    Overrides overrides{};
    std::string state_cache{};  // folder; "off": none; empty: beside the output
    std::string model{};        // empty: the default of the verb
    std::string executor{"local"};
    std::optional<ShardOf> shard{};
    std::optional<double> time_limit{};  // seconds
    std::optional<int> tasks{};          // of a job array
    ComparisonOptions comparison{};
    bool force = false;
    bool resume = false;
    bool collect = false;
    bool pack = false;
    bool fail_fast = false;
    bool dry_run = false;
    bool print_config = false;
    bool json = false;
    bool quiet = false;
    bool verbose = false;
};

// Either arguments or, where help or the version was asked for, the text to print.
struct ParsedArguments {
    Arguments arguments{};
    std::string text{};
};

// Throws UsageError.
ParsedArguments parse_arguments(int argc, const char* const* argv);

}  // namespace sim
