// SPDX-License-Identifier: Apache-2.0
// Where a policy acts: `where: {province: [Shanghai, Jiangsu], below: {measure: 0.5}}`. The
// instrument declares the dimensions and measures, the model their labels.
#include <algorithm>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/policy_draft.hpp"

namespace sim {

namespace {

// What the `where` of an instrument accepts.
struct ScopeKeys {
    std::vector<std::string> dimensions{};
    std::vector<std::string> measures{};  // of `below`
};

ScopeKeys scope_keys(const Instrument& instrument) {
    ScopeKeys keys;
    for (const std::string& key : instrument.spec().where) {
        if (key.starts_with(below_prefix)) {
            keys.measures.push_back(key.substr(below_prefix.size()));
        } else {
            keys.dimensions.push_back(key);
        }
    }
    return keys;
}

}  // namespace

void ScenarioBuilder::set_where(const NodeReader& reader, Draft& draft,
                                const YamlNode& where) const {
    if (!reader.is_map(where, "expected {province: [NAME, NAME]}")) {
        return;
    }
    draft.entry.where.clear();
    draft.entry.below.clear();
    for (const YamlNode& part : where.children) {
        set_where_part(reader, draft, part);
    }
}

void ScenarioBuilder::set_where_part(const NodeReader& reader, Draft& draft,
                                     const YamlNode& part) const {
    if (draft.instrument == nullptr) {
        return;
    }
    const ScopeKeys keys = scope_keys(*draft.instrument);
    std::vector<std::string> known = keys.dimensions;
    if (!keys.measures.empty()) {
        known.emplace_back("below");
    }
    if (known.empty()) {
        reader.refuse(part, fmt::format("'{}' acts everywhere alike", draft.entry.instrument),
                      "expected no 'where'");
    } else if (std::find(known.begin(), known.end(), part.key) == known.end()) {
        reader.unknown_key(part, known);
    } else if (part.key == "below") {
        set_below(reader, draft, part);
    } else {
        set_labels(reader, draft, part);
    }
}

void ScenarioBuilder::set_labels(const NodeReader& reader, Draft& draft,
                                 const YamlNode& part) const {
    const std::vector<std::string>* known = nullptr;
    if (view_.scope_dimensions) {
        const auto& dimensions = *view_.scope_dimensions;
        const auto found = std::find_if(dimensions.begin(), dimensions.end(),
                                        [&](const Dimension& d) { return d.name == part.key; });
        SIM_ASSERT(found != dimensions.end());
        known = &found->labels;
    }
    std::vector<std::string> labels;
    for (const YamlNode* node : reader.texts(part, "expected a name or a list of names")) {
        if (known == nullptr) {
            labels.push_back(node->text);
        } else if (const auto label = reader.name(*node, part.key, *known)) {
            labels.push_back(*label);
        }
    }
    if (!labels.empty()) {
        draft.entry.where[part.key] = std::move(labels);
    }
}

void ScenarioBuilder::set_below(const NodeReader& reader, Draft& draft,
                                const YamlNode& below) const {
    if (!reader.is_map(below, "expected {measure: value}")) {
        return;
    }
    const std::vector<std::string> measures = scope_keys(*draft.instrument).measures;
    reader.check_keys(below, measures);
    for (const YamlNode& entry : below.children) {
        const auto written = reader.text(entry, "expected a number");
        const auto number = written ? parse_number(*written) : std::nullopt;
        if (written && !number) {
            reader.refuse(entry, fmt::format("'{}' is not a number", entry.key),
                          "expected a number");
        } else if (number &&
                   std::find(measures.begin(), measures.end(), entry.key) != measures.end()) {
            draft.entry.below[entry.key] = *number;
        }
    }
}

}  // namespace sim
