// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/command_line.hpp"

#include <iostream>

#include "sim/cli/report.hpp"
#include "sim/cli/shipped_data.hpp"
#include "sim/cli/verbs.hpp"

namespace sim {

namespace {

ExitCode act(int argc, const char* const* argv, const ModelCatalogue& models, Console& console) {
    const ParsedArguments parsed = parse_arguments(argc, argv);
    if (!parsed.text.empty()) {
        console.data(parsed.text);
        return ExitCode::done;
    }
    const Arguments& arguments = parsed.arguments;
    console.set_verbosity(arguments.quiet     ? Verbosity::quiet
                          : arguments.verbose ? Verbosity::verbose
                                              : Verbosity::normal);
    const std::string shipped_data = shipped_data_folder();
    return arguments.verb->act(arguments, {models, shipped_data, console});
}

}  // namespace

int run_command_line(int argc, const char* const* argv, const ModelCatalogue& models) {
    Console console(std::cout, std::cerr, kind_of_stderr());
    return static_cast<int>(guarded([&] { return act(argc, argv, models, console); }, console));
}

}  // namespace sim
