// SPDX-License-Identifier: Apache-2.0
// Editors check more than the loader can say early, and less than it knows: the loader decides.
#include "sim/scenario/json_schema.hpp"

#include <cmath>
#include <filesystem>
#include <limits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/core/error.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/data_files.hpp"
#include "sim/scenario/scenario_keys.hpp"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* quarter_ref = "#/definitions/quarter";

Json reference(const std::string& to) {
    return {{"$ref", to}};
}

Json described(Json schema, std::string_view text) {
    schema["description"] = text;
    return schema;
}

Json closed_map(Json properties) {
    return {
        {"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
}

// A name or a list of names out of `labels`; any text if there are none.
Json names_schema(const std::vector<std::string>& labels) {
    Json one{{"type", "string"}};
    if (!labels.empty()) {
        one = {{"enum", labels}};
    }
    const Json many{{"type", "array"}, {"items", one}, {"minItems", 1}, {"uniqueItems", true}};
    return {{"anyOf", Json::array({one, many})}};
}

Json default_json(const ParamBase& param) {
    return std::visit([](const auto& value) { return Json(value); }, param.default_value());
}

std::string source_text(const Source& source) {
    switch (source.mark) {
        case 'D':
            return fmt::format("data: {}", source.key);
        case 'E':
            return fmt::format("evidence: {}", source.key);
        case 'C':
            return fmt::format("calibration to {}", source.key);
        default:
            return "assumed";
    }
}

// A plain number in the declared unit, or a text with a unit of the same kind.
Json number_schema(const ParamBase& param) {
    Json plain{{"type", param.kind() == ParamKind::integer ? "integer" : "number"}};
    if (std::isfinite(param.spec().range.low)) {
        plain["minimum"] = param.spec().range.low;
    }
    if (std::isfinite(param.spec().range.high)) {
        plain["maximum"] = param.spec().range.high;
    }
    const Json with_unit{{"type", "string"},
                         {"pattern", "^[-+]?[0-9.]+([eE][-+]?[0-9]+)? *[A-Za-z%].*$"}};
    return {{"anyOf", Json::array({plain, with_unit})}};
}

Json param_schema(const ParamBase& param) {
    Json schema;
    switch (param.kind()) {
        case ParamKind::flag:
            schema = {{"type", "boolean"}};
            break;
        case ParamKind::choice:
            schema = {{"enum", param.choices()}};
            break;
        case ParamKind::integer:
        case ParamKind::number:
            schema = number_schema(param);
            break;
    }
    schema["default"] = default_json(param);
    std::string text(param.spec().doc);
    if (param.spec().unit != unit::none) {
        text += fmt::format(" Unit: {}.", param.spec().unit.symbol);
    }
    return described(std::move(schema),
                     fmt::format("{} Source: {}.", text, source_text(param.spec().source)));
}

Json budget_schema() {
    const BudgetKeys keys;
    Json schema =
        closed_map({{"payer", {{"type", "string"}}}, {"amount", param_schema(keys.amount)}});
    schema["required"] = budget_keys;
    return schema;
}

// Of all policies together; one that a base has may be changed in part.
Json budgets_schema() {
    Json one = budget_schema();
    one.erase("required");
    const Json many{{"type", "array"}, {"items", budget_schema()}};
    return described({{"anyOf", Json::array({one, many})}},
                     "What payers may spend in a year on all policies together.");
}

// What one model adds to the schema.
class ModelSchema {
  public:
    ModelSchema(const Model& model, std::vector<Dimension> dimensions)
        : model_(model), dimensions_(std::move(dimensions)) {}

    Json schema() const {
        Json parameters = Json::object();
        Json structures = Json::object();
        for (const ParamBlock* block : model_.params().blocks()) {
            for (const ParamBase* param : block->params()) {
                if (block->prefix() == structures_prefix) {
                    structures[std::string(param->name())] = param_schema(*param);
                } else {
                    parameters[full_name(*block, *param)] = param_schema(*param);
                }
            }
        }
        Json policies = Json::array();
        for (const auto& kind : model_.instruments().entries()) {
            policies.push_back(policy_schema(kind.name, *kind.make()));
        }
        Json list{{"type", "array"}};
        if (policies.empty()) {
            list["maxItems"] = 0;
        } else {
            list["items"] = {{"oneOf", std::move(policies)}};
        }
        const Json only{{"properties", {{"only", names_schema(model_.outputs().names())}}}};
        return {{"description", model_.doc()},
                {"properties",
                 {{"parameters", closed_map(std::move(parameters))},
                  {"structures", closed_map(std::move(structures))},
                  {"policies", std::move(list)},
                  {"output", only}}}};
    }

  private:
    Json policy_schema(const std::string& name, const Instrument& instrument) const {
        const PolicyKeys common;
        Json properties{{"instrument", {{"const", name}}},
                        {"label",
                         {{"type", "string"},
                          {"pattern", label_pattern},
                          {"description", "Names the entry; the instrument's name by default."}}},
                        {"pilot",
                         {{"type", "string"},
                          {"description", "Label of the pilot in whose places the entry acts."}}},
                        {"where", where_schema(instrument)},
                        {"start", described(reference(quarter_ref), "First quarter in force.")},
                        {"end", described(reference(quarter_ref), "Last quarter in force.")},
                        {"phase_in_years", param_schema(common.phase_in_years)},
                        {"strength", param_schema(common.strength)},
                        {"budget", budget_schema()}};
        for (const ParamBase* param : instrument.params()) {
            properties[std::string(param->name())] = param_schema(*param);
        }
        Json schema = closed_map(std::move(properties));
        schema["required"] = {"instrument"};
        return described(std::move(schema), instrument.spec().doc);
    }

    Json where_schema(const Instrument& instrument) const {
        Json parts = Json::object();
        Json measures = Json::object();
        for (const std::string& key : instrument.spec().where) {
            if (key.starts_with(below_prefix)) {
                measures[key.substr(below_prefix.size())] = {{"type", "number"}};
                continue;
            }
            std::vector<std::string> labels;
            for (const Dimension& dimension : dimensions_) {
                if (dimension.name == key) {
                    labels = dimension.labels;
                }
            }
            parts[key] = names_schema(labels);
        }
        if (!measures.empty()) {
            parts["below"] = closed_map(std::move(measures));
        }
        return closed_map(std::move(parts));
    }

    const Model& model_;
    std::vector<Dimension> dimensions_;
};

Json output_schema() {
    const RunKeys run;
    return closed_map(
        {{"panel", param_schema(run.panel)},
         {"checkpoint_every",
          {{"type", "string"},
           {"pattern", interval_pattern},
           {"description", "Time between checkpoints in years or quarters, such as 1y or 2q."}}},
         {"spin_up", param_schema(run.spin_up)},
         {"ledger", param_schema(run.ledger)},
         {"only", {{"description", "Outputs to record; all by default."}}}});
}

// Keys that every model has.
Json common_properties(const std::vector<std::string>& models) {
    const RunKeys run;
    const Json text{{"type", "string"}, {"minLength", 1}};
    const Json paths{
        {"anyOf",
         Json::array(
             {text,
              {{"type", "array"}, {"items", text}, {"minItems", 1}, {"uniqueItems", true}}})}};
    Json time =
        closed_map({{"start", described(reference(quarter_ref), "First quarter of the results.")},
                    {"end", described(reference(quarter_ref), "Last quarter, included.")},
                    {"spin_up_years", param_schema(run.spin_up_years)}});
    return {
        {"model", {{"enum", models}, {"description", "The model to run."}}},
        {"title", described(text, "One line that says what the scenario is about.")},
        {"extends", described(paths, "Base scenarios, lowest first; paths start at this file.")},
        {"data", described(text, "Folder of the data tables; the shipped set by default.")},
        {"seed",
         {{"type", "integer"},
          {"minimum", 0},
          {"maximum", std::numeric_limits<std::uint64_t>::max()},
          {"default", 1},
          {"description", "Keys all random numbers."}}},
        {"time", std::move(time)},
        {"scale",
         {{"type", "string"},
          {"pattern", scale_pattern},
          {"default", "1:1"},
          {"description", "1:N, one agent for N people."}}},
        {"replicates", param_schema(run.replicates)},
        {"parameters", {{"type", "object"}, {"description", "Values by block.name."}}},
        {"structures", {{"type", "object"}, {"description", "Which mechanisms are in force."}}},
        {"policies", {{"type", "array"}, {"description", "Instruments; base entries stay."}}},
        {"budget", budgets_schema()},
        {"output", output_schema()}};
}

// Labels from the shipped data; throws UserError or IoError if these are broken.
std::vector<Dimension> labels_of(Model& model, const std::string& shipped_data) {
    Problems problems;
    const auto folder = std::filesystem::path(shipped_data) / model.default_data();
    fill_tables(model, read_data(model, folder.string(), problems), problems);
    problems.throw_if_any();
    return model.scope_dimensions();
}

}  // namespace

std::string scenario_schema(const ModelCatalogue& models, const std::string& shipped_data) {
    const std::vector<std::string> names = models.names();
    Json definitions{{"quarter", {{"type", "string"}, {"pattern", quarter_pattern}}}};
    Json cases = Json::array();
    Json any = Json::array();
    for (const std::string& name : names) {
        const std::unique_ptr<Model> model = models.make(name);
        definitions[name] = ModelSchema(*model, labels_of(*model, shipped_data)).schema();
        const Json is_this{{"properties", {{"model", {{"const", name}}}}}, {"required", {"model"}}};
        cases.push_back({{"if", is_this}, {"then", reference("#/definitions/" + name)}});
        any.push_back(reference("#/definitions/" + name));
    }
    // A file that takes its model from a base must fit one of them.
    cases.push_back({{"if", {{"not", {{"required", {"model"}}}}}}, {"then", {{"anyOf", any}}}});
    Json properties = common_properties(names);
    const Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                      {"title", "Scenario"},
                      {"type", "object"},
                      {"additionalProperties", false},
                      {"properties", std::move(properties)},
                      {"allOf", std::move(cases)},
                      {"definitions", std::move(definitions)}};
    return schema.dump(2) + '\n';
}

}  // namespace sim
