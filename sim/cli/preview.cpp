// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/preview.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/cli/show/text_table.hpp"
#include "sim/model/run.hpp"
#include "sim/sweep/comparison/equal_cost.hpp"
#include "sim/sweep/comparison/precision.hpp"
#include "sim/sweep/comparison/run_plan.hpp"
#include "sim/sweep/shared_past.hpp"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

struct TableSize {
    std::string name;
    std::size_t rows;
    std::size_t bytes_per_row;
};

// What the first quarters of a scenario's first replicate tell about all of them.
struct Probe {
    std::vector<TableSize> tables;  // of the initial state
    double seconds_before = 0.0;    // until the first quarter
    double seconds_per_quarter = 0.0;
    int quarters = 0;  // that were simulated to learn this
};

constexpr int probed_quarters = 4;

// On one thread, with the initial state computed.
Probe probe(const LoadedScenario& loaded, const ModelCatalogue& models) {
    using Clock = std::chrono::steady_clock;
    const auto seconds_since = [](Clock::time_point begin) {
        return std::chrono::duration<double>(Clock::now() - begin).count();
    };
    const auto executor = make_executor(Backend::serial, 1);
    std::atomic<bool> stop{true};
    Probe found;
    {
        // A run that is told to stop before its first quarter has only its initial state.
        const Clock::time_point begin = Clock::now();
        Run run(make_model(loaded, models), loaded.scenario, 0);
        static_cast<void>(run.simulate({executor.get(), &stop, {}, nullptr}));
        found.seconds_before = seconds_since(begin);
        for (const Table* table : run.model().world().tables()) {
            found.tables.push_back(
                {std::string(table->name()), table->size(), table->bytes_per_row()});
        }
    }
    stop = false;
    Run run(make_model(loaded, models), loaded.scenario, 0);
    std::optional<Clock::time_point> first;  // quarter's end; the initial state came before it
    static_cast<void>(run.simulate({executor.get(), &stop,
                                    [&] {
                                        if (!first) {
                                            first = Clock::now();
                                        } else {
                                            ++found.quarters;
                                        }
                                        stop = found.quarters >= probed_quarters;
                                    },
                                    nullptr}));
    if (first && found.quarters > 0) {
        found.seconds_per_quarter = seconds_since(*first) / found.quarters;
    }
    return found;
}

// Scenarios with the same past share their initial state.
std::vector<Probe> probes(const Job& job, const ModelCatalogue& models) {
    std::vector<Probe> list;
    for (std::size_t s = 0; s < job.scenarios.size(); ++s) {
        const bool is_like_base =
            s > 0 && job.scenarios[s].data_hash == job.scenarios[0].data_hash &&
            job.scenarios[s].scenario.origin() == job.scenarios[0].scenario.origin();
        list.push_back(is_like_base ? list.front() : probe(job.scenarios[s], models));
    }
    return list;
}

// Runs by what they are for, and about how long they take on the threads at hand.
struct Estimated {
    std::size_t written = 0;
    std::size_t frozen = 0;
    std::size_t coalitions = 0;
    std::size_t cost_trials = 0;  // at most
    double seconds = 0.0;
    std::size_t all() const { return written + frozen + coalitions + cost_trials; }
};

// Of the first `replicates`. A replicate's runs from one past go through it once.
Estimated work_of(const Job& job, const std::vector<Probe>& probed, int threads, int replicates) {
    RunPlan plan(job.pointers(), job.options);
    Estimated work;
    std::vector<std::pair<const LoadedScenario*, std::uint32_t>> pasts;
    const auto add_run = [&](const LoadedScenario& loaded, std::uint32_t replicate) {
        const Scenario& scenario = loaded.scenario;
        const Probe& like = probed.front();
        const int own = scenario.end - scenario.fork_quarter();
        work.seconds += own * like.seconds_per_quarter;
        const bool is_new = std::none_of(pasts.begin(), pasts.end(), [&](const auto& past) {
            return past.second == replicate && share_past(*past.first, loaded);
        });
        if (is_new) {
            pasts.emplace_back(&loaded, replicate);
            work.seconds +=
                like.seconds_before + (scenario.quarters() - own) * like.seconds_per_quarter;
        }
    };
    // One replicate stands for all: what they draw differs, not how much.
    for (const LocalMember& member : plan.members(0, 1)) {
        const RunPlan::Role& role = plan.role(member.scenario);
        work.written += role.purpose == RunPlan::Purpose::written ? 1 : 0;
        work.frozen += role.purpose == RunPlan::Purpose::frozen ? 1 : 0;
        work.coalitions += role.purpose == RunPlan::Purpose::coalition ? 1 : 0;
        add_run(*plan.scenarios()[member.scenario], 0);
    }
    const auto times = static_cast<std::size_t>(replicates);
    work.written *= times;
    work.frozen *= times;
    work.coalitions *= times;
    work.seconds *= replicates;
    if (job.options.equal_cost) {
        const std::size_t rescaled = job.scenarios.size() - (job.options.cost ? 1 : 2);
        const auto each = static_cast<std::size_t>(std::min(replicates, CostRule::replicates));
        work.cost_trials = each * (1 + (job.options.cost ? 0 : 1) +
                                   rescaled * static_cast<std::size_t>(CostRule::most_trials));
        const Scenario& scenario = job.scenarios.front().scenario;
        work.seconds += static_cast<double>(work.cost_trials) *
                        (scenario.end - scenario.fork_quarter()) *
                        probed.front().seconds_per_quarter;
    }
    work.seconds /= std::max(1, threads);
    return work;
}

Json json_of(const Estimated& work) {
    return {{"runs", work.all()},
            {"written", work.written},
            {"frozen", work.frozen},
            {"coalitions", work.coalitions},
            {"cost_trials_at_most", work.cost_trials},
            {"seconds", work.seconds}};
}

// "120 runs (20 written, 100 of coalitions) in about 3 min".
std::string text_of(const Estimated& work) {
    std::vector<std::string> parts{fmt::format("{} written", work.written)};
    if (work.frozen > 0) {
        parts.push_back(fmt::format("{} with frozen feedbacks", work.frozen));
    }
    if (work.coalitions > 0) {
        parts.push_back(fmt::format("{} of policies apart", work.coalitions));
    }
    if (work.cost_trials > 0) {
        parts.push_back(fmt::format("up to {} to make costs equal", work.cost_trials));
    }
    return fmt::format("{} run{} ({}) in about {}", work.all(), work.all() == 1 ? "" : "s",
                       fmt::join(parts, ", "), people_duration(work.seconds));
}

Json preview_of(const LoadedScenario& loaded, const std::string& label, const Probe& probed) {
    const Scenario& scenario = loaded.scenario;
    Json agents = Json::object();
    std::size_t bytes = 0;
    for (const TableSize& table : probed.tables) {
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
    const std::vector<Probe> probed = probes(job, models);
    const int most = job.scenarios.front().scenario.replicates;
    const bool is_open = !job.options.until_precise.empty();
    const int least = is_open ? std::min(most, PrecisionRule::first_look) : most;
    const Estimated work = work_of(job, probed, arguments.threads, most);
    Json all = {
        {"command", job.command},         {"threads", arguments.threads}, {"out", job.out},
        {"replicates", job.replicates()}, {"quarters", job.quarters()},   {"work", json_of(work)},
        {"scenarios", Json::array()}};
    if (is_open) {
        all["work_at_least"] = json_of(work_of(job, probed, arguments.threads, least));
    }
    for (std::size_t i = 0; i < job.scenarios.size(); ++i) {
        all["scenarios"].push_back(preview_of(job.scenarios[i], job.labels[i], probed[i]));
    }
    if (arguments.json) {
        return all.dump(2) + '\n';
    }
    std::string text;
    for (const Json& scenario : all["scenarios"]) {
        text += people_text(scenario);
    }
    text += fmt::format("would run {} replicate{} on {} thread{} and write {}\n", job.replicates(),
                        job.replicates() == 1 ? "" : "s", arguments.threads,
                        arguments.threads == 1 ? "" : "s", job.out);
    if (is_open) {
        text += fmt::format(
            "until precise: at least {} replicates of each scenario, {}\n"
            "               at most {}, ",
            least, text_of(work_of(job, probed, arguments.threads, least)), most);
    }
    return text + text_of(work) +
           fmt::format(", judged by {} quarters of the base on one thread\n",
                       probed.front().quarters);
}

}  // namespace sim
