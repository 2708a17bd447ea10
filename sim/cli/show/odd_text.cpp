// SPDX-License-Identifier: Apache-2.0
// The ODD document as Markdown, element by element.
#include <algorithm>

#include <fmt/format.h>

#include "sim/cli/show/odd_document.hpp"
#include "sim/cli/show/parameter_text.hpp"

namespace sim {

namespace {

// A cell of a Markdown table.
std::string cell(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if (letter == '|' || letter == '*' || letter == '<') {
            result += '\\';
        }
        result += letter == '\n' ? ' ' : letter;
    }
    return result;
}

std::string row(const std::vector<std::string>& cells) {
    std::string text = "|";
    for (const std::string& one : cells) {
        text += fmt::format(" {} |", one);
    }
    return text + '\n';
}

std::string heads(const std::vector<std::string>& names) {
    return row(names) + row(std::vector<std::string>(names.size(), "---"));
}

std::string code(std::string_view name) {
    return fmt::format("`{}`", name);
}

std::string unit_cell(const std::string& unit) {
    return unit == "1" ? "" : cell(unit);
}

std::string paragraph(std::string_view text) {
    return text.empty() ? "" : fmt::format("{}\n\n", text);
}

std::string parameter_table(const std::vector<ParameterRow>& parameters) {
    std::string text =
        heads({"parameter", "default", "unit", "range", "mark", "meaning", "source"});
    for (const ParameterRow& one : parameters) {
        text += row({code(one.name), cell(one.value), unit_cell(one.unit), cell(one.range),
                     std::string(1, one.mark), cell(one.doc), cell(one.source)});
    }
    return text + '\n';
}

std::string purpose(const ModelDescription& model) {
    std::string text = "## 1 Purpose and patterns\n\n" + paragraph(model.doc);
    text += paragraph(model.odd.purpose);
    if (!model.odd.patterns.empty()) {
        text += "Patterns by which the model is judged:\n\n";
        for (const std::string_view pattern : model.odd.patterns) {
            text += fmt::format("- {}\n", pattern);
        }
        text += '\n';
    }
    return text;
}

std::string entities(const ModelDescription& model) {
    std::string text =
        "## 2 Entities, state variables and scales\n\n" + paragraph(model.odd.scales);
    for (const TableDescription& table : model.tables) {
        text += fmt::format("### `{}`\n\n{} {} bytes per row.\n\n", table.name, table.doc,
                            table.bytes_per_row);
        text += heads({"state variable", "unit", "type", "meaning"});
        for (const ColumnDescription& column : table.columns) {
            text += row(
                {code(column.name), unit_cell(column.unit), code(column.type), cell(column.doc)});
        }
        text += '\n';
    }
    return text;
}

// "[4.3](#43-admission)" needs the anchors of one renderer; the number alone is found by eye.
std::string submodel_number(const OddAccount& odd, const std::string& mark) {
    for (std::size_t s = 0; s < odd.submodels.size(); ++s) {
        if (odd.submodels[s].mark == mark) {
            return fmt::format("7.{}", s + 1);
        }
    }
    return "";
}

std::string process(const ModelDescription& model, const std::vector<Mechanism>& mechanisms) {
    const std::map<std::string, std::string> marks = submodels_of_phases(mechanisms);
    std::string text = "## 3 Process overview and scheduling\n\n" + paragraph(model.odd.process);
    text += "A tick is a quarter; the steps of a tick, in this order:\n\n";
    text += heads({"step", "phase", "when", "what happens", "submodel"});
    std::size_t number = 0;
    for (const StepDescription& step : model.schedule) {
        ++number;
        if (!step.slot.empty()) {
            const std::string acting =
                step.instruments.empty()
                    ? ""
                    : fmt::format(" Instruments: {}.", fmt::join(step.instruments, ", "));
            text += row({std::to_string(number), fmt::format("*slot* `{}`", step.slot), "",
                         cell(step.slot_doc + acting), ""});
        }
        for (const PhaseDescription& phase : step.phases) {
            const auto mark = marks.find(phase.name);
            text += row({std::to_string(number), code(phase.name), phase.quarters, cell(phase.doc),
                         mark == marks.end() ? "" : submodel_number(model.odd, mark->second)});
        }
    }
    return text + '\n';
}

std::string decision_text(const Decision& decision) {
    std::string text = fmt::format("#### {}\n\n", decision.title) + heads({"question", "answer"});
    for (const auto& [question, answer] : answers_of(decision)) {
        text += row({std::string(question), cell(answer)});
    }
    return text + fmt::format("\nIn the code: `{}`.\n\n", decision.implementation);
}

std::string concepts(const ModelDescription& model) {
    std::string text = "## 4 Design concepts\n\n";
    for (const DesignConcept& one : model.odd.concepts) {
        text += fmt::format("**{}.** {}\n\n", one.name, one.text);
    }
    if (!model.odd.decisions.empty()) {
        text +=
            "### Decisions\n\nEach decision by the questions of ODD+D (Müller et al. 2013).\n\n";
        for (const Decision& decision : model.odd.decisions) {
            text += decision_text(decision);
        }
    }
    text += "### What is observed\n\nOutputs read state and never change it.\n\n";
    text += heads({"output", "unit", "dimensions", "meaning"});
    for (const OutputDescription& output : model.outputs) {
        text += row({code(output.name), unit_cell(output.unit),
                     cell(fmt::format("{}", fmt::join(output.dims, ", "))), cell(output.doc)});
    }
    return text + '\n';
}

std::string mechanism_text(const Mechanism& mechanism) {
    return fmt::format("`{}`\n\n{}\n\n", mechanism.file, comment_markdown(mechanism.text));
}

std::string initialisation(const ModelDescription& model,
                           const std::vector<Mechanism>& mechanisms) {
    std::string text = "## 5 Initialization\n\n" + paragraph(model.odd.initialisation);
    for (const Mechanism& mechanism : mechanisms) {
        if (mechanism.marks.empty() && lies_in(mechanism, model.odd.initial_folder)) {
            text += mechanism_text(mechanism);
        }
    }
    return text.ends_with("Initialization\n\n") ? text + "The model does not tell.\n\n" : text;
}

std::string input(const ModelDescription& model) {
    std::string text = "## 6 Input data\n\n" + paragraph(model.odd.input);
    if (model.data.empty()) {
        return text + "The model reads no data.\n\n";
    }
    for (const DataDescription& table : model.data) {
        text += fmt::format("### `{}`\n\n{}\n\n", table.file, table.doc);
        text += heads({"column", "unit", "meaning"});
        for (const ColumnDescription& column : table.columns) {
            text += row({code(column.name), unit_cell(column.unit), cell(column.doc)});
        }
        text += '\n';
    }
    return text;
}

std::string block_text(const BlockDescription& block) {
    return fmt::format("Parameters `{}`: {}\n\n", block.prefix, block.doc) +
           parameter_table(block.parameters);
}

std::string submodel_text(const Submodel& submodel, const ModelDescription& model,
                          const std::vector<Mechanism>& mechanisms) {
    std::string text;
    std::vector<std::string> phases;
    for (const Mechanism& mechanism : mechanisms) {
        if (bears(mechanism, submodel.mark)) {
            text += mechanism_text(mechanism);
            phases.insert(phases.end(), mechanism.phases.begin(), mechanism.phases.end());
        }
    }
    if (!phases.empty()) {
        text = fmt::format("Phases: `{}`.\n\n", fmt::join(phases, "`, `")) + text;
    }
    for (const BlockDescription& block : model.parameters) {
        if (std::find(submodel.blocks.begin(), submodel.blocks.end(), block.prefix) !=
            submodel.blocks.end()) {
            text += block_text(block);
        }
    }
    return text;
}

bool has_submodel(const ModelDescription& model, const BlockDescription& block) {
    for (const Submodel& submodel : model.odd.submodels) {
        if (std::find(submodel.blocks.begin(), submodel.blocks.end(), block.prefix) !=
            submodel.blocks.end()) {
            return true;
        }
    }
    return false;
}

std::string policies(const ModelDescription& model, const std::vector<Mechanism>& mechanisms) {
    std::string text;
    for (const PolicyDescription& policy : model.policies) {
        text +=
            fmt::format("#### `{}`\n\n{} Acts at `{}`{}{}.\n\n", policy.name, policy.doc,
                        policy.slot, policy.article.empty() ? "" : "; article " + policy.article,
                        policy.payer.empty() ? "" : "; payer: " + policy.payer);
        for (const Mechanism& mechanism : mechanisms) {
            if (lies_in(mechanism, model.odd.policy_folder) &&
                mechanism.file.ends_with('/' + policy.name + ".cpp")) {
                text += paragraph(comment_markdown(mechanism.text));
            }
        }
        text += policy.parameters.empty() ? "" : parameter_table(policy.parameters);
    }
    return text;
}

std::string submodels(const ModelDescription& model, const std::vector<Mechanism>& mechanisms) {
    std::string text =
        "## 7 Submodels\n\nWhat follows are the comments that open the sources, each under its "
        "path in the model's folder, and every parameter. A file of several submodels is repeated "
        "in each. Marks: D read from data, E from evidence, C calibrated, A assumed.\n\n";
    std::size_t number = 0;
    for (const Submodel& submodel : model.odd.submodels) {
        text += fmt::format("### 7.{} {}\n\n", ++number, submodel.title) +
                submodel_text(submodel, model, mechanisms);
    }
    std::string others;
    for (const BlockDescription& block : model.parameters) {
        others += has_submodel(model, block) ? "" : block_text(block);
    }
    if (!others.empty()) {
        text += fmt::format("### 7.{} Other parameters\n\n{}", ++number, others);
    }
    if (!model.policies.empty()) {
        text +=
            fmt::format("### 7.{} Policy instruments\n\n{}", ++number, policies(model, mechanisms));
    }
    return text;
}

}  // namespace

std::string odd_text(const ModelDescription& model) {
    const std::vector<Mechanism> mechanisms = mechanisms_of(model.odd);
    std::string text = fmt::format("# ODD: {}\n\n", model.name);
    text +=
        "The model in the seven elements of ODD (Grimm et al. 2020), written by `tandem describe "
        "odd` from what the code declares and what its sources say.\n\n";
    text += purpose(model) + entities(model) + process(model, mechanisms) + concepts(model) +
            initialisation(model, mechanisms) + input(model) + submodels(model, mechanisms);
    text.pop_back();
    return text;
}

}  // namespace sim
