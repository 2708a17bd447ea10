// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/resolved.hpp"

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/scenario_keys.hpp"
#include "sim/scenario/yaml_tree.hpp"

namespace sim {

namespace {

std::string value_text(const ParamValue& value) {
    const auto* name = std::get_if<std::string>(&value);
    return name != nullptr ? yaml_scalar(*name) : param_text(value);
}

std::string list_text(const std::vector<std::string>& names) {
    std::string text = "[";
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += (i == 0 ? "" : ", ") + yaml_scalar(names[i]);
    }
    return text + ']';
}

// YAML 1.1 readers take 1:50 for a number in base 60.
std::string scale_text(std::int64_t scale) {
    constexpr std::int64_t base = 60;
    return scale < base ? fmt::format("\"1:{}\"", scale) : fmt::format("1:{}", scale);
}

std::string interval_text(int quarters) {
    return quarters % 4 == 0 ? fmt::format("{}y", quarters / 4) : fmt::format("{}q", quarters);
}

std::string parameters_text(const Scenario& scenario, const Model& model) {
    std::string parameters;
    std::string structures;
    for (const ParamBlock* block : model.params().blocks()) {
        for (const ParamBase* param : block->params()) {
            const std::string name = full_name(*block, *param);
            const std::string value = value_text(scenario.parameters.at(name));
            if (block->prefix() == structures_prefix) {
                structures += fmt::format("  {}: {}\n", param->name(), value);
            } else {
                parameters += fmt::format("  {}: {}\n", name, value);
            }
        }
    }
    std::string text;
    if (!parameters.empty()) {
        text += "parameters:\n" + parameters;
    }
    if (!structures.empty()) {
        text += "structures:\n" + structures;
    }
    return text;
}

std::string where_text(const PolicyEntry& policy) {
    std::string parts;
    for (const auto& [dimension, labels] : policy.where) {
        parts += fmt::format("{}{}: {}", parts.empty() ? "" : ", ", dimension, list_text(labels));
    }
    std::string measures;
    for (const auto& [measure, threshold] : policy.below) {
        measures +=
            fmt::format("{}{}: {}", measures.empty() ? "" : ", ", measure, shortest(threshold));
    }
    if (!measures.empty()) {
        parts += fmt::format("{}below: {{{}}}", parts.empty() ? "" : ", ", measures);
    }
    return parts.empty() ? "" : fmt::format("    where: {{{}}}\n", parts);
}

std::string budget_text(const Budget& budget) {
    return fmt::format("{{payer: {}, amount: {}}}", yaml_scalar(budget.payer),
                       shortest(budget.amount));
}

std::string policy_text(const PolicyEntry& policy, const Model& model) {
    std::string text = fmt::format("  - instrument: {}\n", yaml_scalar(policy.instrument));
    text += fmt::format("    label: {}\n", yaml_scalar(policy.label));
    if (!policy.pilot.empty()) {
        text += fmt::format("    pilot: {}\n", yaml_scalar(policy.pilot));
    }
    text += where_text(policy);
    text += fmt::format("    start: {}\n    end: {}\n", policy.start.text(), policy.end.text());
    text += fmt::format("    phase_in_years: {}\n", shortest(policy.phase_in_years));
    text += fmt::format("    strength: {}\n", shortest(policy.strength));
    if (policy.budget) {
        text += fmt::format("    budget: {}\n", budget_text(*policy.budget));
    }
    const auto* kind = model.instruments().find(policy.instrument);
    SIM_EXPECT(kind != nullptr);
    const std::unique_ptr<Instrument> instrument = kind->make();
    for (const ParamBase* param : instrument->params()) {
        const std::string name(param->name());
        text += fmt::format("    {}: {}\n", name, value_text(policy.parameters.at(name)));
    }
    return text;
}

std::string output_text(const OutputOptions& output, ResolvedFor use) {
    std::string text = "output:\n";
    text += fmt::format("  panel: {}\n  spin_up: {}\n  ledger: {}\n", shortest(output.panel),
                        output.spin_up, output.ledger);
    if (output.checkpoint_quarters > 0 && use == ResolvedFor::people) {
        text += fmt::format("  checkpoint_every: {}\n", interval_text(output.checkpoint_quarters));
    }
    if (!output.only.empty()) {
        text += fmt::format("  only: {}\n", list_text(output.only));
    }
    return text;
}

}  // namespace

std::string resolved_text(const Scenario& scenario, const Model& model, ResolvedFor use) {
    std::string text = fmt::format("model: {}\n", yaml_scalar(scenario.model));
    if (!scenario.title.empty() && use == ResolvedFor::people) {
        text += fmt::format("title: {}\n", yaml_scalar(scenario.title));
    }
    if (!scenario.data.empty() && use == ResolvedFor::people) {
        text += fmt::format("data: {}\n", yaml_scalar(scenario.data));
    }
    text += fmt::format("seed: {}\n", scenario.seed);
    text += fmt::format("time: {{start: {}, end: {}, spin_up_years: {}}}\n", scenario.start.text(),
                        scenario.end.text(), scenario.spin_up_years);
    text +=
        fmt::format("scale: {}\nreplicates: {}\n", scale_text(scenario.scale), scenario.replicates);
    text += parameters_text(scenario, model);
    if (!scenario.policies.empty()) {
        text += "policies:\n";
        for (const PolicyEntry& policy : scenario.policies) {
            text += policy_text(policy, model);
        }
    }
    if (!scenario.budgets.empty()) {
        text += "budget:\n";
        for (const Budget& budget : scenario.budgets) {
            text += fmt::format("  - {}\n", budget_text(budget));
        }
    }
    return text + output_text(scenario.output, use);
}

}  // namespace sim
