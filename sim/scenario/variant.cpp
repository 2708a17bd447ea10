// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/variant.hpp"

#include <algorithm>

#include "sim/model/run.hpp"
#include "sim/scenario/data_files.hpp"
#include "sim/scenario/resolved.hpp"

namespace sim {

namespace {

const PolicyEntry* acting(const Scenario& scenario, const std::string& label) {
    for (const PolicyEntry& entry : scenario.policies) {
        if (entry.label == label) {
            return entry.strength != 0.0 ? &entry : nullptr;
        }
    }
    return nullptr;
}

}  // namespace

LoadedScenario variant_of(const LoadedScenario& loaded, std::vector<PolicyEntry> policies) {
    LoadedScenario variant;
    variant.scenario = loaded.scenario;
    variant.scenario.policies = std::move(policies);
    variant.data_hash = loaded.data_hash;
    variant.file = loaded.file;
    variant.data_files = loaded.data_files;
    variant.data_texts = loaded.data_texts;
    return variant;
}

LoadedScenario whole_variant_of(const LoadedScenario& loaded, std::vector<PolicyEntry> policies,
                                const ModelCatalogue& models) {
    LoadedScenario variant = variant_of(loaded, std::move(policies));
    variant.model = make_model(variant, models);
    assign_parameters(*variant.model, variant.scenario);
    variant.resolved = resolved_text(variant.scenario, *variant.model, ResolvedFor::people);
    variant.scenario_hash =
        text_hash(resolved_text(variant.scenario, *variant.model, ResolvedFor::hash));
    return variant;
}

std::vector<std::string> policies_beyond(const Scenario& base, const Scenario& alternative) {
    std::vector<std::string> labels;
    const auto consider = [&](const std::string& label) {
        const PolicyEntry* here = acting(alternative, label);
        const PolicyEntry* there = acting(base, label);
        const bool is_same =
            here == nullptr ? there == nullptr : there != nullptr && *here == *there;
        if (!is_same && std::find(labels.begin(), labels.end(), label) == labels.end()) {
            labels.push_back(label);
        }
    };
    for (const PolicyEntry& entry : alternative.policies) {
        consider(entry.label);
    }
    for (const PolicyEntry& entry : base.policies) {
        consider(entry.label);
    }
    return labels;
}

std::vector<std::string> differences_besides_policies(const Scenario& base,
                                                      const Scenario& alternative) {
    std::vector<std::string> names;
    for (const auto& [name, value] : alternative.parameters) {
        const auto other = base.parameters.find(name);
        if (other == base.parameters.end() || other->second != value) {
            names.push_back("parameters." + name);
        }
    }
    return names;
}

}  // namespace sim
