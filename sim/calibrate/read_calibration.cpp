// SPDX-License-Identifier: Apache-2.0
// The order that must hold: the file is parsed; its base is loaded, for names, labels and quarters
// come from there; keys are checked; what is wrong is thrown all at once.
#include "sim/calibrate/read_calibration.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "sim/calibrate/calibration_keys.hpp"
#include "sim/calibrate/fit.hpp"
#include "sim/calibrate/target_reader.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/data_files.hpp"
#include "sim/scenario/text_file.hpp"

namespace sim {

namespace {

namespace fs = std::filesystem;

class CalibrationReader {
  public:
    CalibrationReader(std::string file, const ModelCatalogue& models, Overrides overrides,
                      const std::string& shipped_data)
        : reader_(file, Origin::file, problems_),
          file_(std::move(file)),
          models_(models),
          overrides_(std::move(overrides)),
          shipped_data_(shipped_data) {}

    LoadedCalibration load() {
        const std::string text = read_text_file(file_, largest_yaml_file);
        const YamlTree tree = parse_yaml_map(text, file_, problems_);
        if (!tree.is_complete) {
            problems_.throw_if_any();
        }
        const YamlNode& root = tree.root;
        reader_.check_keys(root, calibration_keys);
        read_title(root);
        read_run(root);
        load_base(root);
        read_method(root);
        read_parameters(root);
        read_targets(root);
        check_budget(root);
        problems_.throw_if_any();
        SIM_ENSURE(base_.has_value());
        narrow_base();
        return {std::move(calibration_), std::move(*base_), file_, text_hash(text)};
    }

  private:
    void read_title(const YamlNode& root) {
        if (const YamlNode* title = root.find("title")) {
            calibration_.title = reader_.text(*title, "expected one line of text").value_or("");
        }
    }

    // Seed and scale reach the base as options do; those of the command line win.
    void read_run(const YamlNode& root) {
        if (const YamlNode* seed = root.find("seed")) {
            const auto number =
                seed->kind == NodeKind::scalar ? parse_integer(seed->text) : std::nullopt;
            if (!number || *number < 0) {
                reader_.refuse(*seed, "'seed' is no whole number", "expected 0 or more");
            } else if (!overrides_.seed) {
                overrides_.seed = static_cast<std::uint64_t>(*number);
            }
        }
        if (const YamlNode* scale = root.find("scale")) {
            const auto text = reader_.text(*scale, "expected 1:N, people per agent");
            const auto people = text && text->starts_with("1:")
                                    ? parse_integer(std::string_view(*text).substr(2))
                                    : std::nullopt;
            if (text && (!people || *people < 1)) {
                reader_.refuse(*scale, fmt::format("'{}' is not a scale", *text),
                               "expected 1:N, people per agent");
            } else if (people && !overrides_.scale) {
                overrides_.scale = *text;
            }
        }
        const CalibrationKeys keys;
        calibration_.replicates = static_cast<int>(integer(root, keys.replicates));
        calibration_.budget = static_cast<int>(integer(root, keys.budget));
        if (overrides_.replicates) {
            calibration_.replicates = *overrides_.replicates;
            if (calibration_.replicates < 2) {
                problems_.add({{"--replicates"},
                               "one replicate cannot tell the sampling error",
                               "expected 2 or more"});
            }
        }
        overrides_.replicates = std::nullopt;
    }

    void read_method(const YamlNode& root) {
        const YamlNode* method = root.find("method");
        if (method == nullptr ||
            !reader_.is_map(*method, "expected waves, final_replicates and cutoff")) {
            return;
        }
        reader_.check_keys(*method, method_keys);
        const MethodKeys keys;
        calibration_.method.waves = static_cast<int>(integer(*method, keys.waves));
        calibration_.method.final_replicates =
            static_cast<int>(integer(*method, keys.final_replicates));
        calibration_.method.cutoff = number(*method, keys.cutoff);
    }

    std::int64_t integer(const YamlNode& map, const ParamBase& key) const {
        const YamlNode* node = map.find(key.name());
        const auto value = node == nullptr ? std::nullopt : reader_.value(*node, key);
        return std::get<std::int64_t>(value.value_or(key.default_value()));
    }
    double number(const YamlNode& map, const ParamBase& key) const {
        const YamlNode* node = map.find(key.name());
        const auto value = node == nullptr ? std::nullopt : reader_.value(*node, key);
        return std::get<double>(value.value_or(key.default_value()));
    }

    void load_base(const YamlNode& root) {
        const YamlNode* node = root.find("base");
        if (node == nullptr) {
            problems_.add({{file_}, "'base' is missing", "expected the path of a scenario file"});
            return;
        }
        const auto path = reader_.text(*node, "expected the path of a scenario file");
        if (!path) {
            return;
        }
        const std::string base =
            (fs::path(file_).parent_path() / *path).lexically_normal().string();
        std::error_code error;
        if (!fs::exists(base, error)) {
            throw IoError(fmt::format("{}: base '{}' cannot be read: there is no {}",
                                      reader_.place(*node).text(), *path, base));
        }
        try {
            base_ = load_scenario(base, models_, overrides_, shipped_data_);
            if (!base_->scenario.output.only.empty()) {
                base_->scenario.output.only.clear();  // a target may ask for any outcome
            }
        } catch (const UserError& failure) {
            for (const Problem& problem : failure.problems()) {
                problems_.add(problem);
            }
        }
    }

    const YamlNode* list_of(const YamlNode& root, std::string_view key, std::string_view expected) {
        const YamlNode* list = root.find(key);
        if (list == nullptr) {
            problems_.add({{file_}, fmt::format("'{}' is missing", key), std::string(expected)});
        } else if (!reader_.is_list(*list, expected)) {
            return nullptr;
        } else if (list->children.empty()) {
            reader_.refuse(*list, fmt::format("'{}' is an empty list", key), std::string(expected));
        }
        return list;
    }

    void read_parameters(const YamlNode& root) {
        const YamlNode* list = list_of(root, "parameters", "expected a list of parameters to fit");
        std::set<std::string> seen;
        for (const YamlNode& entry : list == nullptr ? std::vector<YamlNode>{} : list->children) {
            if (!reader_.is_map(entry, "expected {name: …, range: […, …], scale: …}")) {
                continue;
            }
            reader_.check_keys(entry, fitted_parameter_keys);
            const YamlNode* name = entry.find("name");
            if (name == nullptr) {
                reader_.refuse(entry, "'name' is missing", "expected the name of a parameter");
            } else if (base_) {
                read_parameter(entry, *name, seen);
            }
        }
    }

    void read_parameter(const YamlNode& entry, const YamlNode& name, std::set<std::string>& seen) {
        const Model& model = *base_->model;
        const auto known = reader_.name(name, "parameter", model.params().names());
        if (!known) {
            return;
        }
        const ParamBase& param = *model.params().find(*known);
        if (param.kind() != ParamKind::number) {
            reader_.refuse(name,
                           fmt::format("'{}' is no number that can move by small steps", *known),
                           "expected a parameter that is a real number");
            return;
        }
        if (!seen.insert(*known).second) {
            reader_.refuse(name, fmt::format("'{}' stands in the list twice", *known),
                           "expected each parameter once");
            return;
        }
        FittedParameter fitted{*known, std::string(param.spec().unit.symbol), param.spec().range,
                               FitScale::linear};
        if (const YamlNode* range = entry.find("range")) {
            read_range(*range, param, fitted);
        }
        if (const YamlNode* scale = entry.find("scale")) {
            const std::vector<std::string> scales{enum_names<FitScale>.begin(),
                                                  enum_names<FitScale>.end()};
            if (const auto read = reader_.name(*scale, "scale", scales)) {
                fitted.scale = enum_value<FitScale>(*read).value();
            }
        }
        check_range(entry, fitted);
        calibration_.parameters.push_back(std::move(fitted));
    }

    void read_range(const YamlNode& range, const ParamBase& param, FittedParameter& fitted) {
        if (range.kind != NodeKind::list || range.children.size() != 2) {
            reader_.refuse(range, "'range' is no pair of numbers", "expected [low, high]");
            return;
        }
        const auto low = reader_.value(range.children[0], param);
        const auto high = reader_.value(range.children[1], param);
        if (low && high) {
            fitted.range = {std::get<double>(*low), std::get<double>(*high)};
        }
    }

    void check_range(const YamlNode& entry, const FittedParameter& fitted) {
        const YamlNode* range = entry.find("range");
        const YamlNode& place = range != nullptr ? *range : entry;
        const auto [low, high] = fitted.range;
        const double start = std::get<double>(base_->scenario.parameters.at(fitted.name));
        if (!std::isfinite(low) || !std::isfinite(high) || low >= high) {
            reader_.refuse(place, fmt::format("'{}' has no range to search", fitted.name),
                           "expected range: [low, high] with low below high");
        } else if (fitted.scale == FitScale::log && low <= 0.0) {
            reader_.refuse(place, fmt::format("a log scale cannot begin at {}", shortest(low)),
                           "expected a range above 0");
        } else if (fitted.scale == FitScale::logit && (low <= 0.0 || high >= 1.0)) {
            reader_.refuse(place,
                           fmt::format("a logit scale cannot run from {} to {}", shortest(low),
                                       shortest(high)),
                           "expected a range inside 0 to 1, without its ends");
        } else if (start < low || start > high) {
            reader_.refuse(place,
                           fmt::format("the base's value {} of '{}' lies outside", shortest(start),
                                       fitted.name),
                           "expected a range that holds it");
        }
    }

    void read_targets(const YamlNode& root) {
        const YamlNode* list = list_of(root, "targets", "expected a list of recorded numbers");
        if (list == nullptr) {
            return;
        }
        const TargetReader targets(reader_, base_ ? &*base_ : nullptr);
        std::set<std::string> seen;
        for (const YamlNode& entry : list->children) {
            std::optional<Target> target = targets.read(entry);
            if (!target) {
                continue;
            }
            if (!target->name.empty() && !seen.insert(target->name).second) {
                reader_.refuse(*entry.find("name"),
                               fmt::format("a second target is called '{}'", target->name),
                               "expected each name once");
            }
            calibration_.targets.push_back(std::move(*target));
        }
    }

    void check_budget(const YamlNode& root) {
        const int least = least_budget(calibration_);
        if (calibration_.parameters.empty() || calibration_.budget >= least) {
            return;
        }
        const YamlNode* node = root.find("budget");
        problems_.add(
            {node != nullptr ? reader_.place(*node) : Place{file_},
             fmt::format("a budget of {} runs is too small", calibration_.budget),
             fmt::format("expected at least {} for {} parameters with {} replicates each", least,
                         calibration_.parameters.size(), calibration_.replicates)});
    }

    // Records no more than the targets need, from the first quarter on, and ends with the last.
    void narrow_base() {
        Scenario& scenario = base_->scenario;
        scenario.output = OutputOptions{};
        scenario.output.spin_up = true;
        std::set<std::string> variables;
        Quarter last = scenario.start;
        for (const Target& target : calibration_.targets) {
            for (const Selection* part : {&target.of, target.over ? &*target.over : nullptr}) {
                if (part != nullptr) {
                    variables.insert(part->outcome);
                    last = std::max(last, part->quarters.back());
                }
            }
        }
        scenario.end = last;
        for (const auto& entry : base_->model->outputs().entries()) {
            const std::unique_ptr<Output> output = entry.make();
            for (const OutputVariable& variable : output->variables()) {
                if (variables.contains(variable.name) ||
                    variables.contains(variable.name + "_base")) {
                    scenario.output.only.push_back(entry.name);
                    break;
                }
            }
        }
    }

    Problems problems_{};
    NodeReader reader_;
    std::string file_;
    const ModelCatalogue& models_;
    Overrides overrides_;
    const std::string& shipped_data_;
    Calibration calibration_{};
    std::optional<LoadedScenario> base_{};
};

}  // namespace

bool is_calibration(const std::string& file) {
    Problems problems;
    const YamlTree tree = parse_yaml(read_text_file(file, largest_yaml_file), file, problems);
    return tree.root.find("targets") != nullptr;
}

LoadedCalibration load_calibration(const std::string& file, const ModelCatalogue& models,
                                   const Overrides& overrides, const std::string& shipped_data) {
    return CalibrationReader(file, models, overrides, shipped_data).load();
}

}  // namespace sim
