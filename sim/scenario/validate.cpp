// SPDX-License-Identifier: Apache-2.0
// The keys of a scenario file but `policies` (policies.cpp), `budget` (budgets.cpp) and `extends`
// (layers.cpp).
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/scenario/builder.hpp"
#include "sim/scenario/data_files.hpp"
#include "sim/scenario/policy_draft.hpp"

namespace sim {

namespace {

// The whole text as a number without sign, point or leading zeros.
template <class Integer>
std::optional<Integer> plain_integer(std::string_view text) {
    Integer value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool has_odd_start = text.empty() || text.front() < '0' || text.front() > '9' ||
                               (text.front() == '0' && text.size() > 1);
    if (error != std::errc{} || end != text.data() + text.size() || has_odd_start) {
        return std::nullopt;
    }
    return value;
}

// "1y" and "2q" in quarters, up to 99 of either.
std::optional<int> interval_quarters(std::string_view text) {
    if (text.size() < 2 || text.size() > 3 || (text.back() != 'y' && text.back() != 'q')) {
        return std::nullopt;
    }
    const auto count = plain_integer<int>(text.substr(0, text.size() - 1));
    if (!count || *count == 0) {
        return std::nullopt;
    }
    return text.back() == 'y' ? *count * 4 : *count;
}

}  // namespace

ScenarioBuilder::ScenarioBuilder(ModelView view, Problems& problems)
    : view_(std::move(view)), problems_(problems) {
    if (view_.model == nullptr) {
        return;
    }
    scenario_.model = view_.model->name();
    for (const ParamBlock* block : view_.model->params().blocks()) {
        for (const ParamBase* param : block->params()) {
            scenario_.parameters[full_name(*block, *param)] = param->default_value();
        }
    }
}

ScenarioBuilder::~ScenarioBuilder() = default;

void ScenarioBuilder::apply(const Layer& layer) {
    const NodeReader reader(layer.file, layer.origin, problems_);
    reader.check_keys(layer.root, scenario_keys);
    for (const YamlNode& entry : layer.root.children) {
        apply_entry(reader, layer, entry);
    }
    if (layer.origin == Origin::file) {
        check_by_model(layer.file);
    }
}

void ScenarioBuilder::apply_entry(const NodeReader& reader, const Layer& layer,
                                  const YamlNode& entry) {
    if (entry.key == "seed") {
        apply_seed(reader, entry);
    } else if (entry.key == "title") {
        apply_title(reader, entry);
    } else if (entry.key == "scale") {
        apply_scale(reader, entry);
    } else if (entry.key == "data") {
        apply_data(reader, layer, entry);
    } else if (entry.key == "replicates") {
        if (const auto value = reader.value(entry, run_keys_.replicates)) {
            scenario_.replicates = static_cast<int>(std::get<std::int64_t>(*value));
        }
    } else if (entry.key == "time") {
        apply_time(reader, entry);
    } else if (entry.key == "output") {
        apply_output(reader, entry);
    } else if (entry.key == "parameters") {
        apply_parameters(reader, entry);
    } else if (entry.key == "structures") {
        apply_structures(reader, entry);
    } else if (entry.key == "policies") {
        apply_policies(reader, entry);
    } else if (entry.key == "budget") {
        apply_budget(reader, entry);
    }
    // A `time` that only an option gives does not count as one in a file.
    if (entry.key != "time" || reader.origin() == Origin::file) {
        note_place(reader, entry.key, entry);
    }
}

void ScenarioBuilder::apply_seed(const NodeReader& reader, const YamlNode& node) {
    const std::string expected = "expected a whole number from 0 to 18446744073709551615";
    const std::optional<std::string> text = reader.text(node, expected);
    if (!text) {
        return;
    }
    const auto seed = plain_integer<std::uint64_t>(*text);
    if (!seed || node.is_quoted) {
        reader.refuse(node, fmt::format("'{}' is not a seed", *text), expected);
        return;
    }
    scenario_.seed = *seed;
}

void ScenarioBuilder::apply_title(const NodeReader& reader, const YamlNode& node) {
    constexpr std::size_t longest = 500;
    const std::optional<std::string> text = reader.text(node, "expected a line of text");
    if (!text) {
        return;
    }
    if (text->size() > longest || text->find('\n') != std::string::npos) {
        reader.refuse(node, "the title is too long",
                      fmt::format("expected one line of at most {} bytes", longest));
        return;
    }
    scenario_.title = *text;
}

void ScenarioBuilder::apply_scale(const NodeReader& reader, const YamlNode& node) {
    const std::string expected = "expected 1:N, one agent for N people, such as 1:1000";
    const std::optional<std::string> text = reader.text(node, expected);
    if (!text) {
        return;
    }
    constexpr std::int64_t largest = 999'999'999;
    const auto people = text->starts_with("1:")
                            ? plain_integer<std::int64_t>(std::string_view(*text).substr(2))
                            : std::nullopt;
    if (!people || *people < 1 || *people > largest) {
        reader.refuse(node, fmt::format("'{}' is not a scale", *text), expected);
        return;
    }
    scenario_.scale = *people;
}

void ScenarioBuilder::apply_data(const NodeReader& reader, const Layer& layer,
                                 const YamlNode& node) {
    const std::optional<std::string> text = reader.text(node, "expected a folder");
    if (!text) {
        return;
    }
    if (view_.model != nullptr && view_.model->data_tables().empty()) {
        reader.refuse(node, fmt::format("the model '{}' reads no data", view_.model->name()),
                      "expected no 'data' here");
        return;
    }
    scenario_.data = data_folder(layer.folder, *text);
}

void ScenarioBuilder::apply_time(const NodeReader& reader, const YamlNode& node) {
    if (!reader.is_map(node, "expected {start: 2022Q3, end: 2035Q2}")) {
        note_place(reader, "time.start", node);
        note_place(reader, "time.end", node);
        is_period_refused_ = true;
        return;
    }
    reader.check_keys(node, time_keys);
    const YamlNode* start_node = node.find("start");
    const YamlNode* end_node = node.find("end");
    const YamlNode* spin_up_node = node.find("spin_up_years");
    const auto start = start_node != nullptr ? reader.quarter(*start_node) : std::nullopt;
    const auto end = end_node != nullptr ? reader.quarter(*end_node) : std::nullopt;
    if (start) {
        scenario_.start = *start;
    }
    if (end) {
        scenario_.end = *end;
    }
    // A time that was written, though not well, is not missing: finish() must not say so.
    is_period_refused_ =
        is_period_refused_ || (start_node != nullptr && !start) || (end_node != nullptr && !end);
    for (const YamlNode& entry : node.children) {
        note_place(reader, "time." + entry.key, entry);
    }
    if (spin_up_node != nullptr) {
        if (const auto years = reader.value(*spin_up_node, run_keys_.spin_up_years)) {
            scenario_.spin_up_years = static_cast<int>(std::get<std::int64_t>(*years));
        }
    }
    if (start && end && *end < *start) {
        reader.refuse(*end_node, fmt::format("the end {} lies before the start", end->text()),
                      fmt::format("expected {} or later", start->text()));
        is_period_refused_ = true;
    }
}

void ScenarioBuilder::apply_output(const NodeReader& reader, const YamlNode& node) {
    if (!reader.is_map(node, "expected {panel: 0.01}")) {
        return;
    }
    reader.check_keys(node, output_keys);
    for (const YamlNode& entry : node.children) {
        if (entry.key == "panel") {
            if (const auto share = reader.value(entry, run_keys_.panel)) {
                scenario_.output.panel = std::get<double>(*share);
            }
        } else if (entry.key == "spin_up") {
            if (const auto flag = reader.value(entry, run_keys_.spin_up)) {
                scenario_.output.spin_up = std::get<bool>(*flag);
            }
        } else if (entry.key == "ledger") {
            if (const auto flag = reader.value(entry, run_keys_.ledger)) {
                scenario_.output.ledger = std::get<bool>(*flag);
            }
        } else if (entry.key == "checkpoint_every") {
            const std::string expected = "expected years or quarters, such as 1y or 2q";
            if (const auto text = reader.text(entry, expected)) {
                const std::optional<int> quarters = interval_quarters(*text);
                if (quarters) {
                    scenario_.output.checkpoint_quarters = *quarters;
                } else {
                    reader.refuse(entry, fmt::format("'{}' is not an interval", *text), expected);
                }
            }
        } else if (entry.key == "only") {
            apply_only(reader, entry);
        }
        note_place(reader, "output." + entry.key, entry);
    }
}

void ScenarioBuilder::apply_only(const NodeReader& reader, const YamlNode& node) {
    std::vector<std::string> names;
    for (const YamlNode* entry : reader.texts(node, "expected names of outputs")) {
        if (view_.model == nullptr) {
            continue;
        }
        if (const auto name = reader.name(*entry, "output", view_.model->outputs().names())) {
            names.push_back(*name);
        }
    }
    scenario_.output.only = std::move(names);
}

void ScenarioBuilder::apply_parameters(const NodeReader& reader, const YamlNode& node) {
    if (!reader.is_map(node, "expected 'block.name: value' lines") || view_.model == nullptr) {
        return;
    }
    std::vector<std::string> known = view_.model->params().names();
    std::erase_if(known, [](const std::string& name) {
        return name.starts_with(std::string(structures_prefix) + '.');
    });
    for (const YamlNode& entry : node.children) {
        const bool is_known = std::find(known.begin(), known.end(), entry.key) != known.end();
        const ParamBase* param = is_known ? view_.model->params().find(entry.key) : nullptr;
        apply_parameter(reader, entry, param, entry.key, known);
    }
}

void ScenarioBuilder::apply_structures(const NodeReader& reader, const YamlNode& node) {
    if (!reader.is_map(node, "expected 'name: choice' lines") || view_.model == nullptr) {
        return;
    }
    std::vector<std::string> known;
    for (const ParamBlock* block : view_.model->params().blocks()) {
        if (block->prefix() == structures_prefix) {
            for (const ParamBase* param : block->params()) {
                known.emplace_back(param->name());
            }
        }
    }
    for (const YamlNode& entry : node.children) {
        const std::string name = fmt::format("{}.{}", structures_prefix, entry.key);
        apply_parameter(reader, entry, view_.model->params().find(name), name, known);
    }
}

void ScenarioBuilder::apply_parameter(const NodeReader& reader, const YamlNode& node,
                                      const ParamBase* param, const std::string& name,
                                      const std::vector<std::string>& known) {
    if (param == nullptr) {
        reader.unknown_key(node, known);
        return;
    }
    if (auto value = reader.value(node, *param)) {
        scenario_.parameters[name] = std::move(*value);
    }
    const bool is_structure = name.starts_with(std::string(structures_prefix) + '.');
    note_place(reader, is_structure ? name : "parameters." + name, node);
}

void ScenarioBuilder::finish_time(const std::string& file, bool is_whole) {
    const bool has_start = places_.contains("time.start");
    const bool has_end = places_.contains("time.end");
    if (is_whole && !places_.contains("time")) {
        problems_.add({{file}, "'time' is missing", "expected time: {start: 2022Q3, end: 2035Q2}"});
    } else if (is_whole && !has_start) {
        problems_.add({places_.at("time"), "'time.start' is missing", "expected a quarter"});
    }
    if (is_whole && places_.contains("time") && !has_end) {
        problems_.add({places_.at("time"), "'time.end' is missing", "expected a quarter"});
    }
    if (has_start && has_end && !is_period_refused_ && scenario_.end < scenario_.start) {
        problems_.add({places_.at("time.end"),
                       fmt::format("the end {} lies before the start", scenario_.end.text()),
                       fmt::format("expected {} or later", scenario_.start.text())});
        is_period_refused_ = true;
    }
    is_period_refused_ = is_period_refused_ || !has_start || !has_end;
}

void ScenarioBuilder::check_by_model(const std::string& file) {
    const bool has_period = places_.contains("time.start") && places_.contains("time.end") &&
                            !is_period_refused_ && scenario_.start <= scenario_.end;
    if (view_.model == nullptr || !view_.scope_dimensions || !has_period) {
        return;
    }
    Problems found;
    view_.model->check(composed(), found);
    for (Problem problem : found.list()) {
        // A model names the path that is wrong ("time.end"); we know where it was written.
        problem.place = place_of(problem.place.file).value_or(Place{file});
        problems_.add(std::move(problem));
    }
}

Scenario ScenarioBuilder::finish(const std::string& file, bool is_whole) {
    finish_time(file, is_whole);
    check_periods();
    check_pilots();
    check_by_model(file);
    return composed();
}

void ScenarioBuilder::note_place(const NodeReader& reader, const std::string& path,
                                 const YamlNode& node) {
    places_[path] = reader.place(node);
}

std::optional<Place> ScenarioBuilder::place_of(const std::string& path) const {
    const auto found = places_.find(path);
    return found != places_.end() ? std::optional(found->second) : std::nullopt;
}

}  // namespace sim
