// SPDX-License-Identifier: Apache-2.0
// The list `policies`: entries append, the same label replaces. Keys beside the common ones are
// parameters of the entry's instrument.
#include <algorithm>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/policy_draft.hpp"

namespace sim {

namespace {

bool is_label(std::string_view text) {
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '-';
           });
}

std::vector<std::string> keys_of(const Instrument& instrument) {
    std::vector<std::string> keys = policy_keys;
    for (const ParamBase* param : instrument.params()) {
        SIM_ASSERT(std::find(policy_keys.begin(), policy_keys.end(), param->name()) ==
                   policy_keys.end());
        keys.emplace_back(param->name());
    }
    return keys;
}

}  // namespace

void ScenarioBuilder::apply_policies(const NodeReader& reader, const YamlNode& node) {
    if (!reader.is_list(node, "expected a list of policies; [] for none")) {
        return;
    }
    std::map<std::string, Place> labels;  // of this file
    for (const YamlNode& child : node.children) {
        std::unique_ptr<Draft> draft = read_policy(reader, child);
        if (draft == nullptr) {
            continue;
        }
        const std::string label = draft->entry.label;
        if (const auto [first, is_new] = labels.emplace(label, draft->place); !is_new) {
            reader.refuse(child,
                          fmt::format("a second policy '{}'; the first is at {}", label,
                                      first->second.text()),
                          "expected a label of its own");
            continue;
        }
        note_place(reader, "policies." + label, child);
        const auto same = std::find_if(drafts_.begin(), drafts_.end(), [&](const auto& other) {
            return other->entry.label == label;
        });
        if (same != drafts_.end()) {
            *same = std::move(draft);
        } else {
            drafts_.push_back(std::move(draft));
        }
    }
}

std::unique_ptr<ScenarioBuilder::Draft> ScenarioBuilder::read_policy(const NodeReader& reader,
                                                                     const YamlNode& node) {
    if (!reader.is_map(node, "expected a policy: {instrument: NAME, start: 2024Q1}")) {
        return nullptr;
    }
    auto draft = std::make_unique<Draft>();
    draft->place = reader.place(node);
    if (const YamlNode* instrument = node.find("instrument"); instrument == nullptr) {
        reader.refuse(node, "a policy without 'instrument'", "expected instrument: NAME");
    } else if (view_.model == nullptr) {
        draft->entry.instrument = reader.text(*instrument, "expected a name").value_or("");
    } else if (const auto name =
                   reader.name(*instrument, "instrument", view_.model->instruments().names())) {
        draft->entry.instrument = *name;
        draft->instrument = view_.model->instruments().find(*name)->make();
        reader.check_keys(node, keys_of(*draft->instrument));
        for (const ParamBase* param : draft->instrument->params()) {
            draft->entry.parameters[std::string(param->name())] = param->default_value();
        }
    }
    draft->entry.label = read_label(reader, node, draft->entry.instrument);
    for (const YamlNode& entry : node.children) {
        set_policy_key(reader, *draft, entry, entry.key);
    }
    if (draft->start && draft->end && *draft->end < *draft->start) {
        problems_.add({draft->end_place,
                       fmt::format("the end {} lies before the start", draft->end->text()),
                       fmt::format("expected {} or later", draft->start->text())});
        draft->end.reset();
    }
    return draft->entry.label.empty() ? nullptr : std::move(draft);
}

std::string ScenarioBuilder::read_label(const NodeReader& reader, const YamlNode& policy,
                                        const std::string& instrument) const {
    const YamlNode* node = policy.find("label");
    if (node == nullptr) {
        return instrument;
    }
    const std::string expected = "expected letters, digits, '_' and '-', at most 64";
    const std::optional<std::string> label = reader.text(*node, expected);
    if (label && !is_label(*label)) {
        reader.refuse(*node, "this cannot be a label", expected);
        return {};
    }
    return label.value_or("");
}

void ScenarioBuilder::set_policy_key(const NodeReader& reader, Draft& draft, const YamlNode& value,
                                     const std::string& key) {
    PolicyEntry& entry = draft.entry;
    if (key == "start") {
        if (const auto quarter = reader.quarter(value)) {
            draft.start = quarter;
        }
    } else if (key == "end") {
        if (const auto quarter = reader.quarter(value)) {
            draft.end = quarter;
            draft.end_place = reader.place(value);
        }
    } else if (key == "pilot") {
        if (const auto label = reader.text(value, "expected the label of a pilot")) {
            entry.pilot = *label;
            draft.pilot_place = reader.place(value);
        }
    } else if (key == "phase_in_years") {
        if (const auto years = reader.value(value, policy_keys_.phase_in_years)) {
            entry.phase_in_years = std::get<double>(*years);
        }
    } else if (key == "strength") {
        if (const auto strength = reader.value(value, policy_keys_.strength)) {
            entry.strength = std::get<double>(*strength);
        }
    } else if (key == "where") {
        set_where(reader, draft, value);
    } else if (key == "budget") {
        if (reader.is_map(value, budget_expected)) {
            if (const auto budget = read_budget(reader, value, std::nullopt)) {
                entry.budget = budget;
            }
        }
    } else if (draft.instrument != nullptr) {
        if (const ParamBase* param = draft.instrument->find(key)) {
            if (auto parsed = reader.value(value, *param)) {
                entry.parameters[key] = std::move(*parsed);
            }
        }
    }
}

void ScenarioBuilder::check_pilots() const {
    std::vector<std::string> pilots;
    for (const auto& draft : drafts_) {
        if (draft->instrument != nullptr && draft->instrument->spec().is_pilot) {
            pilots.push_back(draft->entry.label);
        }
    }
    for (const auto& draft : drafts_) {
        const std::string& label = draft->entry.pilot;
        if (label.empty()) {
            continue;
        }
        if (draft->instrument != nullptr && draft->instrument->spec().is_pilot) {
            problems_.add({draft->pilot_place, "a pilot cannot belong to a pilot",
                           "expected no 'pilot' here"});
        } else if (std::find(pilots.begin(), pilots.end(), label) == pilots.end()) {
            problems_.add({draft->pilot_place, fmt::format("there is no pilot '{}'", label),
                           pilots.empty() ? "expected the label of a pilot among the policies"
                                          : fmt::format("expected one of {}", listed(pilots)),
                           nearest_name(label, pilots)});
        }
    }
}

void ScenarioBuilder::check_periods() const {
    for (const auto& draft : drafts_) {
        const Quarter start = draft->start.value_or(scenario_.start);
        if (draft->end && *draft->end < start && !is_period_refused_) {
            problems_.add({draft->end_place,
                           fmt::format("the policy '{}' ends in {}, before it starts",
                                       draft->entry.label, draft->end->text()),
                           fmt::format("expected {} or later", start.text())});
        }
    }
}

Scenario ScenarioBuilder::composed() const {
    Scenario scenario = scenario_;
    for (const auto& draft : drafts_) {
        PolicyEntry entry = draft->entry;
        entry.start = draft->start.value_or(scenario.start);
        // A run may end before a policy begins; its period still ends no earlier than it starts.
        entry.end = draft->end.value_or(std::max(scenario.end, entry.start));
        scenario.policies.push_back(std::move(entry));
    }
    return scenario;
}

}  // namespace sim
