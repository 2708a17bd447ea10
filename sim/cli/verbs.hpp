// SPDX-License-Identifier: Apache-2.0
// The verbs of the command line, one file each, and the table from which parsing, help and dispatch
// are made.
#pragma once

#include <string_view>
#include <vector>

#include "sim/cli/arguments.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/show/console.hpp"

namespace sim {

// What verbs work with besides their arguments.
struct Session {
    const ModelCatalogue& models;
    const std::string& shipped_data;
    Console& console;
};

// Groups of options that a verb accepts; -q, -v and -h belong to every verb.
enum OptionGroup : unsigned {
    scenario_options = 1U << 0U,   // --set, --seed, …
    computing_options = 1U << 1U,  // --threads, --backend
    output_options = 1U << 2U,     // --out, --force
    preview_options = 1U << 3U,    // --dry-run
    config_option = 1U << 4U,      // --print-config
    json_option = 1U << 5U,
    model_option = 1U << 6U,
    base_options = 1U << 7U,               // the scenario options without --until and --panel
    folder_options = 1U << 8U,             // --out, --force, --resume
    cache_option = 1U << 9U,               // --state-cache
    sweep_options = 1U << 10U,             // --until, --executor, --shard, --collect, --pack, …
    precision_option = 1U << 11U,          // --until-precise
    comparison_options_group = 1U << 12U,  // --attribute, --freeze, --equal-cost
    stop_options = 1U << 13U,              // --checkpoint-every, --time-limit
};

struct Verb {
    std::string_view name;
    std::string_view doc;
    std::string_view operand;
    std::string_view operand_doc;
    int least_operands;
    int most_operands;
    unsigned options;
    ExitCode (*act)(const Arguments&, const Session&);
};

// In the order of the help page.
const std::vector<Verb>& verbs();

ExitCode run_verb(const Arguments& arguments, const Session& session);
ExitCode compare_verb(const Arguments& arguments, const Session& session);
ExitCode sweep_verb(const Arguments& arguments, const Session& session);
ExitCode sensitivity_verb(const Arguments& arguments, const Session& session);
ExitCode calibrate_verb(const Arguments& arguments, const Session& session);
ExitCode validate_verb(const Arguments& arguments, const Session& session);
ExitCode describe_verb(const Arguments& arguments, const Session& session);
ExitCode explain_verb(const Arguments& arguments, const Session& session);
ExitCode schema_verb(const Arguments& arguments, const Session& session);
ExitCode inspect_verb(const Arguments& arguments, const Session& session);
ExitCode reproduce_verb(const Arguments& arguments, const Session& session);
ExitCode resume_verb(const Arguments& arguments, const Session& session);

}  // namespace sim
