// SPDX-License-Identifier: Apache-2.0
// The base scenario says which model is meant, and a schema cannot follow it: outcomes of all
// models are allowed, and paths of factors are checked by their form. The loader knows more.
#include "sim/sweep/experiment/experiment_schema.hpp"

#include <set>

#include <nlohmann/json.hpp>

#include "sim/core/enum.hpp"
#include "sim/model/outcome_names.hpp"
#include "sim/scenario/scenario_keys.hpp"
#include "sim/sweep/experiment/experiment.hpp"
#include "sim/sweep/experiment/experiment_keys.hpp"
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

Json list_of(Json items) {
    return {{"type", "array"}, {"minItems", 1}, {"items", std::move(items)}};
}

Json integer_key(const ParamBase& param) {
    return described({{"type", "integer"},
                      {"minimum", param.spec().range.low},
                      {"maximum", param.spec().range.high}},
                     param.spec().doc);
}

template <class E>
Json choice() {
    return {{"enum", std::vector<std::string>(enum_names<E>.begin(), enum_names<E>.end())}};
}

Json factor_schema() {
    const Json value{{"type", Json::array({"number", "string", "boolean"})}};
    const Json range{{"type", "array"}, {"items", value}, {"minItems", 2}, {"maxItems", 2}};
    return closed_map(
        {{"path",
          described({{"type", "string"}, {"pattern", "^(parameters|structures|policies)\\."}},
                    "What is varied, as --set names it.")},
         {"name", described({{"type", "string"}, {"pattern", coordinate_pattern}},
                            "Its name in the results; by default the last part of the path.")},
         {"values", described(list_of(value), "The values that it takes.")},
         {"range", described(range, "Both ends; the declared range by default.")},
         {"distribution", described(choice<Distribution>(), "How it lies there; uniform.")}},
        {"path"});
}

Json measure_schema(const std::set<std::string>& outcomes) {
    const Json label{{"type", "string"}};
    const Json where{{"type", "object"},
                     {"additionalProperties", {{"anyOf", Json::array({label, list_of(label)})}}}};
    const Json quarter{{"type", "string"}, {"pattern", quarter_pattern}};
    const Json time{
        {"anyOf", Json::array({quarter, list_of(quarter),
                               closed_map({{"from", quarter}, {"to", quarter}}, period_keys)})}};
    const Json outcome{{"enum", outcomes}};
    const Json map = closed_map(
        {{"name", {{"type", "string"}, {"pattern", coordinate_pattern}}},
         {"outcome", described(outcome, "Variable of the results.")},
         {"where", described(where, "Labels that are pooled, by dimension.")},
         {"time", described(time, "Quarters that are pooled; the last four by default.")},
         {"by", described({{"anyOf", Json::array({label, list_of(label)})}},
                          "Dimensions that are kept, time among them.")}},
        {"outcome"});
    return {{"anyOf", Json::array({outcome, map})}};
}

}  // namespace

std::string experiment_schema(const ModelCatalogue& models) {
    const RunKeys run;
    const DesignKeys design;
    const Json text{{"type", "string"}, {"minLength", 1}};
    const Json paths{{"anyOf", Json::array({text, list_of(text)})}};
    Json properties{
        {"title", described(text, "One line that says what is asked.")},
        {"base", described(text, "The first scenario; the path starts at this file.")},
        {"scenarios", described(paths, "Further scenarios, compared with the base.")},
        {"factors", described(list_of(factor_schema()), "What is varied within scenarios.")},
        {"design", closed_map({{"kind", choice<DesignKind>()},
                               {"points", integer_key(design.points)},
                               {"levels", integer_key(design.levels)},
                               {"structures", integer_key(design.structures)},
                               {"seed", integer_key(design.seed)}},
                              {"kind"})},
        {"replicates", integer_key(run.replicates)},
        {"measures",
         described(list_of(measure_schema(outcome_names(models))),
                   "What is kept of each member; by default what headline tables show.")}};
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "Experiment"}};
    schema.update(closed_map(std::move(properties), {"base"}));
    return schema.dump(2) + '\n';
}

}  // namespace sim
