// SPDX-License-Identifier: Apache-2.0
// tandem validate FILE.yaml…: every error of every file; the worst of the files gives the exit
// code.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/calibrate/read_calibration.hpp"
#include "sim/cli/report.hpp"
#include "sim/cli/verbs.hpp"
#include "sim/sweep/experiment/plan.hpp"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

Json problem_json(const Problem& problem) {
    return {{"file", problem.place.file},     {"line", problem.place.line},
            {"column", problem.place.column}, {"what", problem.what},
            {"expected", problem.expected},   {"nearest", problem.nearest}};
}

void check(const std::string& file, const Arguments& arguments, const Session& session,
           Json& entry) {
    if (is_calibration(file)) {
        const LoadedCalibration loaded =
            load_calibration(file, session.models, arguments.overrides, session.shipped_data);
        entry["calibration_hash"] = loaded.file_hash;
        entry["data_hash"] = loaded.base.data_hash;
        return;
    }
    if (is_experiment(file)) {
        const LoadedExperiment loaded =
            load_experiment(file, session.models, arguments.overrides, session.shipped_data);
        const SweepPlan plan(loaded);
        entry["points"] = plan.points().size();
        entry["members"] = plan.members().size();
        return;
    }
    const LoadedScenario loaded =
        load_scenario(file, session.models, arguments.overrides, session.shipped_data);
    entry["scenario_hash"] = loaded.scenario_hash;
    entry["data_hash"] = loaded.data_hash;
}

}  // namespace

ExitCode validate_verb(const Arguments& arguments, const Session& session) {
    Json report = Json::array();
    ExitCode code = ExitCode::done;
    for (const std::string& file : arguments.operands) {
        Json entry = {{"file", file}, {"valid", true}, {"problems", Json::array()}};
        try {
            check(file, arguments, session, entry);
            if (!arguments.json) {
                session.console.table(fmt::format("{}: valid\n", file));
            }
        } catch (const UserError& error) {
            entry["valid"] = false;
            for (const Problem& problem : error.problems()) {
                entry["problems"].push_back(problem_json(problem));
            }
            report_problems(error, session.console);
            code = ExitCode::invalid_input;
        } catch (const IoError& error) {
            entry["valid"] = false;
            entry["problems"].push_back(problem_json({{file, 0, 0}, error.what(), {}, {}}));
            session.console.error(error.what());
            code = code == ExitCode::done ? ExitCode::io : code;
        }
        report.push_back(std::move(entry));
    }
    if (arguments.json) {
        session.console.data(report.dump(2, ' ', false, Json::error_handler_t::replace) + '\n');
    }
    return code;
}

}  // namespace sim
