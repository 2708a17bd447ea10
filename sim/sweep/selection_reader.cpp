// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/selection_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/sweep/result_header.hpp"

namespace sim {

SelectionReader::SelectionReader(const NodeReader& reader, const LoadedScenario* base,
                                 std::optional<Quarter> last_record)
    : reader_(reader), base_(base), last_record_(last_record) {
    if (base_ != nullptr) {
        variables_ = variables_of(*base_);
        dimensions_ = base_->model->dimensions();
    }
}

const RecordedVariable* SelectionReader::variable(const std::string& name) const {
    for (const RecordedVariable& variable : variables_) {
        if (variable.name == name) {
            return &variable;
        }
    }
    return nullptr;
}

std::optional<std::string> SelectionReader::outcome(const YamlNode& node) const {
    if (base_ == nullptr) {
        return reader_.text(node, "expected the name of an outcome");
    }
    std::vector<std::string> names;
    for (const RecordedVariable& variable : variables_) {
        names.push_back(variable.name);
    }
    return reader_.name(node, "outcome", names);
}

std::map<std::string, std::vector<std::string>> SelectionReader::where(
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

std::optional<Quarter> SelectionReader::quarter(const YamlNode& node) const {
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

std::vector<Quarter> SelectionReader::quarters(const YamlNode& node) const {
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

}  // namespace sim
