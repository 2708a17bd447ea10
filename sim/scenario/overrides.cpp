// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/overrides.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/scenario/policy_draft.hpp"

namespace sim {

namespace {

YamlNode scalar(std::string text) {
    YamlNode node;
    node.kind = NodeKind::scalar;
    node.text = std::move(text);
    return node;
}

YamlNode map_of(std::string key, YamlNode value) {
    value.key = std::move(key);
    YamlNode map;
    map.kind = NodeKind::map;
    map.children.push_back(std::move(value));
    return map;
}

Layer option_layer(const std::string& option, YamlNode root) {
    return {option, {}, std::move(root), Origin::option};
}

// Text up to the first dot and the rest; the rest is empty without a dot.
std::pair<std::string, std::string> split(const std::string& path) {
    const std::size_t dot = path.find('.');
    if (dot == std::string::npos) {
        return {path, {}};
    }
    return {path.substr(0, dot), path.substr(dot + 1)};
}

class SetReader {
  public:
    SetReader(OverrideLayers& into, const Model* model, Problems& problems)
        : into_(into), model_(model), problems_(problems) {}

    void read(const std::string& path, const std::string& value) {
        const std::string place = "--set " + path;
        std::optional<YamlNode> node = parsed(place, value);
        if (!node) {
            return;
        }
        const auto [head, rest] = split(path);
        if (head == "policies") {
            read_policy(place, rest, std::move(*node));
        } else if (std::find(maps_.begin(), maps_.end(), head) != maps_.end()) {
            if (rest.empty()) {
                refuse(place, fmt::format("'{}' is a group", head),
                       fmt::format("expected {}.NAME=VALUE", head));
                return;
            }
            into_.layers.push_back(
                option_layer(place, map_of(head, map_of(rest, std::move(*node)))));
        } else if (rest.empty() &&
                   std::find(scalars_.begin(), scalars_.end(), head) != scalars_.end()) {
            into_.layers.push_back(option_layer(place, map_of(head, std::move(*node))));
        } else {
            refuse_path(place, path, head);
        }
    }

  private:
    void refuse(const std::string& place, std::string what, std::string expected,
                std::string nearest = {}) {
        problems_.add({{place}, std::move(what), std::move(expected), std::move(nearest)});
    }

    void refuse_path(const std::string& place, const std::string& path, const std::string& head) {
        if (head == "model" || head == "extends") {
            refuse(place, fmt::format("'{}' cannot be set from outside", head),
                   "expected it in the scenario file");
            return;
        }
        std::vector<std::string> known = scalars_;
        known.insert(known.end(), maps_.begin(), maps_.end());
        known.emplace_back("policies");
        const bool is_parameter = model_ != nullptr && model_->params().find(path) != nullptr;
        refuse(place, fmt::format("unknown path '{}'", path),
               fmt::format("expected {}, or a name after one of {}", listed(scalars_),
                           "parameters., structures., time., budget., output., policies.LABEL."),
               is_parameter ? "parameters." + path : nearest_name(head, known));
    }

    void read_policy(const std::string& place, const std::string& rest, YamlNode node) {
        auto [label, key] = split(rest);
        if (label.empty() || key.empty()) {
            refuse(place, "a policy is set key by key", "expected policies.LABEL.KEY=VALUE");
            return;
        }
        into_.policies.push_back({option_layer(place, std::move(node)), label, key});
    }

    // A single value or a list, read as YAML; positions inside an option mean nothing.
    std::optional<YamlNode> parsed(const std::string& place, const std::string& value) {
        if (value.find_first_not_of(' ') == std::string::npos) {
            refuse(place, "no value", "expected a single value or a list");
            return std::nullopt;
        }
        Problems found;
        YamlTree tree = parse_yaml(value, place, found);
        if (tree.is_complete && found.empty() && tree.root.kind == NodeKind::map) {
            found.add({{place}, "the value is a map", "expected a single value or a list"});
        }
        if (!found.empty() || !tree.is_complete) {
            for (Problem problem : found.list()) {
                problem.place = {place};
                problems_.add(std::move(problem));
            }
            return std::nullopt;
        }
        return std::move(tree.root);
    }

    const std::vector<std::string> maps_{"parameters", "structures", "time", "budget", "output"};
    const std::vector<std::string> scalars_{"title", "data", "seed", "scale", "replicates"};
    OverrideLayers& into_;
    const Model* model_;
    Problems& problems_;
};

}  // namespace

OverrideLayers override_layers(const Overrides& overrides, const Model* model, Problems& problems) {
    OverrideLayers made;
    SetReader reader(made, model, problems);
    for (const auto& [path, value] : overrides.set) {
        reader.read(path, value);
    }
    const auto add = [&](const char* option, YamlNode root) {
        made.layers.push_back(option_layer(option, std::move(root)));
    };
    if (overrides.seed) {
        add("--seed", map_of("seed", scalar(std::to_string(*overrides.seed))));
    }
    if (overrides.replicates) {
        add("--replicates", map_of("replicates", scalar(std::to_string(*overrides.replicates))));
    }
    if (overrides.scale) {
        add("--scale", map_of("scale", scalar(*overrides.scale)));
    }
    if (overrides.until) {
        add("--until", map_of("time", map_of("end", scalar(*overrides.until))));
    }
    if (overrides.panel) {
        add("--panel", map_of("output", map_of("panel", scalar(*overrides.panel))));
    }
    if (overrides.checkpoint_every) {
        add("--checkpoint-every",
            map_of("output", map_of("checkpoint_every", scalar(*overrides.checkpoint_every))));
    }
    return made;
}

void ScenarioBuilder::apply(const PolicyOverride& override) {
    const NodeReader reader(override.layer.file, Origin::option, problems_);
    std::vector<std::string> labels;
    for (const auto& draft : drafts_) {
        labels.push_back(draft->entry.label);
        if (draft->entry.label == override.label) {
            override_policy(reader, *draft, override);
            return;
        }
    }
    reader.refuse(override.layer.root, fmt::format("there is no policy '{}'", override.label),
                  labels.empty() ? "the scenario has no policies"
                                 : fmt::format("expected one of {}", listed(labels)),
                  nearest_name(override.label, labels));
}

void ScenarioBuilder::override_policy(const NodeReader& reader, Draft& draft,
                                      const PolicyOverride& override) {
    const auto [head, rest] = split(override.key);
    YamlNode value = override.layer.root;
    value.key = rest.empty() ? head : rest;
    if (draft.instrument == nullptr) {
        return;  // its own error is known already
    }
    if (head == "where" && !rest.empty()) {
        set_where_part(reader, draft, value);
        return;
    }
    std::vector<std::string> known{"start", "end", "phase_in_years", "strength", "where.DIMENSION"};
    for (const ParamBase* param : draft.instrument->params()) {
        known.emplace_back(param->name());
    }
    if (!rest.empty() || std::find(known.begin(), known.end(), head) == known.end()) {
        value.key = override.key;
        reader.unknown_key(value, known);
        return;
    }
    set_policy_key(reader, draft, value, head);
    note_place(reader, fmt::format("policies.{}.{}", override.label, head), value);
}

}  // namespace sim
