// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/pilot_plan.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/scenario/resolved.hpp"

namespace sim {

namespace {

InstrumentSpec spec_of(const PolicyEntry& entry, const Model& model) {
    const auto* kind = model.instruments().find(entry.instrument);
    SIM_EXPECT(kind != nullptr);
    return kind->make()->spec();
}

// The scenario that is the same but for its title.
std::optional<std::size_t> position_of(Scenario wanted,
                                       const std::vector<const LoadedScenario*>& scenarios) {
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
        wanted.title = scenarios[s]->scenario.title;
        if (scenarios[s]->scenario == wanted) {
            return s;
        }
    }
    return std::nullopt;
}

std::vector<const LoadedScenario*> pointers_to(const std::vector<LoadedScenario>& scenarios) {
    std::vector<const LoadedScenario*> list;
    for (const LoadedScenario& loaded : scenarios) {
        list.push_back(&loaded);
    }
    return list;
}

std::string free_label(const std::string& wanted, const std::vector<std::string>& labels) {
    std::string label = wanted;
    for (int number = 2; std::find(labels.begin(), labels.end(), label) != labels.end(); ++number) {
        label = wanted + '_' + std::to_string(number);
    }
    return label;
}

}  // namespace

std::vector<const PolicyEntry*> acting_pilots(const Scenario& scenario, const Model& model) {
    std::vector<const PolicyEntry*> pilots;
    for (const PolicyEntry& entry : scenario.policies) {
        if (entry.strength != 0.0 && spec_of(entry, model).is_pilot) {
            pilots.push_back(&entry);
        }
    }
    return pilots;
}

Scenario rolled_out(const Scenario& scenario, const Model& model) {
    Scenario everywhere = scenario;
    everywhere.title = "The measures of a pilot everywhere";
    everywhere.policies.clear();
    const std::vector<const PolicyEntry*> pilots = acting_pilots(scenario, model);
    for (const PolicyEntry& entry : scenario.policies) {
        if (spec_of(entry, model).is_pilot) {
            continue;
        }
        PolicyEntry measure = entry;
        if (!entry.pilot.empty()) {
            const auto pilot = std::find_if(
                pilots.begin(), pilots.end(),
                [&](const PolicyEntry* candidate) { return candidate->label == entry.pilot; });
            if (pilot == pilots.end()) {
                continue;
            }
            measure.pilot.clear();
            measure.start = std::max(entry.start, (*pilot)->start);
            if (measure.start > measure.end) {
                continue;
            }
        }
        everywhere.policies.push_back(std::move(measure));
    }
    return everywhere;
}

void add_roll_outs(std::vector<LoadedScenario>& scenarios, std::vector<std::string>& labels,
                   const ModelCatalogue& models, const std::string& shipped_data) {
    const std::size_t given = scenarios.size();
    for (std::size_t s = 1; s < given; ++s) {
        const LoadedScenario& pilot = scenarios[s];
        if (acting_pilots(pilot.scenario, *pilot.model).size() != 1) {
            continue;
        }
        const Scenario everywhere = rolled_out(pilot.scenario, *pilot.model);
        if (position_of(everywhere, pointers_to(scenarios))) {
            continue;
        }
        const std::string label = free_label(labels[s] + "_rolled_out", labels);
        LoadedScenario loaded =
            load_scenario_text(resolved_text(everywhere, *pilot.model, ResolvedFor::people), label,
                               models, {}, shipped_data);
        SIM_ENSURE(loaded.scenario == everywhere);
        scenarios.push_back(std::move(loaded));
        labels.push_back(label);
    }
}

std::vector<PilotPlan> pilot_plans(const std::vector<const LoadedScenario*>& scenarios) {
    std::vector<PilotPlan> plans;
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
        const LoadedScenario& loaded = *scenarios[s];
        const auto pilots = acting_pilots(loaded.scenario, *loaded.model);
        if (pilots.size() != 1) {
            continue;
        }
        const PolicyEntry& pilot = *pilots.front();
        PilotPlan plan{s,
                       pilot.label,
                       std::string(spec_of(pilot, *loaded.model).treated_in),
                       pilot.start,
                       std::min(pilot.end, loaded.scenario.end),
                       {},
                       {}};
        if (s > 0) {
            plan.base = 0;
            plan.roll_out = position_of(rolled_out(loaded.scenario, *loaded.model), scenarios);
        }
        plans.push_back(std::move(plan));
    }
    return plans;
}

}  // namespace sim
