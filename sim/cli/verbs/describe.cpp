// SPDX-License-Identifier: Apache-2.0
// tandem describe WHAT [--model NAME]
#include <algorithm>

#include <fmt/format.h>

#include "sim/cli/show/description_json.hpp"
#include "sim/cli/show/odd_document.hpp"
#include "sim/cli/show/parameter_text.hpp"
#include "sim/cli/show/text_table.hpp"
#include "sim/cli/verbs.hpp"
#include "sim/core/error.hpp"
#include "sim/core/text.hpp"

namespace sim {

namespace {

std::string text_of(const std::vector<TableDescription>& tables) {
    std::string text;
    for (const TableDescription& table : tables) {
        text += fmt::format("{}{}: {} ({} bytes per row)\n", text.empty() ? "" : "\n", table.name,
                            table.doc, table.bytes_per_row);
        TextTable columns({{"  column"}, {"type"}, {"unit"}, {"bytes", Align::right}, {"meaning"}});
        for (const ColumnDescription& column : table.columns) {
            columns.add({"  " + column.name, column.type, column.unit, std::to_string(column.bytes),
                         column.doc});
        }
        text += columns.text();
    }
    return text;
}

std::string text_of(const std::vector<StepDescription>& schedule) {
    std::string text;
    std::size_t number = 0;
    for (const StepDescription& step : schedule) {
        ++number;
        if (!step.slot.empty()) {
            text += fmt::format("{:>3}  slot {}: {}\n", number, step.slot, step.slot_doc);
            for (const std::string& instrument : step.instruments) {
                text += fmt::format("       - {}\n", instrument);
            }
        }
        for (std::size_t p = 0; p < step.phases.size(); ++p) {
            const PhaseDescription& phase = step.phases[p];
            text += fmt::format("{:>3}  {} ({}{}): {}\n", p == 0 ? std::to_string(number) : "",
                                phase.name, phase.quarters,
                                step.phases.size() > 1 ? ", together" : "", phase.doc);
        }
    }
    return text;
}

std::string text_of(const std::vector<BlockDescription>& parameters) {
    std::string text;
    for (const BlockDescription& block : parameters) {
        text += fmt::format("{}{}: {}\n", text.empty() ? "" : "\n", block.prefix, block.doc);
        for (const ParameterRow& row : block.parameters) {
            text += parameter_text(row);
        }
    }
    return text;
}

std::string text_of(const std::vector<PolicyDescription>& policies) {
    std::string text;
    for (const PolicyDescription& policy : policies) {
        text += (text.empty() ? "" : "\n") + policy_text(policy);
    }
    return text;
}

std::string text_of(const std::vector<OutputDescription>& outputs) {
    TextTable table({{"output"}, {"unit"}, {"dimensions"}, {"meaning"}});
    for (const OutputDescription& output : outputs) {
        table.add({output.name, output.unit, dims_text(output.dims), output.doc});
    }
    return table.text();
}

std::string text_of(const std::vector<ModelDescription>& models) {
    TextTable table({{"model"}, {"meaning"}});
    for (const ModelDescription& model : models) {
        table.add({model.name, model.doc});
    }
    std::string text = table.text();
    for (const ModelDescription& model : models) {
        for (const FeedbackDescription& feedback : model.comparison.feedbacks) {
            text += fmt::format("\n{}: compare --freeze {}\n  {}\n", model.name, feedback.name,
                                feedback.doc);
        }
    }
    return text;
}

template <class Part>
std::string written(const Part& part, const Arguments& arguments) {
    return arguments.json ? json_of(part) : text_of(part);
}

std::string all_models(const Arguments& arguments, const ModelCatalogue& models) {
    std::vector<ModelDescription> list;
    for (const std::string& name : models.names()) {
        const std::unique_ptr<Model> model = models.make(name);
        list.push_back({name,
                        std::string(model->doc()),
                        std::string(model->default_data()),
                        {},
                        {},
                        {},
                        {},
                        {},
                        comparison_of(*model),
                        {},
                        {}});
    }
    return written(list, arguments);
}

std::string part_named(const std::string& what, const ModelDescription& model,
                       const Arguments& arguments) {
    if (what == "agents") {
        return written(model.tables, arguments);
    }
    if (what == "schedule") {
        return written(model.schedule, arguments);
    }
    if (what == "parameters") {
        return written(model.parameters, arguments);
    }
    if (what == "policies") {
        return written(model.policies, arguments);
    }
    if (what == "odd") {
        return arguments.json ? odd_json(model) : odd_text(model);
    }
    return written(model.outputs, arguments);
}

}  // namespace

ExitCode describe_verb(const Arguments& arguments, const Session& session) {
    const std::vector<std::string> known{"models",   "agents",  "schedule", "parameters",
                                         "policies", "outputs", "odd"};
    const std::string& what = arguments.operands.front();
    if (std::find(known.begin(), known.end(), what) == known.end()) {
        const std::string nearest = nearest_name(what, known);
        throw UsageError(fmt::format("cannot describe '{}' (known: {}){}", what, listed(known),
                                     nearest.empty() ? "" : ". Did you mean '" + nearest + "'?"));
    }
    if (what == "models") {
        session.console.data(all_models(arguments, session.models));
        return ExitCode::done;
    }
    const std::unique_ptr<Model> model = model_named(arguments.model, session.models);
    ModelDescription description = description_of(*model);
    tell_frozen_values(description, session.shipped_data);
    session.console.data(part_named(what, description, arguments));
    return ExitCode::done;
}

}  // namespace sim
