// SPDX-License-Identifier: Apache-2.0
// Everything of a result file that is known before the run, made from checked scenarios. The
// resolved scenarios of a comparison are kept as one text of YAML documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/scenario/load.hpp"

namespace sim {

// `scenarios` and `labels` side by side, the base first; they must agree in model, data, time,
// scale, seed, replicates and outputs. Parameters are the base's: those of its model and, as
// policies.LABEL.NAME, those of its policies.
ResultHeader result_header(std::string command, const std::vector<const LoadedScenario*>& scenarios,
                           const std::vector<std::string>& labels);

// The declaration of a parameter together with a value of it.
ParameterRow parameter_row(std::string name, const ParamBase& param, const ParamValue& value);

// The variables that a scenario's outputs write.
std::vector<RecordedVariable> variables_of(const LoadedScenario& loaded);

// The texts of the scenarios inside a result file, in the order of its labels.
std::vector<std::string> scenario_texts(std::string_view documents);

}  // namespace sim
