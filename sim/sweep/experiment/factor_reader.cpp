// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/experiment/factor_reader.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/sweep/experiment/experiment_keys.hpp"

namespace sim {

namespace {

constexpr std::string_view path_forms =
    "expected parameters.NAME, structures.NAME or policies.LABEL.KEY";

bool is_structure_name(const std::string& name) {
    return name.starts_with(std::string(structures_prefix) + '.');
}

double as_number(const ParamValue& value) {
    const auto* integer = std::get_if<std::int64_t>(&value);
    return integer != nullptr ? static_cast<double>(*integer) : std::get<double>(value);
}

bool has_numbers(ParamKind kind) {
    return kind == ParamKind::number || kind == ParamKind::integer;
}

}  // namespace

FactorReader::FactorReader(const NodeReader& reader, const std::vector<LoadedScenario>& scenarios,
                           Repeats repeats)
    : reader_(reader), scenarios_(scenarios), repeats_(repeats) {}

const ParamBase* FactorReader::model_param(const YamlNode& path, const std::string& name,
                                           bool is_structure) {
    const ParamRegistry& params = scenarios_.front().model->params();
    std::vector<std::string> known;
    for (const std::string& candidate : params.names()) {
        if (is_structure_name(candidate) == is_structure) {
            known.push_back(candidate);
        }
    }
    if (std::find(known.begin(), known.end(), name) != known.end()) {
        return params.find(name);
    }
    const std::string nearest = nearest_name(name, known);
    const std::string before = is_structure ? "" : "parameters.";
    reader_.refuse(path, fmt::format("unknown path '{}'", path.text), std::string(path_forms),
                   nearest.empty() ? "" : before + nearest);
    return nullptr;
}

const ParamBase* FactorReader::policy_param(const YamlNode& path, const std::string& rest) {
    const std::size_t dot = rest.find('.');
    const std::string label = rest.substr(0, dot);
    const std::string key = dot == std::string::npos ? "" : rest.substr(dot + 1);
    std::vector<std::string> labels;
    for (const LoadedScenario& loaded : scenarios_) {
        for (const PolicyEntry& policy : loaded.scenario.policies) {
            labels.push_back(policy.label);
            if (policy.label != label) {
                continue;
            }
            instruments_.push_back(loaded.model->instruments().find(policy.instrument)->make());
            std::vector<const ParamBase*> params{&policy_keys_.strength,
                                                 &policy_keys_.phase_in_years};
            for (const ParamBase* param : instruments_.back()->params()) {
                params.push_back(param);
            }
            std::vector<std::string> known;
            for (const ParamBase* param : params) {
                known.emplace_back(param->name());
                if (param->name() == key) {
                    return param;
                }
            }
            reader_.refuse(path, fmt::format("policy '{}' has no '{}' to vary", label, key),
                           fmt::format("expected one of {}", listed(known)),
                           nearest_name(key, known));
            return nullptr;
        }
    }
    reader_.refuse(path, fmt::format("no scenario has a policy '{}'", label),
                   labels.empty() ? "the scenarios have no policies"
                                  : fmt::format("expected one of {}", listed(labels)),
                   nearest_name(label, labels));
    return nullptr;
}

const ParamBase* FactorReader::param_of(const YamlNode& path) {
    const auto text = reader_.text(path, path_forms);
    if (!text) {
        return nullptr;
    }
    const std::size_t dot = text->find('.');
    const std::string head = text->substr(0, dot);
    const std::string rest = dot == std::string::npos ? "" : text->substr(dot + 1);
    if (head == "parameters") {
        return model_param(path, rest, false);
    }
    if (head == structures_prefix) {
        return model_param(path, *text, true);
    }
    if (head == "policies") {
        return policy_param(path, rest);
    }
    const bool is_parameter = scenarios_.front().model->params().find(*text) != nullptr;
    reader_.refuse(path, fmt::format("unknown path '{}'", *text), std::string(path_forms),
                   is_parameter ? "parameters." + *text
                                : nearest_name(head, {"parameters", "structures", "policies"}));
    return nullptr;
}

bool FactorReader::read_levels(const YamlNode& values, const ParamBase& param,
                               Factor& factor) const {
    std::vector<const YamlNode*> nodes;
    if (repeats_ == Repeats::allowed && values.kind == NodeKind::list) {
        for (const YamlNode& value : values.children) {
            nodes.push_back(&value);
        }
    } else {
        nodes = reader_.texts(values, "expected a list of values");
    }
    bool is_whole = true;
    for (const YamlNode* value : nodes) {
        auto read = reader_.value(*value, param);
        is_whole = is_whole && read.has_value();
        if (!read) {
            continue;
        }
        if (repeats_ == Repeats::refused &&
            std::find(factor.levels.begin(), factor.levels.end(), *read) != factor.levels.end()) {
            reader_.refuse(*value, fmt::format("'{}' means a value that is there", value->text),
                           "expected each value once");
            is_whole = false;
        }
        factor.levels.push_back(std::move(*read));
    }
    return is_whole && !factor.levels.empty();
}

bool FactorReader::read_range(const YamlNode& node, const ParamBase& param, Factor& factor) const {
    const YamlNode* range = node.find("range");
    factor.range = param.spec().range;
    if (range != nullptr) {
        if (!has_numbers(factor.kind)) {
            reader_.refuse(*range, fmt::format("'{}' is no number", factor.path),
                           "expected values: [...]");
            return false;
        }
        if (range->kind != NodeKind::list || range->children.size() != 2) {
            reader_.refuse(*range, "'range' is no pair of numbers", "expected [low, high]");
            return false;
        }
        const auto low = reader_.value(range->children[0], param);
        const auto high = reader_.value(range->children[1], param);
        if (!low || !high) {
            return false;
        }
        factor.range = {as_number(*low), as_number(*high)};
    }
    const auto [low, high] = factor.range;
    if (!std::isfinite(low) || !std::isfinite(high) || low >= high) {
        reader_.refuse(range != nullptr ? *range : node,
                       fmt::format("'{}' has no range to vary in", factor.path),
                       "expected range: [low, high] with low below high, or values");
        return false;
    }
    return true;
}

bool FactorReader::read_distribution(const YamlNode& node, Factor& factor) const {
    const YamlNode* distribution = node.find("distribution");
    if (distribution == nullptr) {
        return true;
    }
    if (!factor.has_range()) {
        reader_.refuse(*distribution, "values have no distribution", "expected range: [low, high]");
        return false;
    }
    const std::vector<std::string> known{enum_names<Distribution>.begin(),
                                         enum_names<Distribution>.end()};
    const auto name = reader_.name(*distribution, "distribution", known);
    if (!name) {
        return false;
    }
    factor.distribution = enum_value<Distribution>(*name).value();
    if (factor.distribution == Distribution::log_uniform && factor.range.low <= 0.0) {
        reader_.refuse(*distribution,
                       fmt::format("a logarithm cannot begin at {}", shortest(factor.range.low)),
                       "expected a range above 0");
        return false;
    }
    return true;
}

std::optional<Factor> FactorReader::read(const YamlNode& node) {
    if (!reader_.is_map(node, "expected {path: …, values: […]} or {path: …, range: […, …]}")) {
        return std::nullopt;
    }
    reader_.check_keys(node, factor_keys);
    const YamlNode* path = node.find("path");
    if (path == nullptr) {
        reader_.refuse(node, "'path' is missing", std::string(path_forms));
        return std::nullopt;
    }
    const ParamBase* param = param_of(*path);
    if (param == nullptr) {
        return std::nullopt;
    }
    Factor factor{.path = path->text,
                  .unit = std::string(param->spec().unit.symbol),
                  .doc = std::string(param->spec().doc),
                  .kind = param->kind()};
    const YamlNode* values = node.find("values");
    if (values != nullptr && node.find("range") != nullptr) {
        reader_.refuse(*values, "a factor has values or a range, not both");
        return std::nullopt;
    }
    bool is_whole = true;
    if (values != nullptr) {
        is_whole = read_levels(*values, *param, factor);
    } else if (has_numbers(factor.kind) || node.find("range") != nullptr) {
        is_whole = read_range(node, *param, factor);
    } else if (factor.kind == ParamKind::flag) {
        factor.levels = {false, true};
    } else {
        for (const std::string& choice : param->choices()) {
            factor.levels.emplace_back(choice);
        }
    }
    is_whole = is_whole && read_distribution(node, factor);
    return is_whole ? std::optional(std::move(factor)) : std::nullopt;
}

}  // namespace sim
