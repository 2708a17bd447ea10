// SPDX-License-Identifier: Apache-2.0
// What a model declares, as data: the one source of describe, explain and the reference pages.
// Needs neither a scenario nor data.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/model/model.hpp"

namespace sim {

struct ColumnDescription {
    std::string name;
    std::string type;
    std::string unit;
    std::size_t bytes;
    std::string doc;
};

struct TableDescription {
    std::string name;
    std::string doc;
    std::size_t bytes_per_row;
    std::vector<ColumnDescription> columns;
};

// Who touches which columns ("person.age").
struct AccessDescription {
    std::vector<std::string> reads;
    std::vector<std::string> writes;  // own row or any row
};

struct PhaseDescription {
    std::string name;
    std::string doc;
    std::string quarters;  // "every quarter", "Q3"
    AccessDescription accesses;
};

// A position of the schedule: a slot with the instruments that act there, or phases, more than one
// if they run together.
struct StepDescription {
    std::string slot;  // empty unless it is a slot
    std::string slot_doc;
    std::vector<std::string> instruments;
    std::vector<PhaseDescription> phases;
};

struct BlockDescription {
    std::string prefix;
    std::string doc;
    std::vector<ParameterRow> parameters;  // with full names and default values
};

struct PolicyDescription {
    std::string name;
    std::string doc;
    std::string slot;
    std::string article;
    std::string family;
    std::string payer;
    std::string responds;
    int sign;
    std::vector<std::string> where;
    std::vector<ParameterRow> parameters;
    AccessDescription accesses;
};

struct OutputDescription {
    std::string name;    // of the variable
    std::string output;  // the registered name that writes it
    std::string unit;
    std::vector<std::string> dims;  // after replicate and time
    std::string measure;            // "count", "real", "ratio"
    bool headline;
    std::string doc;
    std::string base;  // name of the denominator; empty unless it is a ratio
    std::string base_unit;
    std::string base_doc;
    std::vector<std::string> reads;
};

// A feedback that comparisons may freeze.
struct FeedbackDescription {
    std::string name;
    std::string doc;
    std::vector<std::string> phases;  // after which it is held
};

// What comparisons of scenarios show.
struct ComparisonDescription {
    ComparisonSpec spec;
    std::vector<FeedbackDescription> feedbacks;
};
ComparisonDescription comparison_of(const Model& model);

struct DataDescription {
    std::string file;
    std::string doc;
    std::vector<ColumnDescription> columns;  // without types and sizes
};

struct ModelDescription {
    std::string name;
    std::string doc;
    std::string default_data;
    std::vector<TableDescription> tables;
    std::vector<StepDescription> schedule;
    std::vector<BlockDescription> parameters;
    std::vector<PolicyDescription> policies;
    std::vector<OutputDescription> outputs;
    ComparisonDescription comparison;
    std::vector<DataDescription> data;
    OddAccount odd;
};

ModelDescription description_of(Model& model);

// Says of parameters declared as calibrated what they are frozen at, as found in the model's folder
// of `shipped_data`; those that are not are assumptions until they are, and are marked so.
void tell_frozen_values(ModelDescription& description, const std::string& shipped_data);

// Makes the model of that name, the first of the catalogue if the name is empty; throws UsageError
// with a suggestion if there is none.
std::unique_ptr<Model> model_named(std::string_view name, const ModelCatalogue& models);

}  // namespace sim
