// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/description.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "sim/calibrate/frozen_values.hpp"
#include "sim/calibrate/write_calibration.hpp"
#include "sim/core/text.hpp"
#include "sim/sweep/result_header.hpp"

namespace sim {

namespace {

void append_once(std::vector<std::string>& list, std::string name) {
    if (std::find(list.begin(), list.end(), name) == list.end()) {
        list.push_back(std::move(name));
    }
}

// Handles must be bound.
AccessDescription accesses_of(const Accessor& accessor) {
    AccessDescription description;
    for (const Access& access : accessor.accesses()) {
        append_once(access.mode == AccessMode::read ? description.reads : description.writes,
                    fmt::format("{}.{}", access.table, access.column));
    }
    return description;
}

std::string quarters_text(unsigned quarters) {
    if (quarters == Phase::every_quarter) {
        return "every quarter";
    }
    std::string text;
    for (int quarter = 1; quarter <= 4; ++quarter) {
        if ((quarters & Phase::only(quarter)) != 0) {
            text += fmt::format("{}Q{}", text.empty() ? "" : ", ", quarter);
        }
    }
    return text.empty() ? "never" : text;
}

std::vector<TableDescription> tables_of(const Model& model) {
    std::vector<TableDescription> tables;
    for (const Table* table : model.world().tables()) {
        TableDescription description{
            std::string(table->name()), std::string(table->doc()), table->bytes_per_row(), {}};
        for (const ColumnBase* column : table->columns()) {
            description.columns.push_back({std::string(column->name()),
                                           std::string(column->type_name()),
                                           std::string(column->unit().symbol),
                                           column->element_bytes(), std::string(column->doc())});
        }
        tables.push_back(std::move(description));
    }
    return tables;
}

std::vector<StepDescription> schedule_of(const Model& model) {
    std::vector<StepDescription> steps;
    for (const Schedule::Step& step : model.schedule().steps()) {
        StepDescription description{std::string(step.slot), std::string(step.slot_doc), {}, {}};
        if (!step.slot.empty()) {
            for (const auto& entry : model.instruments().entries()) {
                if (entry.make()->spec().slot.name == step.slot) {
                    description.instruments.push_back(entry.name);
                }
            }
        }
        for (const Phase* phase : step.phases) {
            description.phases.push_back({std::string(phase->name()), std::string(phase->doc()),
                                          quarters_text(phase->quarters()), accesses_of(*phase)});
        }
        steps.push_back(std::move(description));
    }
    return steps;
}

std::vector<DataDescription> data_of(const Model& model) {
    std::vector<DataDescription> data;
    for (const DataTable* table : model.data_tables()) {
        DataDescription description{std::string(table->file()), std::string(table->doc()), {}};
        for (const DataColumnBase* column : table->columns()) {
            description.columns.push_back({std::string(column->name()),
                                           {},
                                           std::string(column->unit().symbol),
                                           0,
                                           std::string(column->doc())});
        }
        data.push_back(std::move(description));
    }
    return data;
}

std::vector<BlockDescription> parameters_of(const Model& model) {
    std::vector<BlockDescription> blocks;
    for (const ParamBlock* block : model.params().blocks()) {
        BlockDescription description{std::string(block->prefix()), std::string(block->doc()), {}};
        for (const ParamBase* param : block->params()) {
            description.parameters.push_back(
                parameter_row(full_name(*block, *param), *param, param->default_value()));
        }
        blocks.push_back(std::move(description));
    }
    return blocks;
}

std::vector<PolicyDescription> policies_of(Model& model) {
    std::vector<PolicyDescription> policies;
    for (const auto& entry : model.instruments().entries()) {
        const std::unique_ptr<Instrument> instrument = entry.make();
        instrument->bind(model.world());
        const InstrumentSpec& spec = instrument->spec();
        PolicyDescription description{entry.name,
                                      std::string(spec.doc),
                                      std::string(spec.slot.name),
                                      std::string(spec.article),
                                      std::string(spec.family),
                                      std::string(spec.payer),
                                      std::string(spec.responds),
                                      spec.sign,
                                      spec.where,
                                      {},
                                      accesses_of(*instrument)};
        for (const ParamBase* param : instrument->params()) {
            description.parameters.push_back(
                parameter_row(std::string(param->name()), *param, param->default_value()));
        }
        policies.push_back(std::move(description));
    }
    return policies;
}

std::string measure_name(Measure measure) {
    return std::string(enum_name(measure));
}

std::vector<OutputDescription> outputs_of(Model& model) {
    std::vector<OutputDescription> outputs;
    for (const auto& entry : model.outputs().entries()) {
        const std::unique_ptr<Output> output = entry.make();
        output->bind(model.world());
        for (const OutputVariable& variable : output->variables()) {
            const OutputSpec& spec = variable.spec;
            const bool is_ratio = spec.measure == Measure::ratio;
            outputs.push_back({variable.name, entry.name, std::string(spec.unit.symbol), spec.dims,
                               measure_name(spec.measure), spec.headline, std::string(spec.doc),
                               is_ratio ? variable.name + "_base" : "",
                               is_ratio ? std::string(spec.base_unit.symbol) : "",
                               is_ratio ? std::string(spec.base_doc) : "",
                               accesses_of(*output).reads});
        }
    }
    return outputs;
}

}  // namespace

ComparisonDescription comparison_of(const Model& model) {
    ComparisonDescription description{model.comparison(), {}};
    for (const Feedback& feedback : model.feedbacks()) {
        description.feedbacks.push_back(
            {std::string(feedback.name), std::string(feedback.doc), {}});
        std::vector<std::string>& phases = description.feedbacks.back().phases;
        for (const Hold& hold : feedback.holds) {
            phases.emplace_back(hold.phase);
        }
    }
    return description;
}

ModelDescription description_of(Model& model) {
    model.schedule().prepare(model.world());  // fills the names of tables and columns
    return {std::string(model.name()),
            std::string(model.doc()),
            std::string(model.default_data()),
            tables_of(model),
            schedule_of(model),
            parameters_of(model),
            policies_of(model),
            outputs_of(model),
            comparison_of(model),
            data_of(model),
            model.odd()};
}

void tell_frozen_values(ModelDescription& description, const std::string& shipped_data) {
    if (description.default_data.empty()) {
        return;
    }
    const auto folder = std::filesystem::path(shipped_data) / description.default_data;
    const std::map<std::string, FrozenValue> frozen = frozen_values(folder.string());
    for (BlockDescription& block : description.parameters) {
        for (ParameterRow& row : block.parameters) {
            if (row.mark != 'C') {
                continue;
            }
            const auto found = frozen.find(row.name);
            if (found == frozen.end()) {
                row.mark = 'A';
                row.source = "not calibrated yet, to be fitted to " + row.source;
                continue;
            }
            const FrozenValue& value = found->second;
            row.source += fmt::format(
                "; frozen at {} (90 % between {} and {}, {}) in scenarios/data/{}/calibration/{}",
                shortest(value.value), shortest(value.low), shortest(value.high), value.verdict,
                description.default_data, parameters_file);
        }
    }
}

std::unique_ptr<Model> model_named(std::string_view name, const ModelCatalogue& models) {
    const std::vector<std::string> names = models.names();
    if (names.empty()) {
        throw UsageError("this program has no models");
    }
    std::unique_ptr<Model> model = models.make(name.empty() ? names.front() : name);
    if (model == nullptr) {
        const std::string nearest = nearest_name(name, names);
        throw UsageError(fmt::format("unknown model '{}' (known: {}){}", name, listed(names),
                                     nearest.empty() ? "" : ". Did you mean '" + nearest + "'?"));
    }
    return model;
}

}  // namespace sim
