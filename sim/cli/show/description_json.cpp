// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/description_json.hpp"

#include "sim/cli/show/json_text.hpp"

namespace sim {

namespace {

Json parameter_json(const ParameterRow& row) {
    return {{"name", row.name},
            {"default", row.value},
            {"unit", row.unit},
            {"range", row.range},
            {"mark", std::string(1, row.mark)},
            {"source", row.source},
            {"doc", row.doc}};
}

Json parameters_json(const std::vector<ParameterRow>& rows) {
    Json list = Json::array();
    for (const ParameterRow& row : rows) {
        list.push_back(parameter_json(row));
    }
    return list;
}

template <class List, class ToJson>
std::string dumped(const List& list, ToJson&& to_json) {
    Json json = Json::array();
    for (const auto& item : list) {
        json.push_back(to_json(item));
    }
    return printed(json);
}

Json phase_json(const PhaseDescription& phase) {
    return {{"name", phase.name},
            {"quarters", phase.quarters},
            {"doc", phase.doc},
            {"reads", phase.accesses.reads},
            {"writes", phase.accesses.writes}};
}

}  // namespace

std::string json_of(const std::vector<TableDescription>& tables) {
    return dumped(tables, [](const TableDescription& table) {
        Json columns = Json::array();
        for (const ColumnDescription& column : table.columns) {
            columns.push_back({{"name", column.name},
                               {"type", column.type},
                               {"unit", column.unit},
                               {"bytes", column.bytes},
                               {"doc", column.doc}});
        }
        return Json{{"table", table.name},
                    {"doc", table.doc},
                    {"bytes_per_row", table.bytes_per_row},
                    {"columns", std::move(columns)}};
    });
}

std::string json_of(const std::vector<StepDescription>& schedule) {
    return dumped(schedule, [](const StepDescription& step) {
        if (!step.slot.empty()) {
            return Json{
                {"slot", step.slot}, {"doc", step.slot_doc}, {"instruments", step.instruments}};
        }
        Json phases = Json::array();
        for (const PhaseDescription& phase : step.phases) {
            phases.push_back(phase_json(phase));
        }
        return Json{{"phases", std::move(phases)}};
    });
}

std::string json_of(const std::vector<BlockDescription>& parameters) {
    Json list = Json::array();
    for (const BlockDescription& block : parameters) {
        for (const ParameterRow& row : block.parameters) {
            list.push_back(parameter_json(row));
        }
    }
    return printed(list);
}

std::string json_of(const std::vector<PolicyDescription>& policies) {
    return dumped(policies, [](const PolicyDescription& policy) {
        return Json{{"name", policy.name},
                    {"doc", policy.doc},
                    {"slot", policy.slot},
                    {"article", policy.article},
                    {"family", policy.family},
                    {"payer", policy.payer},
                    {"responds", policy.responds},
                    {"sign", policy.sign},
                    {"where", policy.where},
                    {"parameters", parameters_json(policy.parameters)},
                    {"reads", policy.accesses.reads},
                    {"writes", policy.accesses.writes}};
    });
}

std::string json_of(const std::vector<OutputDescription>& outputs) {
    return dumped(outputs, [](const OutputDescription& output) {
        Json json = {{"name", output.name},       {"output", output.output},
                     {"unit", output.unit},       {"dims", output.dims},
                     {"measure", output.measure}, {"headline", output.headline},
                     {"doc", output.doc}};
        if (!output.base.empty()) {
            json["base"] = {
                {"name", output.base}, {"unit", output.base_unit}, {"doc", output.base_doc}};
        }
        json["reads"] = output.reads;
        return json;
    });
}

std::string json_of(const std::vector<ModelDescription>& models) {
    return dumped(models, [](const ModelDescription& model) {
        Json columns = Json::array();
        for (const ComparisonColumn& column : model.comparison.spec.columns) {
            columns.push_back({{"title", column.title},
                               {"measure", column.measure},
                               {"regional", column.regional}});
        }
        Json feedbacks = Json::array();
        for (const FeedbackDescription& feedback : model.comparison.feedbacks) {
            feedbacks.push_back(
                {{"name", feedback.name}, {"doc", feedback.doc}, {"held_after", feedback.phases}});
        }
        return Json{{"name", model.name},
                    {"doc", model.doc},
                    {"default_data", model.default_data},
                    {"comparison",
                     {{"columns", std::move(columns)},
                      {"cost", model.comparison.spec.cost},
                      {"feedbacks", std::move(feedbacks)}}}};
    });
}

}  // namespace sim
