// SPDX-License-Identifier: Apache-2.0
// tandem schema KIND
#include <fmt/format.h>

#include "sim/calibrate/calibration_schema.hpp"
#include "sim/cli/verbs.hpp"
#include "sim/core/error.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/json_schema.hpp"
#include "sim/sweep/experiment/experiment_schema.hpp"

namespace sim {

ExitCode schema_verb(const Arguments& arguments, const Session& session) {
    const std::string& kind = arguments.operands.front();
    if (kind == "scenario") {
        session.console.data(scenario_schema(session.models, session.shipped_data));
    } else if (kind == "experiment") {
        session.console.data(experiment_schema(session.models));
    } else if (kind == "calibration") {
        session.console.data(calibration_schema(session.models));
    } else {
        throw UsageError(
            fmt::format("no schema of '{}' (expected scenario, experiment or calibration)", kind));
    }
    return ExitCode::done;
}

}  // namespace sim
