// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/preview.hpp"

#include <atomic>
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/cli/show/text_table.hpp"
#include "sim/model/run.hpp"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

struct TableSize {
    std::string name;
    std::size_t rows;
    std::size_t bytes_per_row;
};

// A run that is told to stop before its first quarter has only its initial state.
std::vector<TableSize> initial_tables(const LoadedScenario& loaded, const ModelCatalogue& models) {
    const std::atomic<bool> stop{true};
    const auto executor = make_executor(Backend::serial, 1);
    Run run(make_model(loaded, models), loaded.scenario, 0);
    static_cast<void>(run.simulate({executor.get(), &stop, {}}));
    std::vector<TableSize> sizes;
    for (const Table* table : run.model().world().tables()) {
        sizes.push_back({std::string(table->name()), table->size(), table->bytes_per_row()});
    }
    return sizes;
}

Json preview_of(const LoadedScenario& loaded, const std::string& label,
                const ModelCatalogue& models) {
    const Scenario& scenario = loaded.scenario;
    Json agents = Json::object();
    std::size_t bytes = 0;
    for (const TableSize& table : initial_tables(loaded, models)) {
        agents[table.name] = table.rows;
        bytes += table.rows * table.bytes_per_row;
    }
    Json policies = Json::array();
    for (const PolicyEntry& policy : scenario.policies) {
        policies.push_back(policy.label);
    }
    return {{"scenario", label},
            {"title", scenario.title},
            {"file", loaded.file},
            {"model", scenario.model},
            {"from", scenario.first_quarter().text()},
            {"outcomes_from",
             (scenario.output.spin_up ? scenario.first_quarter() : scenario.start).text()},
            {"to", scenario.end.text()},
            {"quarters", scenario.quarters()},
            {"replicates", scenario.replicates},
            {"scale", fmt::format("1:{}", scenario.scale)},
            {"seed", scenario.seed},
            {"policies", policies},
            {"agents", agents},
            {"bytes_at_start", bytes},
            {"data_files", loaded.data_files}};
}

std::string joined(const Json& list) {
    std::string text;
    for (const Json& item : list) {
        text += (text.empty() ? "" : ", ") + item.get<std::string>();
    }
    return text.empty() ? "none" : text;
}

std::string data_text(const Json& files) {
    if (files.empty()) {
        return "none";
    }
    const std::string folder =
        std::filesystem::path(files.front().get<std::string>()).parent_path().string();
    return fmt::format("{} files in {}", files.size(), folder);
}

std::string people_text(const Json& scenario) {
    std::string rows;
    for (const auto& [table, number] : scenario["agents"].items()) {
        rows += fmt::format("{}{} {}", rows.empty() ? "" : ", ",
                            people_number(number.get<double>()), table);
    }
    const auto text = [&](const char* key) { return scenario[key].get<std::string>(); };
    return fmt::format(
        "{} ({})\n"
        "  model       {}\n"
        "  time        {} to {}, {} quarters, outcomes from {}\n"
        "  replicates  {}, seed {}\n"
        "  agents      {} (scale {}; {} at the start of each replicate)\n"
        "  policies    {}\n"
        "  data        {}\n",
        text("scenario"), text("file"), text("model"), text("from"), text("to"),
        scenario["quarters"].get<int>(), text("outcomes_from"), scenario["replicates"].get<int>(),
        scenario["seed"].get<std::uint64_t>(), rows.empty() ? "none" : rows, text("scale"),
        people_bytes(scenario["bytes_at_start"].get<double>()), joined(scenario["policies"]),
        data_text(scenario["data_files"]));
}

}  // namespace

std::string preview(const Job& job, const Arguments& arguments, const ModelCatalogue& models) {
    Json all = {{"command", job.command},
                {"threads", arguments.threads},
                {"out", job.out},
                {"replicates", job.replicates()},
                {"quarters", job.quarters()},
                {"scenarios", Json::array()}};
    for (std::size_t i = 0; i < job.scenarios.size(); ++i) {
        all["scenarios"].push_back(preview_of(job.scenarios[i], job.labels[i], models));
    }
    if (arguments.json) {
        return all.dump(2) + '\n';
    }
    std::string text;
    for (const Json& scenario : all["scenarios"]) {
        text += people_text(scenario);
    }
    return text + fmt::format("would run {} replicate{} on {} thread{} and write {}\n",
                              job.replicates(), job.replicates() == 1 ? "" : "s", arguments.threads,
                              arguments.threads == 1 ? "" : "s", job.out);
}

}  // namespace sim
