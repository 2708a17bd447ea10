// SPDX-License-Identifier: Apache-2.0
// With comparison_options.cpp and stop_options.cpp the only file that sees CLI11. Options are given
// as text to be checked here, so that messages say what was expected; options that a verb does not
// know get a suggestion.
#include <algorithm>
#include <charconv>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/cli/comparison_options.hpp"
#include "sim/cli/stop_options.hpp"
#include "sim/cli/verbs.hpp"
#include "sim/core/build_info.hpp"
#include "sim/core/error.hpp"
#include "sim/core/text.hpp"

namespace sim {

namespace {

// Options as they were typed; empty if they were not.
struct Typed {
    std::string threads;
    std::string backend;
    std::string seed;
    std::string replicates;
    std::string scale;
    std::string until;
    std::string panel;
    std::string executor;
    std::string shard;
    TypedStop stop;
    std::string tasks;
    std::vector<std::string> set;
    TypedComparison comparison;
};

std::vector<std::string> verb_names() {
    std::vector<std::string> names;
    for (const Verb& verb : verbs()) {
        names.emplace_back(verb.name);
    }
    return names;
}

std::string with_suggestion(std::string message, const std::string& nearest) {
    return nearest.empty() ? message : message + ". Did you mean '" + nearest + "'?";
}

[[noreturn]] void unknown_verb(const std::string& typed) {
    throw UsageError(with_suggestion(
        fmt::format("unknown verb '{}' (known: {})", typed, listed(verb_names(), 20)),
        nearest_name(typed, verb_names())));
}

[[noreturn]] void wrong_value(std::string_view option, const std::string& value,
                              std::string_view expected) {
    throw UsageError(fmt::format("{}: '{}' cannot be used (expected {})", option, value, expected));
}

int positive(std::string_view option, const std::string& text) {
    constexpr std::int64_t most = 1'000'000;
    const auto number = parse_integer(text);
    if (!number || *number < 1 || *number > most) {
        wrong_value(option, text, "a whole number, at least 1");
    }
    return static_cast<int>(*number);
}

std::uint64_t seed_of(const std::string& text) {
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error != std::errc{} || end != text.data() + text.size()) {
        wrong_value("--seed", text, "a whole number, 0 or more");
    }
    return seed;
}

bool is_scale(std::string_view text) {
    if (!text.starts_with("1:")) {
        return false;
    }
    const auto people = parse_integer(text.substr(2));
    return people && *people >= 1;
}

bool is_share(std::string_view text) {
    const auto share = parse_number(text);
    return share && *share >= 0.0 && *share <= 1.0;
}

Backend backend_of(const std::string& text) {
    if (text == "tbb") {
        return Backend::tbb;
    }
    if (text == "serial") {
        return Backend::serial;
    }
    wrong_value("--backend", text, "tbb or serial");
}

void read_overrides(const Typed& typed, Overrides& overrides) {
    if (!typed.seed.empty()) {
        overrides.seed = seed_of(typed.seed);
    }
    if (!typed.replicates.empty()) {
        overrides.replicates = positive("--replicates", typed.replicates);
    }
    if (!typed.scale.empty()) {
        if (!is_scale(typed.scale)) {
            wrong_value("--scale", typed.scale, "1:N, people per agent");
        }
        overrides.scale = typed.scale;
    }
    if (!typed.until.empty()) {
        if (!Quarter::parse(typed.until)) {
            wrong_value("--until", typed.until, "a quarter such as 2035Q2");
        }
        overrides.until = typed.until;
    }
    if (!typed.panel.empty()) {
        if (!is_share(typed.panel)) {
            wrong_value("--panel", typed.panel, "a share from 0 to 1");
        }
        overrides.panel = typed.panel;
    }
    for (const std::string& setting : typed.set) {
        const std::size_t equals = setting.find('=');
        if (equals == 0 || equals == std::string::npos) {
            wrong_value("--set", setting, "path=value");
        }
        overrides.set.emplace_back(setting.substr(0, equals), setting.substr(equals + 1));
    }
}

ShardOf shard_of(const std::string& text) {
    const std::size_t slash = text.find('/');
    const auto index = parse_integer(std::string_view(text).substr(0, slash));
    const auto count = slash == std::string::npos
                           ? std::nullopt
                           : parse_integer(std::string_view(text).substr(slash + 1));
    constexpr std::int64_t most = 1'000'000;
    if (!index || !count || *count < 1 || *count > most || *index < 1 || *index > *count) {
        wrong_value("--shard", text, "k/n with k from 1 to n, such as 1/3");
    }
    return {static_cast<int>(*index), static_cast<int>(*count)};
}

void read_sweep_options(const Typed& typed, Arguments& arguments) {
    if (!typed.executor.empty()) {
        if (typed.executor != "local" && typed.executor != "mpi" && typed.executor != "slurm") {
            wrong_value("--executor", typed.executor, "local, mpi or slurm");
        }
        arguments.executor = typed.executor;
    }
    if (!typed.tasks.empty()) {
        arguments.tasks = positive("--tasks", typed.tasks);
    }
    if (!typed.shard.empty()) {
        if (arguments.executor != "local") {
            throw UsageError(
                "--shard: only the local executor runs a part; the others share out "
                "by themselves");
        }
        arguments.shard = shard_of(typed.shard);
        if (arguments.force) {
            throw UsageError(
                "--force: a shard joins the sweep that others run; it replaces nothing");
        }
    }
    if (arguments.force && arguments.resume) {
        throw UsageError("--force begins anew and --resume goes on: choose one of them");
    }
}

void add_sweep_options(CLI::App& app, Arguments& arguments, Typed& typed) {
    app.add_option("--until", typed.until, "Last quarter, as 2035Q2")->type_name("QUARTER");
    app.add_option(
           "--executor", typed.executor,
           "What runs the members: local, mpi (under mpirun or srun) or slurm (a job array)")
        ->type_name("NAME");
    app.add_option("--tasks", typed.tasks, "Tasks of the job array (slurm; default: 8)")
        ->type_name("NUMBER");
    app.add_option("--shard", typed.shard, "Runs part k of n; the others may run elsewhere")
        ->type_name("K/N");
    app.add_flag("--collect", arguments.collect,
                 "Makes one file of what is finished; alone it runs nothing");
    app.add_flag("--pack", arguments.pack, "Copies the values into the collected file");
    app.add_flag("--fail-fast", arguments.fail_fast, "Stops at the first member that fails");
}

void add_base_options(CLI::App& app, Typed& typed) {
    app.add_option("-s,--seed", typed.seed, "Seed of all random numbers")->type_name("NUMBER");
    app.add_option("-n,--replicates", typed.replicates, "Number of replicates")
        ->type_name("NUMBER");
    app.add_option("--scale", typed.scale, "People per agent, as 1:N")->type_name("1:N");
    app.add_option("--set", typed.set, "Sets one value of the scenario; may be repeated")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
}

void add_scenario_options(CLI::App& app, Typed& typed) {
    add_base_options(app, typed);
    app.add_option("--until", typed.until, "Last quarter, as 2035Q2")->type_name("QUARTER");
    app.add_option("--panel", typed.panel, "Share of persons followed in the panel")
        ->type_name("SHARE");
}

void add_options(CLI::App& app, const Verb& verb, Arguments& arguments, Typed& typed) {
    const auto accepts = [&](OptionGroup group) { return (verb.options & group) != 0; };
    app.add_option(std::string(verb.operand), arguments.operands, std::string(verb.operand_doc));
    if (accepts(scenario_options)) {
        add_scenario_options(app, typed);
    }
    if (accepts(base_options)) {
        add_base_options(app, typed);
    }
    if (accepts(precision_option)) {
        add_precision_option(app, typed.comparison);
    }
    if (accepts(comparison_options_group)) {
        add_comparison_options(app, typed.comparison);
    }
    if (accepts(sweep_options)) {
        add_sweep_options(app, arguments, typed);
    }
    if (accepts(stop_options)) {
        add_stop_options(app, typed.stop);
    }
    if (accepts(folder_options)) {
        app.add_option("-o,--out", arguments.out, "Folder of the results (default: under results)")
            ->type_name("FOLDER");
        app.add_flag("--force", arguments.force, "Replaces results that are there");
        app.add_flag("--resume", arguments.resume, "Goes on with the runs that are there");
    }
    if (accepts(output_options)) {
        app.add_option("-o,--out", arguments.out, "Result file (default: results/STEM.h5)")
            ->type_name("FILE");
        app.add_flag("--force", arguments.force, "Replaces an existing result file");
    }
    if (accepts(computing_options)) {
        app.add_option("-j,--threads", typed.threads, "Threads (default: all)")
            ->type_name("NUMBER");
        app.add_option("--backend", typed.backend, "tbb or serial; results are the same")
            ->type_name("NAME");
    }
    if (accepts(cache_option)) {
        app.add_option("--state-cache", arguments.state_cache,
                       "Where states at the end of spin-up are kept for later runs, or off "
                       "(default: .tandem-cache beside the result)")
            ->type_name("DIR|off");
    }
    if (accepts(preview_options)) {
        app.add_flag("--dry-run", arguments.dry_run, "Says what would be run, and runs nothing");
    }
    if (accepts(config_option)) {
        app.add_flag("--print-config", arguments.print_config, "Prints the resolved scenario");
    }
    if (accepts(model_option)) {
        app.add_option("--model", arguments.model, "Name of the model")->type_name("NAME");
    }
    if (accepts(json_option)) {
        app.add_flag("--json", arguments.json, "Prints data as JSON");
    }
    app.add_flag("-q,--quiet", arguments.quiet, "No progress and no tables; errors are shown");
    app.add_flag("-v,--verbose", arguments.verbose, "Says more");
    app.allow_extras();
}

std::string verb_help(const CLI::App& app, const Verb& verb) {
    const std::string more = verb.most_operands > 1 ? "..." : "";
    const std::string usage =
        fmt::format("Usage: tandem {} {}{} [options]", verb.name, verb.operand, more);
    std::string text = app.help();
    const std::size_t begin = text.find("Usage:");
    if (begin != std::string::npos) {
        text.replace(begin, text.find('\n', begin) - begin, usage);
    }
    return text;
}

void refuse_extras(const CLI::App& app, const Verb& verb) {
    const std::vector<std::string> extras = app.remaining();
    if (extras.empty()) {
        return;
    }
    std::vector<std::string> known;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            known.push_back("--" + name);
        }
    }
    std::string typed = extras.front();
    typed = typed.substr(0, typed.find('='));
    throw UsageError(
        with_suggestion(fmt::format("unknown option '{}' (see tandem {} --help)", typed, verb.name),
                        typed.starts_with("--") ? nearest_name(typed, known) : ""));
}

void check_operands(const Arguments& arguments, const Verb& verb) {
    const auto given = static_cast<int>(arguments.operands.size());
    if (given < verb.least_operands) {
        throw UsageError(
            fmt::format("{} needs {}: {} (see tandem {} --help)", verb.name,
                        verb.least_operands == 1 ? std::string(verb.operand) : "at least two files",
                        verb.operand_doc, verb.name));
    }
    if (given > verb.most_operands) {
        throw UsageError(fmt::format("{} takes one {}; '{}' is one too many", verb.name,
                                     verb.operand, arguments.operands.back()));
    }
}

ParsedArguments parse_verb(const Verb& verb, int argc, const char* const* argv) {
    ParsedArguments parsed;
    Arguments& arguments = parsed.arguments;
    arguments.verb = &verb;
    Typed typed;
    CLI::App app(std::string(verb.doc), fmt::format("tandem {}", verb.name));
    add_options(app, verb, arguments, typed);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        parsed.text = verb_help(app, verb);
        return parsed;
    } catch (const CLI::ParseError& error) {
        throw UsageError(fmt::format("{} (see tandem {} --help)", error.what(), verb.name));
    }
    refuse_extras(app, verb);
    check_operands(arguments, verb);
    read_overrides(typed, arguments.overrides);
    arguments.comparison = comparison_options(typed.comparison);
    read_stop_options(typed.stop, arguments);
    if ((verb.options & sweep_options) != 0) {
        read_sweep_options(typed, arguments);
    }
    // What this machine has says nothing about those that a cluster gives.
    const bool is_elsewhere = arguments.executor != "local" && typed.threads.empty();
    arguments.threads = is_elsewhere ? 1
                        : typed.threads.empty()
                            ? std::max(1, static_cast<int>(std::thread::hardware_concurrency()))
                            : positive("--threads", typed.threads);
    if (!typed.backend.empty()) {
        arguments.backend = backend_of(typed.backend);
    }
    return parsed;
}

std::string general_help() {
    std::string text = "Usage: tandem VERB FILE... [options]\n\nVerbs:\n";
    for (const Verb& verb : verbs()) {
        text += fmt::format("  {:<11} {}\n", verb.name, verb.doc);
    }
    text +=
        "\nOptions mean the same everywhere; `tandem VERB --help` lists those of a verb.\n"
        "Exit codes: 0 done, 1 run failed, 2 usage, 3 invalid input file, 4 I/O,\n"
        "            5 stopped and can be resumed, 6 a check failed.\n";
    return text;
}

}  // namespace

ParsedArguments parse_arguments(int argc, const char* const* argv) {
    if (argc < 2) {
        throw UsageError(fmt::format("a verb is missing (expected one of {}; see tandem --help)",
                                     listed(verb_names(), 20)));
    }
    const std::string first = argv[1];
    if (first == "-h" || first == "--help" || first == "help") {
        return {{}, general_help()};
    }
    if (first == "--version") {
        return {{}, fmt::format("tandem {}\n", program_version())};
    }
    for (const Verb& verb : verbs()) {
        if (verb.name == first) {
            return parse_verb(verb, argc - 1, argv + 1);
        }
    }
    unknown_verb(first);
}

}  // namespace sim
