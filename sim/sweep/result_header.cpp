// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/result_header.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/checkpoint/build_identity.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"
#include "sim/output/recorder.hpp"
#include "sim/sweep/comparison/people_shares.hpp"

namespace sim {

namespace {

constexpr std::string_view document_separator = "---\n";

std::string range_text(const ParamBase& param) {
    if (param.kind() == ParamKind::choice) {
        return fmt::format("{}", fmt::join(param.choices(), " | "));
    }
    if (param.kind() == ParamKind::flag) {
        return "true | false";
    }
    const Range range = param.spec().range;
    if (std::isinf(range.low) && std::isinf(range.high)) {
        return "any";
    }
    if (std::isinf(range.high)) {
        return "at least " + shortest(range.low);
    }
    if (std::isinf(range.low)) {
        return "at most " + shortest(range.high);
    }
    return shortest(range.low) + " to " + shortest(range.high);
}

std::string source_text(const Source& source) {
    if (source.key.empty()) {
        return std::string(source.note);
    }
    return source.note.empty() ? std::string(source.key)
                               : fmt::format("{}: {}", source.key, source.note);
}

std::vector<Quarter> quarters_between(Quarter first, Quarter last) {
    std::vector<Quarter> quarters;
    for (Quarter q = first; q <= last; q = q + 1) {
        quarters.push_back(q);
    }
    return quarters;
}

void append_policies(const LoadedScenario& loaded, std::vector<ParameterRow>& rows) {
    for (const PolicyEntry& policy : loaded.scenario.policies) {
        const auto* kind = loaded.model->instruments().find(policy.instrument);
        SIM_EXPECT(kind != nullptr);
        const std::unique_ptr<Instrument> instrument = kind->make();
        for (const ParamBase* param : instrument->params()) {
            const auto set = policy.parameters.find(std::string(param->name()));
            rows.push_back(parameter_row(
                fmt::format("policies.{}.{}", policy.label, param->name()), *param,
                set == policy.parameters.end() ? param->default_value() : set->second));
        }
    }
}

std::vector<ParameterRow> parameters_of(const LoadedScenario& loaded) {
    std::vector<ParameterRow> rows;
    for (const ParamBlock* block : loaded.model->params().blocks()) {
        for (const ParamBase* param : block->params()) {
            const std::string name = full_name(*block, *param);
            const auto set = loaded.scenario.parameters.find(name);
            rows.push_back(parameter_row(
                name, *param,
                set == loaded.scenario.parameters.end() ? param->default_value() : set->second));
        }
    }
    append_policies(loaded, rows);
    return rows;
}

}  // namespace

ParameterRow parameter_row(std::string name, const ParamBase& param, const ParamValue& value) {
    const ParamSpec& spec = param.spec();
    return {std::move(name),      param_text(value), std::string(spec.unit.symbol),
            range_text(param),    spec.source.mark,  source_text(spec.source),
            std::string(spec.doc)};
}

std::vector<RecordedVariable> variables_of(const LoadedScenario& loaded) {
    const std::vector<std::string>& only = loaded.scenario.output.only;
    std::vector<std::unique_ptr<Output>> outputs;
    for (const auto& entry : loaded.model->outputs().entries()) {
        if (only.empty() || std::find(only.begin(), only.end(), entry.name) != only.end()) {
            outputs.push_back(entry.make());
        }
    }
    return recorded_variables(outputs);
}

ResultHeader result_header(std::string command, const std::vector<const LoadedScenario*>& scenarios,
                           const std::vector<std::string>& labels) {
    SIM_EXPECT(!scenarios.empty() && scenarios.size() == labels.size());
    const LoadedScenario& base = *scenarios.front();
    const Scenario& scenario = base.scenario;
    ResultHeader header;
    for (const LoadedScenario* loaded : scenarios) {
        if (!header.scenario_text.empty()) {
            header.scenario_text += document_separator;
            header.scenario_hash += ' ';
        }
        header.scenario_text += loaded->resolved;
        if (!header.scenario_text.ends_with('\n')) {
            header.scenario_text += '\n';
        }
        header.scenario_hash += loaded->scenario_hash;
    }
    header.data_hash = base.data_hash;
    header.seed = scenario.seed;
    header.scale = scenario.scale;
    header.build = build_identity();
    header.command = std::move(command);
    header.scenarios = labels;
    header.replicates = scenario.replicates;
    header.times = quarters_between(
        scenario.output.spin_up ? scenario.first_quarter() : scenario.start, scenario.end);
    header.hash_times = quarters_between(scenario.first_quarter(), scenario.end);
    header.dimensions = base.model->dimensions();
    header.variables = variables_of(base);
    if (scenario.output.ledger) {
        header.accounts = base.model->ledger_labels().accounts;
    }
    header.parameters = parameters_of(base);
    if (scenarios.size() > 1) {
        header.people = people_axes(base.model->people());
    }
    return header;
}

std::vector<std::string> scenario_texts(std::string_view documents) {
    std::vector<std::string> texts(1);
    std::size_t at = 0;
    while (at < documents.size()) {
        const std::size_t newline = documents.find('\n', at);
        const std::size_t end = newline == std::string_view::npos ? documents.size() : newline + 1;
        const std::string_view line = documents.substr(at, end - at);
        if (line == document_separator) {
            texts.emplace_back();
        } else {
            texts.back() += line;
        }
        at = end;
    }
    return texts;
}

}  // namespace sim
