// SPDX-License-Identifier: Apache-2.0
// The ODD document as data.

#include "sim/cli/show/description_json.hpp"
#include "sim/cli/show/json_text.hpp"
#include "sim/cli/show/odd_document.hpp"

namespace sim {

namespace {

Json mechanism_json(const Mechanism& mechanism) {
    return {{"file", mechanism.file}, {"phases", mechanism.phases}, {"text", mechanism.text}};
}

Json decisions_json(const OddAccount& odd) {
    Json list = Json::array();
    for (const Decision& decision : odd.decisions) {
        Json answers = Json::object();
        for (const auto& [question, answer] : answers_of(decision)) {
            answers[std::string(question)] = answer;
        }
        list.push_back({{"decision", decision.title},
                        {"answers", std::move(answers)},
                        {"implementation", decision.implementation}});
    }
    return list;
}

Json data_json(const ModelDescription& model) {
    Json list = Json::array();
    for (const DataDescription& table : model.data) {
        Json columns = Json::array();
        for (const ColumnDescription& column : table.columns) {
            columns.push_back({{"name", column.name}, {"unit", column.unit}, {"doc", column.doc}});
        }
        list.push_back({{"file", table.file}, {"doc", table.doc}, {"columns", columns}});
    }
    return list;
}

Json submodels_json(const OddAccount& odd, const std::vector<Mechanism>& mechanisms) {
    Json list = Json::array();
    for (const Submodel& submodel : odd.submodels) {
        Json own = Json::array();
        for (const Mechanism& mechanism : mechanisms) {
            if (bears(mechanism, submodel.mark)) {
                own.push_back(mechanism_json(mechanism));
            }
        }
        list.push_back({{"mark", submodel.mark},
                        {"title", submodel.title},
                        {"blocks", submodel.blocks},
                        {"mechanisms", std::move(own)}});
    }
    return list;
}

}  // namespace

std::string odd_json(const ModelDescription& model) {
    const std::vector<Mechanism> mechanisms = mechanisms_of(model.odd);
    Json concepts = Json::object();
    for (const DesignConcept& one : model.odd.concepts) {
        concepts[std::string(one.name)] = one.text;
    }
    Json initial = Json::array();
    for (const Mechanism& mechanism : mechanisms) {
        if (mechanism.marks.empty() && lies_in(mechanism, model.odd.initial_folder)) {
            initial.push_back(mechanism_json(mechanism));
        }
    }
    const Json document{
        {"model", model.name},
        {"purpose", {{"text", model.odd.purpose}, {"patterns", model.odd.patterns}}},
        {"entities",
         {{"scales", model.odd.scales}, {"tables", Json::parse(json_of(model.tables))}}},
        {"process",
         {{"text", model.odd.process}, {"schedule", Json::parse(json_of(model.schedule))}}},
        {"design_concepts", {{"concepts", concepts}, {"decisions", decisions_json(model.odd)}}},
        {"initialization", {{"text", model.odd.initialisation}, {"mechanisms", initial}}},
        {"input", {{"text", model.odd.input}, {"tables", data_json(model)}}},
        {"submodels", submodels_json(model.odd, mechanisms)},
        {"parameters", Json::parse(json_of(model.parameters))},
        {"policies", Json::parse(json_of(model.policies))},
        {"outputs", Json::parse(json_of(model.outputs))}};
    return printed(document);
}

}  // namespace sim
