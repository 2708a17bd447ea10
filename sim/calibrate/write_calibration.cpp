// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/write_calibration.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/core/build_info.hpp"
#include "sim/core/text.hpp"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

constexpr int format_version = 1;

std::string underscores_to_blanks(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

std::string file_name(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

std::string names_with(const Calibration& calibration, const FitResult& result,
                       TargetVerdict verdict) {
    std::vector<std::string> names;
    for (std::size_t j = 0; j < calibration.targets.size(); ++j) {
        if (result.targets[j].verdict == verdict) {
            names.push_back(calibration.targets[j].name);
        }
    }
    return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

Json quarters_json(const std::vector<Quarter>& quarters) {
    Json list = Json::array();
    for (const Quarter quarter : quarters) {
        list.push_back(quarter.text());
    }
    return list;
}

Json selection_json(const Selection& selection) {
    return {{"outcome", selection.outcome},
            {"where", selection.where},
            {"time", quarters_json(selection.quarters)}};
}

Json target_json(const Target& target, const TargetFit& fit) {
    Json json{{"name", target.name},
              {"statistic", enum_name(target.statistic)},
              {"of", selection_json(target.of)}};
    if (target.over) {
        json["over"] = selection_json(*target.over);
    }
    json.update(Json{{"recorded", target.value},
                     {"tolerance", target.tolerance},
                     {"unit", target.unit},
                     {"source", target.source},
                     {"start", fit.start},
                     {"model", fit.model},
                     {"standard_error", fit.standard_error},
                     {"closest_distance", fit.closest},
                     {"verdict", enum_name(fit.verdict)}});
    return json;
}

Json parameter_json(const LoadedCalibration& loaded, const FitResult& result, std::size_t k) {
    const FittedParameter& parameter = loaded.calibration.parameters[k];
    const ParameterFit& fit = result.parameters[k];
    Json sensitivity = Json::object();
    for (std::size_t j = 0; j < loaded.calibration.targets.size(); ++j) {
        sensitivity[loaded.calibration.targets[j].name] = fit.sensitivity[j];
    }
    const Json set =
        std::isnan(fit.set_low) ? Json(nullptr) : Json::array({fit.set_low, fit.set_high});
    return {{"name", parameter.name},
            {"unit", parameter.unit},
            {"range", {parameter.range.low, parameter.range.high}},
            {"scale", enum_name(parameter.scale)},
            {"start", fit.start},
            {"value", fit.value},
            {"interval", {fit.low, fit.high}},
            {"nonimplausible", set},
            {"width", fit.width},
            {"verdict", enum_name(fit.verdict)},
            {"targets", moved_targets(loaded.calibration, result, k)},
            {"sensitivity", std::move(sensitivity)}};
}

Json provenance_json(const LoadedCalibration& loaded, const FitResult& result) {
    const Scenario& scenario = loaded.base.scenario;
    const Calibration& calibration = loaded.calibration;
    return {{"program_version", program_version()},
            {"git_commit", git_commit()},
            {"model", scenario.model},
            {"calibration", file_name(loaded.file)},
            {"calibration_hash", loaded.file_hash},
            {"base", file_name(loaded.base.file)},
            {"base_hash", loaded.base.scenario_hash},
            {"data_hash", loaded.base.data_hash},
            {"seed", scenario.seed},
            {"scale", fmt::format("1:{}", scenario.scale)},
            {"replicates", calibration.replicates},
            {"final_replicates", calibration.method.final_replicates},
            {"budget", calibration.budget},
            {"runs", result.runs}};
}

}  // namespace

std::string verdict_text(ParameterVerdict verdict) {
    return underscores_to_blanks(enum_name(verdict));
}

std::string verdict_text(TargetVerdict verdict) {
    return underscores_to_blanks(enum_name(verdict));
}

std::vector<std::string> moved_targets(const Calibration& calibration, const FitResult& result,
                                       std::size_t parameter) {
    std::vector<std::pair<double, std::string>> moved;
    for (std::size_t j = 0; j < calibration.targets.size(); ++j) {
        const double tolerances = std::abs(result.parameters[parameter].sensitivity[j]) /
                                  calibration.targets[j].tolerance;
        if (tolerances >= 1.0) {
            moved.emplace_back(-tolerances, calibration.targets[j].name);
        }
    }
    std::sort(moved.begin(), moved.end());
    std::vector<std::string> names;
    for (auto& [tolerances, name] : moved) {
        names.push_back(std::move(name));
    }
    return names;
}

std::string parameters_yaml(const LoadedCalibration& loaded, const FitResult& result) {
    const Calibration& calibration = loaded.calibration;
    std::string text = fmt::format(
        "# Made by tandem calibrate from {} (hash {});\n"
        "# change that file and run it again rather than this one. calibration.json says the "
        "rest.\n"
        "# tandem {} at {}; data {}; seed {}; scale 1:{}; {} runs.\n"
        "# Targets missed: {}. Out of reach: {}.\n"
        "parameters:\n",
        file_name(loaded.file), loaded.file_hash, program_version(), git_commit(),
        loaded.base.data_hash, loaded.base.scenario.seed, loaded.base.scenario.scale, result.runs,
        names_with(calibration, result, TargetVerdict::missed),
        names_with(calibration, result, TargetVerdict::out_of_reach));
    for (std::size_t k = 0; k < calibration.parameters.size(); ++k) {
        const FittedParameter& parameter = calibration.parameters[k];
        const ParameterFit& fit = result.parameters[k];
        const std::vector<std::string> moved = moved_targets(calibration, result, k);
        text += fmt::format("  # {}; 90 % between {} and {}{}; moves {}\n  {}: {}\n",
                            verdict_text(fit.verdict), shortest(fit.low), shortest(fit.high),
                            parameter.unit == "1" ? "" : ' ' + parameter.unit,
                            moved.empty() ? "no target" : listed(moved, 3), parameter.name,
                            shortest(fit.value));
    }
    return text;
}

std::string calibration_json(const LoadedCalibration& loaded, const FitResult& result) {
    const Calibration& calibration = loaded.calibration;
    Json json{{"filetype", "tandem calibration"},
              {"format_version", format_version},
              {"title", calibration.title},
              {"provenance", provenance_json(loaded, result)},
              {"misfit", result.misfit},
              {"start_misfit", result.start_misfit},
              {"plausible_share", result.plausible_share}};
    json["targets"] = Json::array();
    for (std::size_t j = 0; j < calibration.targets.size(); ++j) {
        json["targets"].push_back(target_json(calibration.targets[j], result.targets[j]));
    }
    json["parameters"] = Json::array();
    for (std::size_t k = 0; k < calibration.parameters.size(); ++k) {
        json["parameters"].push_back(parameter_json(loaded, result, k));
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string plausible_csv(const LoadedCalibration& loaded, const FitResult& result) {
    std::string text;
    for (const FittedParameter& parameter : loaded.calibration.parameters) {
        text += parameter.name + ',';
    }
    text += "largest_implausibility\n";
    for (const PlausiblePoint& point : result.plausible) {
        for (const double value : point.values) {
            text += shortest(value) + ',';
        }
        text += fmt::format("{:.4g}\n", point.implausibility);
    }
    return text;
}

}  // namespace sim
