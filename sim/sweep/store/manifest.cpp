// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/store/manifest.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/core/build_info.hpp"
#include "sim/core/enum.hpp"
#include "sim/scenario/text_file.hpp"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* sweep_filetype = "tandem sweep";
constexpr int format_major = 1;
constexpr int format_minor = 0;
// One line per point; a million of them fit.
constexpr std::size_t largest_design = std::size_t{1} << 30U;

Json value_json(const ParamValue& value) {
    return std::visit([](const auto& plain) { return Json(plain); }, value);
}

Json factor_json(const Factor& factor) {
    Json json = {{"name", factor.name}, {"path", factor.path}, {"unit", factor.unit}};
    if (factor.has_range()) {
        json["range"] = {factor.range.low, factor.range.high};
        json["distribution"] = enum_name(factor.distribution);
    } else {
        json["values"] = Json::array();
        for (const ParamValue& level : factor.levels) {
            json["values"].push_back(value_json(level));
        }
    }
    return json;
}

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char letter : text) {
        quoted += letter;
        if (letter == '"') {
            quoted += '"';
        }
    }
    return quoted + '"';
}

}  // namespace

std::string sweep_manifest_text(const SweepPlan& plan, const MemberLayout& layout) {
    const Experiment& experiment = plan.loaded().experiment;
    const DesignSpec& design = experiment.design;
    Json json = {{"filetype", sweep_filetype},
                 {"format_version", fmt::format("{}.{}", format_major, format_minor)},
                 {"program_version", program_version()},
                 {"git_commit", git_commit()},
                 {"title", experiment.title},
                 {"layout", layout.identity},
                 {"data_hash", plan.loaded().scenarios.front().data_hash},
                 {"design",
                  {{"kind", enum_name(design.kind)},
                   {"points", design.points},
                   {"levels", design.levels},
                   {"structures", design.structures},
                   {"seed", design.seed}}},
                 {"points", plan.points().size()},
                 {"replicates", plan.replicates()},
                 {"members", plan.members().size()}};
    json["factors"] = Json::array();
    for (const Factor& factor : experiment.factors) {
        json["factors"].push_back(factor_json(factor));
    }
    json["measures"] = Json::array();
    for (const MemberVariable& variable : layout.variables) {
        json["measures"].push_back({{"name", variable.name},
                                    {"unit", variable.unit},
                                    {"description", variable.doc},
                                    {"dims", variable.dims},
                                    {"cells", variable.cells}});
    }
    json["scenarios"] = Json::array();
    for (std::size_t s = 0; s < experiment.scenarios.size(); ++s) {
        json["scenarios"].push_back({{"label", experiment.scenarios[s]},
                                     {"resolved", plan.loaded().scenarios[s].resolved}});
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string design_csv(const SweepPlan& plan) {
    const Experiment& experiment = plan.loaded().experiment;
    std::string text = "point,scenario";
    for (const Factor& factor : experiment.factors) {
        text += ',' + factor.name;
    }
    text += ",inputs\n";
    for (std::size_t p = 0; p < plan.points().size(); ++p) {
        const SweepPoint& point = plan.points()[p];
        text += fmt::format("{},{}", p, csv_cell(experiment.scenarios[point.scenario]));
        for (const ParamValue& value : point.values) {
            text += ',' + csv_cell(param_text(value));
        }
        text += ',' + point.inputs + '\n';
    }
    return text;
}

SweepManifest read_manifest_file(const std::string& path) {
    const std::string text = read_text_file(path, largest_design);
    SweepManifest manifest;
    try {
        const Json json = Json::parse(text);
        require(json.at("filetype") == sweep_filetype, path + ": is no manifest of a sweep");
        const std::string version = json.at("format_version");
        require(version.starts_with(fmt::format("{}.", format_major)),
                fmt::format("{}: has format version {}, this program reads {}.x", path, version,
                            format_major));
        manifest.program_version = json.at("program_version");
        manifest.git_commit = json.at("git_commit");
        manifest.identity = json.at("layout");
        manifest.title = json.at("title");
        const Json& design = json.at("design");
        manifest.design.kind = enum_value<DesignKind>(design.at("kind").get<std::string>()).value();
        manifest.design.points = design.at("points");
        manifest.design.levels = design.at("levels");
        manifest.design.structures = design.value("structures", std::size_t{0});
        manifest.design.seed = design.at("seed");
        manifest.points = json.at("points");
        manifest.replicates = json.at("replicates");
        for (const Json& scenario : json.at("scenarios")) {
            manifest.scenarios.push_back(scenario.at("label"));
        }
        for (const Json& factor : json.at("factors")) {
            manifest.factors.push_back(
                {factor.at("name"), factor.at("path"), factor.at("unit"),
                 factor.contains("values") ? factor.at("values").size() : 0});
        }
        for (const Json& measure : json.at("measures")) {
            manifest.measures.push_back(
                {measure.at("name"), measure.at("unit"), measure.at("description"),
                 measure.at("dims").get<std::vector<std::string>>(), measure.at("cells")});
        }
    } catch (const UserError&) {
        throw;
    } catch (const std::exception& error) {
        throw UserError(fmt::format("{}: is no manifest of a sweep ({})", path, error.what()));
    }
    return manifest;
}

std::vector<std::string> read_design_inputs(const std::string& path) {
    const std::string text = read_text_file(path, largest_design);
    std::vector<std::string> inputs;
    std::string_view rest = text;
    bool is_head = true;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!is_head) {
            inputs.emplace_back(line.substr(line.rfind(',') + 1));
            constexpr std::size_t digits = 32;
            require(inputs.back().size() == digits,
                    fmt::format("{}: line {} ends with no hash", path, inputs.size() + 1));
        }
        is_head = false;
    }
    return inputs;
}

}  // namespace sim
