// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/target_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/calibrate/calibration_keys.hpp"
#include "sim/core/text.hpp"

namespace sim {

namespace {

// A number of the variable at hand, read like a parameter: with or without a unit.
struct Quantity final : ParamBlock {
    explicit Quantity(Unit unit)
        : ParamBlock("target", "A number of a target."), number(*this, "number", 0.0, {unit}) {}
    Param<double> number;
};

bool is_target_name(const std::string& name) {
    return !name.empty() && name.size() <= 64 && name.front() >= 'a' && name.front() <= 'z' &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

}  // namespace

TargetReader::TargetReader(const NodeReader& reader, const LoadedScenario* base)
    : reader_(reader),
      base_(base),
      selections_(reader, base,
                  base == nullptr ? std::nullopt : base->model->last_record(base->scenario)) {}

std::optional<Selection> TargetReader::selection(
    const YamlNode& node, const std::vector<Quarter>& default_quarters) const {
    Selection selection;
    const YamlNode* name = node.find("outcome");
    if (name == nullptr) {
        reader_.refuse(node, "'outcome' is missing", "expected the name of an outcome");
        return std::nullopt;
    }
    const std::optional<std::string> read = selections_.outcome(*name);
    if (const YamlNode* part = node.find("where")) {
        selection.where = selections_.where(*part, read ? selections_.variable(*read) : nullptr);
    }
    selection.quarters = default_quarters;
    if (const YamlNode* time = node.find("time")) {
        selection.quarters = selections_.quarters(*time);
    } else if (default_quarters.empty()) {
        reader_.refuse(node, "'time' is missing", "expected the quarters of the record");
    }
    if (!read) {
        return std::nullopt;
    }
    selection.outcome = *read;
    return selection;
}

void TargetReader::check_statistic(const YamlNode& node, const Target& target) const {
    const bool needs_over = target.statistic != Statistic::value;
    const YamlNode* over = node.find("over");
    if (needs_over && over == nullptr) {
        reader_.refuse(
            node, fmt::format("'over' is missing, which a {} needs", enum_name(target.statistic)),
            "expected a second outcome: {outcome: …, where: …, time: …}");
    } else if (!needs_over && over != nullptr) {
        reader_.refuse(*over, "'over' has no use for a value",
                       "expected statistic: ratio, difference or log_ratio");
    }
    if (target.statistic == Statistic::difference && target.over && base_ != nullptr) {
        const RecordedVariable* first = selections_.variable(target.of.outcome);
        const RecordedVariable* second = selections_.variable(target.over->outcome);
        if (first != nullptr && second != nullptr && first->unit != second->unit) {
            reader_.refuse(*over, fmt::format("'{}' is in {}", second->name, second->unit.symbol),
                           fmt::format("expected {} as of '{}'", first->unit.symbol, first->name));
        }
    }
}

std::optional<double> TargetReader::number(const YamlNode& node, Unit unit,
                                           const std::string& written_unit) const {
    const Quantity quantity(unit);
    YamlNode with_unit = node;
    if (!written_unit.empty() && parse_number(node.text)) {
        with_unit.text += " " + written_unit;
    }
    const std::optional<ParamValue> value = reader_.value(with_unit, quantity.number);
    return value ? std::optional(std::get<double>(*value)) : std::nullopt;
}

std::optional<Target> TargetReader::read_numbers(const YamlNode& node, Target target) const {
    const RecordedVariable* of = selections_.variable(target.of.outcome);
    const bool has_unit = of != nullptr && (target.statistic == Statistic::value ||
                                            target.statistic == Statistic::difference);
    const Unit unit = has_unit ? of->unit : unit::none;
    target.unit = unit.symbol;
    std::string written_unit;
    if (const YamlNode* symbol = node.find("unit")) {
        written_unit = reader_.text(*symbol, "expected a unit").value_or("");
        if (base_ != nullptr && !written_unit.empty() && !conversion_factor(written_unit, unit)) {
            reader_.refuse(*symbol, fmt::format("'{}' does not fit", written_unit),
                           fmt::format("expected {} or a unit of the same kind", unit.symbol));
            written_unit.clear();
        }
    }
    bool is_whole = true;
    for (const auto& [key, into] :
         {std::pair{"value", &target.value}, std::pair{"tolerance", &target.tolerance}}) {
        const YamlNode* entry = node.find(key);
        if (entry == nullptr) {
            reader_.refuse(node, fmt::format("'{}' is missing", key), "expected a number");
            is_whole = false;
            continue;
        }
        const std::optional<double> read =
            base_ != nullptr ? number(*entry, unit, written_unit) : std::nullopt;
        is_whole = is_whole && read.has_value();
        *into = read.value_or(1.0);
    }
    if (target.tolerance <= 0.0) {
        reader_.refuse(*node.find("tolerance"), "the tolerance is not above 0",
                       "expected how far the model may be from the record");
        is_whole = false;
    }
    return is_whole ? std::optional(std::move(target)) : std::nullopt;
}

std::optional<Target> TargetReader::read(const YamlNode& node) const {
    if (!reader_.is_map(node, "expected a target with name, outcome, time, value and tolerance")) {
        return std::nullopt;
    }
    reader_.check_keys(node, target_keys);
    Target target;
    target.place = reader_.place(node);
    for (const auto& [key, expected] : {std::pair{"name", "a name of small letters, digits and _"},
                                        std::pair{"source", "where the recorded number stands"}}) {
        const YamlNode* entry = node.find(key);
        if (entry == nullptr) {
            reader_.refuse(node, fmt::format("'{}' is missing", key),
                           fmt::format("expected {}", expected));
        }
        const auto text = entry == nullptr
                              ? std::nullopt
                              : reader_.text(*entry, fmt::format("expected {}", expected));
        (entry != nullptr && entry->key == "name" ? target.name : target.source) =
            text.value_or("");
        if (entry != nullptr && entry->key == "name" && text && !is_target_name(*text)) {
            reader_.refuse(*entry, fmt::format("'{}' is no name of a target", *text),
                           fmt::format("expected {}", expected));
            target.name.clear();
        }
    }
    if (const YamlNode* statistic = node.find("statistic")) {
        const std::vector<std::string> known{enum_names<Statistic>.begin(),
                                             enum_names<Statistic>.end()};
        if (const auto name = reader_.name(*statistic, "statistic", known)) {
            target.statistic = enum_value<Statistic>(*name).value();
        }
    }
    std::optional<Selection> of = selection(node, {});
    if (of) {
        target.of = std::move(*of);
    }
    if (const YamlNode* over = node.find("over");
        over != nullptr && reader_.is_map(*over, "expected an outcome with where and time")) {
        reader_.check_keys(*over, selection_keys);
        target.over = selection(*over, target.of.quarters);
    }
    check_statistic(node, target);
    if (target.of.outcome.empty()) {
        return std::nullopt;
    }
    return read_numbers(node, std::move(target));
}

}  // namespace sim
