// SPDX-License-Identifier: Apache-2.0
// The order that must hold: the file is parsed; its scenarios are loaded, for names, labels and
// quarters come from there; keys are checked; what is wrong is thrown all at once.
#include "sim/sweep/experiment/read_experiment.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/scenario/text_file.hpp"
#include "sim/sweep/experiment/coordinate_name.hpp"
#include "sim/sweep/experiment/crossed_design.hpp"
#include "sim/sweep/experiment/design_reader.hpp"
#include "sim/sweep/experiment/experiment_keys.hpp"
#include "sim/sweep/experiment/factor_reader.hpp"
#include "sim/sweep/experiment/measure_reader.hpp"
#include "sim/sweep/experiment/sobol_sequence.hpp"

namespace sim {

namespace {

namespace fs = std::filesystem;

// What variables of a collected file are called already.
const std::set<std::string> taken_names{"scenario", "point",   "replicate", "time",
                                        "year",     "quarter", "present",   "seconds"};

class ExperimentReader {
  public:
    ExperimentReader(const std::string& file, const ModelCatalogue& models,
                     const Overrides& overrides, const std::string& shipped_data)
        : reader_(file, Origin::file, problems_),
          file_(file),
          models_(models),
          overrides_(overrides),
          shipped_data_(shipped_data) {}

    LoadedExperiment load() {
        const YamlTree tree =
            parse_yaml_map(read_text_file(file_, largest_yaml_file), file_, problems_);
        if (!tree.is_complete) {
            problems_.throw_if_any();
        }
        const YamlNode& root = tree.root;
        reader_.check_keys(root, experiment_keys);
        if (const YamlNode* title = root.find("title")) {
            experiment_.title = reader_.text(*title, "expected one line of text").value_or("");
        }
        load_scenarios(root);
        if (const YamlNode* design = root.find("design")) {
            experiment_.design = read_design(reader_, *design);
        }
        if (has_base_) {
            read_replicates(root);
            read_factors(root);
            read_measures(root);
            check_design(root);
        }
        problems_.throw_if_any();
        record_what_is_measured();
        return {std::move(experiment_), std::move(scenarios_), file_};
    }

  private:
    void load_scenarios(const YamlNode& root) {
        const YamlNode* base = root.find("base");
        if (base == nullptr) {
            problems_.add({{file_}, "'base' is missing", "expected the path of a scenario file"});
        } else if (base->kind != NodeKind::scalar) {
            reader_.refuse(*base, "'base' is no path", "expected the path of a scenario file");
        } else {
            has_base_ = load_scenario_of(*base);
        }
        const YamlNode* others = root.find("scenarios");
        if (others == nullptr) {
            return;
        }
        for (const YamlNode* other :
             reader_.texts(*others, "expected paths of scenario files beside the base")) {
            if (load_scenario_of(*other) && has_base_) {
                check_alike(*other, scenarios_.front(), scenarios_.back());
            }
        }
    }

    bool load_scenario_of(const YamlNode& node) {
        const auto path = reader_.text(node, "expected the path of a scenario file");
        if (!path) {
            return false;
        }
        const std::string file =
            (fs::path(file_).parent_path() / *path).lexically_normal().string();
        std::error_code error;
        if (!fs::exists(file, error)) {
            throw IoError(fmt::format("{}: scenario '{}' cannot be read: there is no {}",
                                      reader_.place(node).text(), *path, file));
        }
        const std::string label = fs::path(file).stem().string();
        const auto& labels = experiment_.scenarios;
        if (std::find(labels.begin(), labels.end(), label) != labels.end()) {
            reader_.refuse(node, fmt::format("a second scenario is called '{}'", label),
                           "expected files with names of their own");
            return false;
        }
        Overrides overrides = overrides_;
        overrides.replicates = std::nullopt;
        try {
            scenarios_.push_back(load_scenario(file, models_, overrides, shipped_data_));
        } catch (const UserError& failure) {
            for (const Problem& problem : failure.problems()) {
                problems_.add(problem);
            }
            return false;
        }
        experiment_.scenarios.push_back(label);
        return true;
    }

    void check_alike(const YamlNode& node, const LoadedScenario& base,
                     const LoadedScenario& other) {
        const auto equal = [&](std::string_view what, const std::string& a, const std::string& b) {
            if (a != b) {
                reader_.refuse(
                    node,
                    fmt::format("{} is {} in '{}', but {} in the base", what, b, node.text, a),
                    "the scenarios of an experiment share it");
            }
        };
        const Scenario& a = base.scenario;
        const Scenario& b = other.scenario;
        equal("the model", a.model, b.model);
        equal("data_hash", base.data_hash, other.data_hash);
        equal("time.start", a.start.text(), b.start.text());
        equal("time.end", a.end.text(), b.end.text());
        equal("time.spin_up_years", std::to_string(a.spin_up_years),
              std::to_string(b.spin_up_years));
        equal("scale", fmt::format("1:{}", a.scale), fmt::format("1:{}", b.scale));
        equal("seed", std::to_string(a.seed), std::to_string(b.seed));
    }

    std::int64_t integer(const YamlNode& map, const ParamBase& key) const {
        const YamlNode* node = map.find(key.name());
        const auto value = node == nullptr ? std::nullopt : reader_.value(*node, key);
        return std::get<std::int64_t>(value.value_or(key.default_value()));
    }

    void read_replicates(const YamlNode& root) {
        const RunKeys keys;
        const YamlNode* node = root.find("replicates");
        experiment_.replicates = node != nullptr ? static_cast<int>(integer(root, keys.replicates))
                                                 : scenarios_.front().scenario.replicates;
        experiment_.replicates = overrides_.replicates.value_or(experiment_.replicates);
    }

    void read_factors(const YamlNode& root) {
        const YamlNode* list = root.find("factors");
        if (list == nullptr || !reader_.is_list(*list, "expected a list of factors")) {
            return;
        }
        FactorReader factors(
            reader_, scenarios_,
            experiment_.design.kind == DesignKind::list ? Repeats::allowed : Repeats::refused);
        std::set<std::string> seen;
        for (const YamlNode& entry : list->children) {
            std::optional<Factor> factor = factors.read(entry);
            if (!factor) {
                continue;
            }
            if (const YamlNode* name = entry.find("name")) {
                factor->name = read_coordinate_name(reader_, *name).value_or("");
            }
            if (!seen.insert(factor->path).second) {
                reader_.refuse(entry, fmt::format("'{}' is varied twice", factor->path),
                               "expected each path once");
            }
            check_levels(entry, *factor);
            experiment_.factors.push_back(std::move(*factor));
            factor_nodes_.push_back(&entry);
        }
    }

    void check_levels(const YamlNode& entry, const Factor& factor) {
        const DesignKind kind = experiment_.design.kind;
        const bool needs_values = kind == DesignKind::factorial || kind == DesignKind::list;
        if (needs_values && factor.has_range()) {
            reader_.refuse(entry,
                           fmt::format("a {} design has no use for a range", enum_name(kind)),
                           "expected values: [...], or an lhs, sobol, morris or crossed design");
        }
    }

    void read_measures(const YamlNode& root) {
        const MeasureReader measures(reader_, scenarios_.front());
        std::vector<const YamlNode*> nodes;
        const YamlNode* list = root.find("measures");
        if (list == nullptr) {
            experiment_.measures = measures.defaults();
            if (experiment_.measures.empty()) {
                problems_.add({{file_}, "'measures' is missing", "expected a list of outcomes"});
            }
        } else if (reader_.is_list(*list, "expected a list of measures")) {
            for (const YamlNode& entry : list->children) {
                if (auto measure = measures.read(entry)) {
                    experiment_.measures.push_back(std::move(*measure));
                    nodes.push_back(&entry);
                }
            }
            if (list->children.empty()) {
                reader_.refuse(*list, "'measures' is an empty list", "expected outcomes");
            }
        }
        check_names(nodes);
    }

    // Factors, measures and dimensions are variables of one file.
    void check_names(const std::vector<const YamlNode*>& measure_nodes) {
        std::set<std::string> names = taken_names;
        for (const Dimension& dimension : scenarios_.front().model->dimensions()) {
            names.insert(dimension.name);
        }
        for (std::size_t m = 0; m < experiment_.measures.size(); ++m) {
            const std::string& name = experiment_.measures[m].name;
            if (!name.empty() && !names.insert(name).second && m < measure_nodes.size()) {
                reader_.refuse(*measure_nodes[m], fmt::format("'{}' is a name already", name),
                               "expected a name of its own: {name: …, outcome: …}");
            }
        }
        for (std::size_t f = 0; f < experiment_.factors.size(); ++f) {
            name_factor(experiment_.factors[f], *factor_nodes_[f], names);
        }
    }

    void name_factor(Factor& factor, const YamlNode& node, std::set<std::string>& names) {
        if (factor.name.empty() && node.find("name") == nullptr) {
            const std::string shortest_name = short_name(factor.path);
            const auto same =
                std::count_if(experiment_.factors.begin(), experiment_.factors.end(),
                              [&](const Factor& f) { return short_name(f.path) == shortest_name; });
            factor.name = same == 1 && !names.contains(shortest_name) ? shortest_name
                                                                      : long_path_name(factor.path);
        }
        if (!factor.name.empty() && !names.insert(factor.name).second) {
            reader_.refuse(node, fmt::format("'{}' is a name already", factor.name),
                           "expected a name of its own: {path: …, name: …}");
        }
    }

    void check_design(const YamlNode& root) {
        const DesignSpec& design = experiment_.design;
        const YamlNode* node = root.find("design");
        const YamlNode& at = node != nullptr ? *node : root;
        const bool samples = design.kind == DesignKind::sobol || design.kind == DesignKind::morris;
        const std::size_t sampled =
            experiment_.factors.size() + (experiment_.scenarios.size() > 1 ? 1 : 0);
        if (samples && sampled == 0 && problems_.empty()) {
            reader_.refuse(at, fmt::format("a {} design needs factors", enum_name(design.kind)));
        }
        if (design.kind == DesignKind::sobol && 2 * sampled > most_sobol_dimensions) {
            reader_.refuse(at, "too many factors for a sobol design",
                           fmt::format("expected at most {}", most_sobol_dimensions / 2));
        }
        if (design.kind == DesignKind::list) {
            check_list();
        }
        std::size_t points =
            design.kind == DesignKind::factorial ? 1 : points_of_design(design, sampled);
        for (const Factor& factor : experiment_.factors) {
            if (design.kind == DesignKind::factorial && points <= most_points) {
                points *= std::max<std::size_t>(factor.levels.size(), 1);
            }
        }
        if (design.kind == DesignKind::crossed) {
            check_crossed(at);
            points =
                multiplied(points, structures_of_design(design, structure_levels(experiment_)));
        }
        if (!samples) {
            points *= experiment_.scenarios.size();
        }
        if (points > most_points) {
            reader_.refuse(at, fmt::format("the design has more than {} points", most_points));
        }
    }

    // More than allowed rather than too many to count.
    static std::size_t multiplied(std::size_t points, std::size_t times) {
        return times > most_points / std::max<std::size_t>(points, 1) ? most_points + 1
                                                                      : points * times;
    }

    void check_crossed(const YamlNode& at) {
        const std::vector<std::size_t> levels = structure_levels(experiment_);
        if (std::count(levels.begin(), levels.end(), std::size_t{0}) == 0 && problems_.empty()) {
            reader_.refuse(at, "a crossed design needs factors beside structures",
                           "expected parameters, or a factorial design");
        }
        if (combinations_of(levels) == 0) {
            reader_.refuse(at, "there are more combinations of structures than can be told apart");
        }
    }

    void check_list() {
        if (experiment_.factors.empty()) {
            return;
        }
        const std::size_t length = experiment_.factors.front().levels.size();
        for (std::size_t f = 1; f < experiment_.factors.size(); ++f) {
            if (experiment_.factors[f].levels.size() != length) {
                reader_.refuse(*factor_nodes_[f],
                               fmt::format("'{}' has {} values, but the first factor {}",
                                           experiment_.factors[f].path,
                                           experiment_.factors[f].levels.size(), length),
                               "expected one value for each point of the list");
            }
        }
    }

    // Recording does not change what happens, so no more than the measures need is recorded.
    void record_what_is_measured() {
        std::set<std::string> variables;
        Quarter first = scenarios_.front().scenario.start;
        for (const MeasureSpec& measure : experiment_.measures) {
            variables.insert(measure.of.outcome);
            if (!measure.of.quarters.empty()) {
                first = std::min(first, measure.of.quarters.front());
            }
        }
        for (LoadedScenario& loaded : scenarios_) {
            OutputOptions output;
            output.ledger = false;
            output.spin_up = first < loaded.scenario.start;
            for (const auto& entry : loaded.model->outputs().entries()) {
                const std::unique_ptr<Output> made = entry.make();
                for (const OutputVariable& variable : made->variables()) {
                    if (variables.contains(variable.name) ||
                        variables.contains(variable.name + "_base")) {
                        output.only.push_back(entry.name);
                        break;
                    }
                }
            }
            loaded.scenario.output = std::move(output);
            loaded.scenario.replicates = experiment_.replicates;
            loaded.scenario.title.clear();
        }
    }

    Problems problems_{};
    NodeReader reader_;
    std::string file_;
    const ModelCatalogue& models_;
    const Overrides& overrides_;
    const std::string& shipped_data_;
    Experiment experiment_{};
    std::vector<LoadedScenario> scenarios_{};
    std::vector<const YamlNode*> factor_nodes_{};
    bool has_base_ = false;
};

}  // namespace

bool is_experiment(const std::string& file) {
    Problems problems;
    const YamlTree tree = parse_yaml(read_text_file(file, largest_yaml_file), file, problems);
    const bool is_calibration = tree.root.find("targets") != nullptr;
    return !is_calibration && tree.root.find("base") != nullptr;
}

LoadedExperiment load_experiment(const std::string& file, const ModelCatalogue& models,
                                 const Overrides& overrides, const std::string& shipped_data) {
    return ExperimentReader(file, models, overrides, shipped_data).load();
}

}  // namespace sim
