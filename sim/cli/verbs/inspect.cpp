// SPDX-License-Identifier: Apache-2.0
// tandem inspect FILE.h5
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/cli/show/text_table.hpp"
#include "sim/cli/verbs.hpp"
#include "sim/hdf5/result_file.hpp"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> dims_of(const RecordedVariable& variable, const ResultHeader& header) {
    std::vector<std::string> dims;
    if (header.scenarios.size() > 1) {
        dims.emplace_back("scenario");
    }
    dims.emplace_back("replicate");
    dims.emplace_back("time");
    dims.insert(dims.end(), variable.dims.begin(), variable.dims.end());
    return dims;
}

Json provenance(const ResultSummary& summary) {
    const ResultHeader& header = summary.header;
    return {{"status", summary.status},
            {"command", header.command},
            {"scenarios", header.scenarios},
            {"replicates", header.replicates},
            {"seed", header.seed},
            {"scale", fmt::format("1:{}", header.scale)},
            {"from", header.times.empty() ? "" : header.times.front().text()},
            {"to", header.times.empty() ? "" : header.times.back().text()},
            {"created", summary.created},
            {"machine", summary.machine},
            {"program_version", summary.program_version},
            {"git_commit", summary.git_commit},
            {"format_version", summary.format_version},
            {"scenario_hash", header.scenario_hash},
            {"data_hash", header.data_hash}};
}

std::string as_json(const ResultSummary& summary) {
    Json json = provenance(summary);
    json["dimensions"] = Json::array();
    for (const Dimension& dimension : summary.header.dimensions) {
        json["dimensions"].push_back({{"name", dimension.name}, {"labels", dimension.labels}});
    }
    json["variables"] = Json::array();
    for (const RecordedVariable& variable : summary.header.variables) {
        json["variables"].push_back({{"name", variable.name},
                                     {"dims", dims_of(variable, summary.header)},
                                     {"unit", variable.unit.symbol},
                                     {"description", variable.doc}});
    }
    json["scenario"] = summary.header.scenario_text;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string value_text(const Json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (!value.is_array()) {
        return value.dump();
    }
    std::string text;
    for (const Json& item : value) {
        text += (text.empty() ? "" : ", ") + item.get<std::string>();
    }
    return text;
}

std::string as_text(const std::string& path, const ResultSummary& summary) {
    std::string text = path + '\n';
    const Json facts = provenance(summary);
    for (const auto& [key, value] : facts.items()) {
        text += fmt::format("  {:<16} {}\n", key, value_text(value));
    }
    TextTable table({{"variable"}, {"dimensions"}, {"unit"}});
    for (const RecordedVariable& variable : summary.header.variables) {
        table.add({variable.name,
                   fmt::format("({})", fmt::join(dims_of(variable, summary.header), ", ")),
                   std::string(variable.unit.symbol)});
    }
    return text + '\n' + table.text();
}

}  // namespace

ExitCode inspect_verb(const Arguments& arguments, const Session& session) {
    const std::string& path = arguments.operands.front();
    const ResultSummary summary = read_result(path);
    if (arguments.print_config) {
        session.console.data(summary.header.scenario_text);
    } else {
        session.console.data(arguments.json ? as_json(summary) : as_text(path, summary));
    }
    return ExitCode::done;
}

}  // namespace sim
