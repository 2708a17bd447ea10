// SPDX-License-Identifier: Apache-2.0
// tandem explain NAME: whatever the models declare under that name – a parameter, a policy or one
// of its parameters, an output, a column – with everything that is known about it.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/cli/show/description.hpp"
#include "sim/cli/show/parameter_text.hpp"
#include "sim/cli/verbs.hpp"
#include "sim/core/error.hpp"
#include "sim/core/text.hpp"

namespace sim {

namespace {

struct Finding {
    std::string model;
    std::string kind;
    std::string name;  // in full
    std::string text;
};

// A full name answers to itself and to its last part.
bool answers_to(const std::string& full, const std::string& typed) {
    return full == typed || full.ends_with("." + typed);
}

std::string used_by(const std::vector<std::string>& readers,
                    const std::vector<std::string>& writers) {
    std::string text;
    if (!readers.empty()) {
        text += fmt::format("  read by    {}\n", fmt::join(readers, ", "));
    }
    if (!writers.empty()) {
        text += fmt::format("  written by {}\n", fmt::join(writers, ", "));
    }
    return text;
}

class Search {
  public:
    Search(const ModelDescription& model, std::string typed)
        : model_(model), typed_(std::move(typed)) {}

    void run() {
        for (const BlockDescription& block : model_.parameters) {
            for (const ParameterRow& row : block.parameters) {
                consider("parameter", row.name,
                         [&] { return parameter_text(row) + "      in: " + block.doc + '\n'; });
            }
        }
        for (const PolicyDescription& policy : model_.policies) {
            consider("policy", policy.name, [&] { return policy_text(policy); });
            for (const ParameterRow& row : policy.parameters) {
                consider("parameter of policy " + policy.name, policy.name + '.' + row.name,
                         [&] { return parameter_text(row); });
            }
        }
        for (const OutputDescription& output : model_.outputs) {
            consider("output", output.name, [&] { return output_text(output); });
            if (!output.base.empty()) {
                consider("denominator of output " + output.name, output.base, [&] {
                    return fmt::format("  {} {}: {}\n", output.base_unit, dims_text(output.dims),
                                       output.base_doc);
                });
            }
        }
        for (const TableDescription& table : model_.tables) {
            for (const ColumnDescription& column : table.columns) {
                consider("column", table.name + '.' + column.name,
                         [&] { return column_text(table, column); });
            }
        }
    }

    const std::vector<Finding>& found() const { return found_; }
    // Every name that could have been typed, short forms included.
    const std::vector<std::string>& known() const { return known_; }

  private:
    template <class Text>
    void consider(std::string kind, const std::string& name, Text&& text) {
        known_.push_back(name);
        if (const std::size_t dot = name.rfind('.'); dot != std::string::npos) {
            known_.push_back(name.substr(dot + 1));
        }
        if (answers_to(name, typed_)) {
            found_.push_back({model_.name, std::move(kind), name, text()});
        }
    }

    static std::string output_text(const OutputDescription& output) {
        std::string text =
            fmt::format("  {} {}, {}{}\n      {}\n", output.unit, dims_text(output.dims),
                        output.measure, output.headline ? ", headline" : "", output.doc);
        if (!output.base.empty()) {
            text += fmt::format("  base       {} ({}): {}\n", output.base, output.base_unit,
                                output.base_doc);
        }
        if (!output.reads.empty()) {
            text += fmt::format("  reads      {}\n", fmt::join(output.reads, ", "));
        }
        return text;
    }

    std::string column_text(const TableDescription& table, const ColumnDescription& column) const {
        const std::string full = table.name + '.' + column.name;
        std::vector<std::string> readers;
        std::vector<std::string> writers;
        const auto note = [&](const std::string& who, const AccessDescription& accesses) {
            const auto has = [&](const std::vector<std::string>& list) {
                return std::find(list.begin(), list.end(), full) != list.end();
            };
            if (has(accesses.reads)) {
                readers.push_back(who);
            }
            if (has(accesses.writes)) {
                writers.push_back(who);
            }
        };
        for (const StepDescription& step : model_.schedule) {
            for (const PhaseDescription& phase : step.phases) {
                note(phase.name, phase.accesses);
            }
        }
        for (const PolicyDescription& policy : model_.policies) {
            note("policy " + policy.name, policy.accesses);
        }
        for (const OutputDescription& output : model_.outputs) {
            note("output " + output.name, {output.reads, {}});
        }
        return fmt::format("  {}, {}, {} bytes, of each row of {}\n      {}\n{}", column.type,
                           column.unit, column.bytes, table.name, column.doc,
                           used_by(readers, writers));
    }

    const ModelDescription& model_;
    std::string typed_;
    std::vector<Finding> found_;
    std::vector<std::string> known_;
};

std::string json_text(const std::vector<Finding>& found) {
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    for (const Finding& finding : found) {
        list.push_back({{"model", finding.model},
                        {"kind", finding.kind},
                        {"name", finding.name},
                        {"text", finding.text}});
    }
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

ExitCode explain_verb(const Arguments& arguments, const Session& session) {
    const std::string& typed = arguments.operands.front();
    std::vector<std::string> names{arguments.model};
    if (arguments.model.empty()) {
        names = session.models.names();
    }
    std::vector<Finding> found;
    std::vector<std::string> known;
    for (const std::string& name : names) {
        const std::unique_ptr<Model> model = model_named(name, session.models);
        ModelDescription description = description_of(*model);
        tell_frozen_values(description, session.shipped_data);
        Search search(description, typed);
        search.run();
        found.insert(found.end(), search.found().begin(), search.found().end());
        known.insert(known.end(), search.known().begin(), search.known().end());
    }
    if (found.empty()) {
        const std::string nearest = nearest_name(typed, known);
        throw UsageError(fmt::format(
            "nothing is called '{}' (looked for parameters, policies, outputs and "
            "columns of {}){}",
            typed, listed(names), nearest.empty() ? "" : ". Did you mean '" + nearest + "'?"));
    }
    std::string text;
    for (const Finding& finding : found) {
        text += fmt::format("{}{} ({} of {})\n{}", text.empty() ? "" : "\n", finding.name,
                            finding.kind, finding.model, finding.text);
    }
    session.console.data(arguments.json ? json_text(found) : text);
    return ExitCode::done;
}

}  // namespace sim
