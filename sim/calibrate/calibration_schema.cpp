// SPDX-License-Identifier: Apache-2.0
// The base scenario says which model is meant, and a schema cannot follow it: names of all models
// are allowed. The loader knows more.
#include "sim/calibrate/calibration_schema.hpp"

#include <set>

#include <nlohmann/json.hpp>

#include "sim/calibrate/calibration.hpp"
#include "sim/calibrate/calibration_keys.hpp"
#include "sim/core/enum.hpp"
#include "sim/model/outcome_names.hpp"
#include "sim/scenario/scenario_keys.hpp"
#include "sim/sweep/selection_reader.hpp"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

Json described(Json schema, std::string_view text) {
    schema["description"] = text;
    return schema;
}

Json closed_map(Json properties, const std::vector<std::string>& required) {
    Json schema{
        {"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
    if (!required.empty()) {
        schema["required"] = required;
    }
    return schema;
}

Json number_key(const ParamBase& param) {
    Json schema{{"type", param.kind() == ParamKind::integer ? "integer" : "number"},
                {"minimum", param.spec().range.low},
                {"maximum", param.spec().range.high}};
    schema["default"] =
        std::visit([](const auto& value) { return Json(value); }, param.default_value());
    return described(std::move(schema), param.spec().doc);
}

template <class E>
Json choice(std::string_view default_name, std::string_view text) {
    return described(
        {{"enum", std::vector<std::string>(enum_names<E>.begin(), enum_names<E>.end())},
         {"default", default_name}},
        text);
}

// Names out of all models: parameters that are real numbers, and variables of outputs.
struct Names {
    std::set<std::string> parameters;
    std::set<std::string> outcomes;
};

Names names_of(const ModelCatalogue& models) {
    Names names{{}, outcome_names(models)};
    for (const std::string& model_name : models.names()) {
        const std::unique_ptr<Model> model = models.make(model_name);
        for (const std::string& name : model->params().names()) {
            if (model->params().find(name)->kind() == ParamKind::number) {
                names.parameters.insert(name);
            }
        }
    }
    return names;
}

Json time_schema() {
    const Json quarter{{"type", "string"}, {"pattern", quarter_pattern}};
    const Json list{{"type", "array"}, {"items", quarter}, {"minItems", 1}, {"uniqueItems", true}};
    const Json period = closed_map({{"from", quarter}, {"to", quarter}}, period_keys);
    return described({{"anyOf", Json::array({quarter, list, period})}},
                     "Quarters of the record: one, a list, or a period with both ends.");
}

Json selection_properties(const Names& names) {
    const Json label{{"type", "string"}};
    const Json labels{{"type", "array"}, {"items", label}, {"minItems", 1}, {"uniqueItems", true}};
    const Json where{{"type", "object"},
                     {"additionalProperties", {{"anyOf", Json::array({label, labels})}}}};
    return {{"outcome", described({{"enum", names.outcomes}}, "Variable of the results.")},
            {"where", described(where, "Labels that are pooled, by dimension; all by default.")},
            {"time", time_schema()}};
}

Json target_schema(const Names& names) {
    const Json text{{"type", "string"}, {"minLength", 1}};
    const Json number{{"anyOf", Json::array({Json{{"type", "number"}}, text})}};
    Json properties{
        {"name", described({{"type", "string"}, {"pattern", target_name_pattern}}, "Its name.")},
        {"statistic", choice<Statistic>("value", "What is made of `outcome` and `over`.")}};
    properties.update(selection_properties(names));
    properties["over"] = described(closed_map(selection_properties(names), {"outcome"}),
                                   "The second number of a ratio, difference or log_ratio.");
    properties["value"] = described(number, "The recorded number.");
    properties["unit"] = described(text, "Unit of plain numbers here; the model's by default.");
    properties["tolerance"] = described(number,
                                        "How far from it the model may be: two standard "
                                        "deviations of the record's error.");
    properties["source"] = described(text, "Where the number is recorded.");
    return closed_map(std::move(properties),
                      {"name", "outcome", "time", "value", "tolerance", "source"});
}

Json parameter_schema(const Names& names) {
    const Json number{{"type", Json::array({"number", "string"})}};
    const Json range{{"type", "array"}, {"items", number}, {"minItems", 2}, {"maxItems", 2}};
    return closed_map(
        {{"name", described({{"enum", names.parameters}}, "A parameter of the model, in full.")},
         {"range", described(range, "Where it may lie; the declared range by default.")},
         {"scale", choice<FitScale>("linear", "On which even steps count the same.")}},
        {"name"});
}

}  // namespace

std::string calibration_schema(const ModelCatalogue& models) {
    const Names names = names_of(models);
    const CalibrationKeys keys;
    const MethodKeys method;
    const Json text{{"type", "string"}, {"minLength", 1}};
    Json properties{
        {"title", described(text, "One line that says what is fitted.")},
        {"base", described(text, "The scenario that is run; the path starts at this file.")},
        {"seed", described({{"type", "integer"}, {"minimum", 0}}, "In place of the base's seed.")},
        {"scale", described({{"type", "string"}, {"pattern", scale_pattern}},
                            "1:N in place of the base's scale.")},
        {"replicates", number_key(keys.replicates)},
        {"budget", number_key(keys.budget)},
        {"method", closed_map({{"waves", number_key(method.waves)},
                               {"final_replicates", number_key(method.final_replicates)},
                               {"cutoff", number_key(method.cutoff)}},
                              {})},
        {"parameters", {{"type", "array"}, {"minItems", 1}, {"items", parameter_schema(names)}}},
        {"targets", {{"type", "array"}, {"minItems", 1}, {"items", target_schema(names)}}}};
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "Calibration"}};
    schema.update(closed_map(std::move(properties), {"base", "parameters", "targets"}));
    return schema.dump(2) + '\n';
}

}  // namespace sim
