// SPDX-License-Identifier: Apache-2.0
// PILOTS OF A JOB: which scenarios have one, when it is judged, and with which other scenarios: the
// base of the comparison, and the roll-out of the same measures, which a comparison runs beside the
// pilot. A scenario with several pilots is not judged: its treated places cannot be told apart.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/load.hpp"

namespace sim {

struct PilotPlan {
    std::size_t scenario = 0;  // position in the job
    std::string label{};       // of the pilot among the policies
    std::string treated_in{};  // the outcome that marks where it runs
    Quarter start{};
    Quarter end{};  // its last quarter within the run
    std::optional<std::size_t> base{};
    std::optional<std::size_t> roll_out{};
};

// The acting pilots of a scenario.
std::vector<const PolicyEntry*> acting_pilots(const Scenario& scenario, const Model& model);

// The same scenario with its measures everywhere: those that belong to a pilot act wherever they
// may, from the pilot's start on (or their own, if later) to their own end, and no effort bonus is
// left; those of a pilot that does not act are gone, as they are without effect.
Scenario rolled_out(const Scenario& scenario, const Model& model);

// Appends to a comparison the roll-out of each alternative that has one pilot, unless one of the
// scenarios is that already, and names it NAME_rolled_out.
void add_roll_outs(std::vector<LoadedScenario>& scenarios, std::vector<std::string>& labels,
                   const ModelCatalogue& models, const std::string& shipped_data);

std::vector<PilotPlan> pilot_plans(const std::vector<const LoadedScenario*>& scenarios);

}  // namespace sim
