// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/target_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/calibrate/calibration_keys.hpp"
#include "sim/core/text.hpp"
#include "sim/sweep/result_header.hpp"

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
    : reader_(reader), base_(base) {
    if (base_ != nullptr) {
        variables_ = variables_of(*base_);
        dimensions_ = base_->model->dimensions();
        last_record_ = base_->model->last_record(base_->scenario);
    }
}

const RecordedVariable* TargetReader::variable(const std::string& name) const {
    for (const RecordedVariable& variable : variables_) {
        if (variable.name == name) {
            return &variable;
        }
    }
    return nullptr;
}

std::optional<std::string> TargetReader::outcome(const YamlNode& node) const {
    if (base_ == nullptr) {
        return reader_.text(node, "expected the name of an outcome");
    }
    std::vector<std::string> names;
    for (const RecordedVariable& variable : variables_) {
        names.push_back(variable.name);
    }
    return reader_.name(node, "outcome", names);
}

std::map<std::string, std::vector<std::string>> TargetReader::where(
    const YamlNode& node, const RecordedVariable* of) const {
    std::map<std::string, std::vector<std::string>> where;
    if (of == nullptr || !reader_.is_map(node, "expected labels by dimension")) {
        return where;
    }
    if (of->dims.empty() && !node.children.empty()) {
        reader_.refuse(node, fmt::format("'{}' has no dimensions to choose from", of->name),
                       "expected no 'where'");
        return where;
    }
    reader_.check_keys(node, of->dims);
    for (const YamlNode& entry : node.children) {
        const auto dimension =
            std::find_if(dimensions_.begin(), dimensions_.end(), [&](const Dimension& d) {
                return d.name == entry.key &&
                       std::find(of->dims.begin(), of->dims.end(), d.name) != of->dims.end();
            });
        if (dimension == dimensions_.end()) {
            continue;  // refused above
        }
        for (const YamlNode* label : reader_.texts(entry, "expected a label or a list of them")) {
            if (const auto known = reader_.name(*label, dimension->name, dimension->labels)) {
                where[entry.key].push_back(*known);
            }
        }
    }
    return where;
}

std::optional<Quarter> TargetReader::quarter(const YamlNode& node) const {
    const std::optional<Quarter> read = reader_.quarter(node);
    if (!read || base_ == nullptr) {
        return read;
    }
    const Scenario& scenario = base_->scenario;
    if (*read < scenario.first_quarter()) {
        reader_.refuse(node,
                       fmt::format("{} lies before the first simulated quarter", read->text()),
                       fmt::format("expected {} or later; time.spin_up_years of the base sets it",
                                   scenario.first_quarter().text()));
    } else if (last_record_ && *read > *last_record_) {
        reader_.refuse(node,
                       fmt::format("{} lies after the last record that may enter", read->text()),
                       fmt::format("expected {} at the latest: a model fitted to what came later "
                                   "could not be tested on it",
                                   last_record_->text()));
    } else if (*read > scenario.end) {
        reader_.refuse(node, fmt::format("{} lies after the end of the base", read->text()),
                       fmt::format("expected {} at the latest", scenario.end.text()));
    } else {
        return read;
    }
    return std::nullopt;
}

std::vector<Quarter> TargetReader::quarters(const YamlNode& node) const {
    std::vector<Quarter> list;
    if (node.kind == NodeKind::map) {
        reader_.check_keys(node, period_keys);
        const YamlNode* from = node.find("from");
        const YamlNode* to = node.find("to");
        if (from == nullptr || to == nullptr) {
            reader_.refuse(node, "a period needs both ends", "expected {from: 2021Q3, to: 2022Q2}");
            return list;
        }
        const std::optional<Quarter> first = quarter(*from);
        const std::optional<Quarter> last = quarter(*to);
        if (first && last && *last < *first) {
            reader_.refuse(*to, fmt::format("{} lies before {}", last->text(), first->text()));
        } else if (first && last) {
            for (Quarter q = *first; q <= *last; q = q + 1) {
                list.push_back(q);
            }
        }
        return list;
    }
    for (const YamlNode* one : reader_.texts(node,
                                             "expected a quarter such as 2022Q3, a list of "
                                             "them or {from: 2021Q3, to: 2022Q2}")) {
        if (const auto read = quarter(*one)) {
            list.push_back(*read);
        }
    }
    std::sort(list.begin(), list.end());
    return list;
}

std::optional<Selection> TargetReader::selection(
    const YamlNode& node, const std::vector<Quarter>& default_quarters) const {
    Selection selection;
    const YamlNode* name = node.find("outcome");
    if (name == nullptr) {
        reader_.refuse(node, "'outcome' is missing", "expected the name of an outcome");
        return std::nullopt;
    }
    const std::optional<std::string> read = outcome(*name);
    if (const YamlNode* part = node.find("where")) {
        selection.where = where(*part, read ? variable(*read) : nullptr);
    }
    selection.quarters = default_quarters;
    if (const YamlNode* time = node.find("time")) {
        selection.quarters = quarters(*time);
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
        const RecordedVariable* first = variable(target.of.outcome);
        const RecordedVariable* second = variable(target.over->outcome);
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
    const RecordedVariable* of = variable(target.of.outcome);
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
