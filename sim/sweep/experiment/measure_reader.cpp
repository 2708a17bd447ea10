// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/experiment/measure_reader.hpp"

#include <fmt/format.h>

#include "sim/sweep/experiment/coordinate_name.hpp"
#include "sim/sweep/experiment/experiment_keys.hpp"
#include "sim/sweep/experiment/measure.hpp"

namespace sim {

MeasureReader::MeasureReader(const NodeReader& reader, const LoadedScenario& base)
    : reader_(reader), selections_(reader, &base, std::nullopt) {}

std::vector<MeasureSpec> MeasureReader::defaults() const {
    return headline_measures(selections_.variables());
}

bool MeasureReader::read_name(const YamlNode& node, MeasureSpec& spec) const {
    spec.name = spec.of.outcome;
    const YamlNode* name = node.find("name");
    if (name == nullptr) {
        return true;
    }
    const auto read = read_coordinate_name(reader_, *name);
    spec.name = read.value_or("");
    return read.has_value();
}

bool MeasureReader::read_by(const YamlNode& node, MeasureSpec& spec) const {
    const YamlNode* by = node.find("by");
    if (by == nullptr) {
        return true;
    }
    std::vector<std::string> known{"time"};
    const RecordedVariable& variable = *selections_.variable(spec.of.outcome);
    known.insert(known.end(), variable.dims.begin(), variable.dims.end());
    bool is_whole = true;
    for (const YamlNode* part : reader_.texts(*by, "expected dimensions to keep")) {
        const auto name = reader_.name(*part, "dimension", known);
        is_whole = is_whole && name.has_value();
        if (!name) {
            continue;
        }
        const bool is_chosen =
            *name == "time" ? node.find("time") != nullptr : spec.of.where.contains(*name);
        if (is_chosen) {
            reader_.refuse(*part, fmt::format("'{}' is kept whole and chosen from at once", *name),
                           "expected it in one of the two places");
            is_whole = false;
        }
        spec.by.push_back(*name);
    }
    return is_whole && !spec.by.empty();
}

std::optional<MeasureSpec> MeasureReader::read(const YamlNode& node) const {
    MeasureSpec spec;
    if (node.kind == NodeKind::scalar) {
        const auto outcome = selections_.outcome(node);
        spec.name = outcome.value_or("");
        spec.of.outcome = spec.name;
        return outcome ? std::optional(std::move(spec)) : std::nullopt;
    }
    if (!reader_.is_map(node, "expected an outcome or {name: …, outcome: …, where: …, time: …}")) {
        return std::nullopt;
    }
    reader_.check_keys(node, measure_keys);
    const YamlNode* outcome = node.find("outcome");
    if (outcome == nullptr) {
        reader_.refuse(node, "'outcome' is missing", "expected the name of an outcome");
        return std::nullopt;
    }
    const auto read = selections_.outcome(*outcome);
    if (!read) {
        return std::nullopt;
    }
    spec.of.outcome = *read;
    bool is_whole = true;
    if (const YamlNode* where = node.find("where")) {
        spec.of.where = selections_.where(*where, selections_.variable(*read));
    }
    if (const YamlNode* time = node.find("time")) {
        spec.of.quarters = selections_.quarters(*time);
        is_whole = !spec.of.quarters.empty();
    }
    is_whole = read_name(node, spec) && is_whole;
    is_whole = read_by(node, spec) && is_whole;
    return is_whole ? std::optional(std::move(spec)) : std::nullopt;
}

}  // namespace sim
