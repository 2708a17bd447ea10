// SPDX-License-Identifier: Apache-2.0
// tandem calibrate CALIBRATION.yaml: fits parameters to recorded numbers and leaves a folder with
// the values, the set that is not ruled out, and a verdict per parameter and per target.
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "sim/calibrate/point_simulator.hpp"
#include "sim/calibrate/write_calibration.hpp"
#include "sim/cli/output_path.hpp"
#include "sim/cli/show/calibration_tables.hpp"
#include "sim/cli/show/progress.hpp"
#include "sim/cli/show/text_table.hpp"
#include "sim/cli/stop_signals.hpp"
#include "sim/cli/verbs.hpp"

namespace sim {

namespace {

namespace fs = std::filesystem;

std::string in_folder(const std::string& folder, const char* name) {
    return (fs::path(folder) / name).string();
}

std::string default_calibration_folder(const std::string& file) {
    return (fs::path("results") / (stem_of(file) + "_calibration")).string();
}

// Refuses what is there, each file by itself: the folder may hold other things.
void check_folder(const std::string& folder, const Arguments& arguments) {
    const Replace results = arguments.force ? Replace::allowed : Replace::never;
    for (const char* name : {parameters_file, calibration_file, plausible_file}) {
        check_output(in_folder(folder, name), results);
    }
    const bool may_replace_runs = arguments.force || arguments.resume;
    check_output(in_folder(folder, runs_file),
                 may_replace_runs ? Replace::allowed : Replace::never);
}

// Under a temporary name first, so that no half of a file is ever there.
void write_file(const std::string& path, const std::string& text) {
    const std::string temporary = path + ".partial";
    std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    std::error_code error;
    if (file) {
        fs::rename(temporary, path, error);
    }
    if (!file || error) {
        throw IoError(path + ": cannot be written");
    }
}

std::vector<std::string> parameter_names(const Calibration& calibration) {
    std::vector<std::string> names;
    for (const FittedParameter& parameter : calibration.parameters) {
        names.push_back(parameter.name);
    }
    return names;
}

std::vector<std::string> target_names(const Calibration& calibration) {
    std::vector<std::string> names;
    for (const Target& target : calibration.targets) {
        names.push_back(target.name);
    }
    return names;
}

std::string calibration_preview(const LoadedCalibration& loaded, const std::string& folder) {
    const Calibration& calibration = loaded.calibration;
    return fmt::format(
        "{}: {} parameters to {} targets, at most {} runs of {} quarters at scale 1:{}\n"
        "into {}: {}, {}, {}, {}\n",
        loaded.file, calibration.parameters.size(), calibration.targets.size(), calibration.budget,
        loaded.base.scenario.quarters(), loaded.base.scenario.scale, folder, parameters_file,
        calibration_file, plausible_file, runs_file);
}

FitResult search(const LoadedCalibration& loaded, const Arguments& arguments,
                 const Session& session, const StopSignals& signals, RunLog& log) {
    const auto quarters = static_cast<std::size_t>(loaded.base.scenario.quarters());
    const auto budget = static_cast<std::size_t>(loaded.calibration.budget);
    const std::size_t open = budget > log.size() ? budget - log.size() : 1;
    Progress progress(session.console, open * quarters, open);
    const LocalOptions options{arguments.threads, arguments.backend, &signals.flag(),
                               [&] { progress.quarter_done(); }};
    const PointSimulator simulate(loaded, session.models, options, log,
                                  [&] { progress.replicate_done(); });
    const auto executor = make_executor(arguments.backend, arguments.threads);
    FitRequest request{&loaded.calibration,
                       {},
                       loaded.base.scenario.seed,
                       executor.get(),
                       [&](const std::string& text) { session.console.detail(text); }};
    for (const FittedParameter& parameter : loaded.calibration.parameters) {
        request.start.push_back(
            std::get<double>(loaded.base.scenario.parameters.at(parameter.name)));
    }
    return fit(request, simulate);
}

}  // namespace

ExitCode calibrate_verb(const Arguments& arguments, const Session& session) {
    const std::string& file = arguments.operands.front();
    const LoadedCalibration loaded =
        load_calibration(file, session.models, arguments.overrides, session.shipped_data);
    const std::string folder =
        arguments.out.empty() ? default_calibration_folder(file) : arguments.out;
    check_folder(folder, arguments);
    if (arguments.dry_run) {
        session.console.data(calibration_preview(loaded, folder));
        return ExitCode::done;
    }
    make_output_folder(in_folder(folder, runs_file));
    RunLog log(in_folder(folder, runs_file), run_identity(loaded),
               parameter_names(loaded.calibration), target_names(loaded.calibration),
               arguments.resume ? RunLog::Opening::resumed : RunLog::Opening::fresh);
    const StopSignals signals;  // until the files are written: a signal must not cut them off
    FitResult result;
    try {
        result = search(loaded, arguments, session, signals, log);
    } catch (const CalibrationStopped&) {
        session.console.error(
            fmt::format("stopped after {} of {} runs; go on with: tandem calibrate {} -o {} "
                        "--resume",
                        log.size(), loaded.calibration.budget, file, folder));
        return ExitCode::stopped;
    }
    write_file(in_folder(folder, parameters_file), parameters_yaml(loaded, result));
    write_file(in_folder(folder, plausible_file), plausible_csv(loaded, result));
    const std::string json = calibration_json(loaded, result);
    write_file(in_folder(folder, calibration_file), json);
    if (arguments.json) {
        session.console.data(json);
    } else {
        session.console.table(calibration_tables(loaded.calibration, result));
    }
    session.console.note(fmt::format("wrote {}", folder));
    return ExitCode::done;
}

}  // namespace sim
