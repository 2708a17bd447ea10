// SPDX-License-Identifier: Apache-2.0
// tandem reproduce FILE.h5: runs the scenario inside the file again and compares the hash of the
// state after every quarter of every replicate.
#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/cli/job.hpp"
#include "sim/cli/show/progress.hpp"
#include "sim/cli/stop_signals.hpp"
#include "sim/core/build_info.hpp"
#include "sim/sweep/run_local.hpp"

namespace sim {

namespace {

struct Difference {
    std::size_t time;
    std::size_t scenario;
    std::size_t replicate;
    auto operator<=>(const Difference&) const = default;
};

class HashCheck {
  public:
    explicit HashCheck(const ResultSummary& summary) : summary_(summary) {}

    void take(std::size_t scenario, const Record& record) {
        const auto& written = summary_.hashes.at(scenario).at(record.replicate);
        const auto [ours, theirs] = std::mismatch(record.hashes.begin(), record.hashes.end(),
                                                  written.begin(), written.end());
        if (ours == record.hashes.end() && theirs == written.end()) {
            return;
        }
        const Difference found{static_cast<std::size_t>(ours - record.hashes.begin()), scenario,
                               record.replicate};
        first_ = first_ ? std::min(*first_, found) : found;
        ++differing_;
    }

    const std::optional<Difference>& first() const { return first_; }
    std::size_t differing() const { return differing_; }

  private:
    const ResultSummary& summary_;
    std::optional<Difference> first_;
    std::size_t differing_ = 0;
};

// Why the file cannot be reproduced here; empty if it can.
std::string refusal(const ResultSummary& summary) {
    if (summary.program_version != program_version()) {
        return fmt::format("was made by version {} (this is {})", summary.program_version,
                           program_version());
    }
    if (summary.status != "complete") {
        return fmt::format("is {}, not complete (tandem resume finishes it)", summary.status);
    }
    return {};
}

std::string where(const ResultSummary& summary, const Difference& difference) {
    const auto& times = summary.header.hash_times;
    std::string text =
        fmt::format("replicate {} differs first in {}", difference.replicate,
                    difference.time < times.size() ? times[difference.time].text() : "the end");
    if (summary.header.scenarios.size() > 1) {
        text = fmt::format("scenario {}, {}", summary.header.scenarios[difference.scenario], text);
    }
    return text;
}

std::string report_json(const ResultSummary& summary, const Job& job, const HashCheck& check) {
    nlohmann::ordered_json json = {{"reproduced", !check.first().has_value()},
                                   {"replicates", job.replicates()},
                                   {"quarters", job.quarters()},
                                   {"differing_replicates", check.differing()}};
    if (check.first()) {
        json["first_difference"] = where(summary, *check.first());
    }
    return json.dump(2) + '\n';
}

ExitCode verdict(const std::string& path, const ResultSummary& summary, const Job& job,
                 const HashCheck& check, const Arguments& arguments, Console& console) {
    if (arguments.json) {
        console.data(report_json(summary, job, check));
    }
    if (check.first()) {
        console.error(fmt::format("{}: not reproduced: {} ({} of {} replicates differ)", path,
                                  where(summary, *check.first()), check.differing(),
                                  job.replicates()));
        return ExitCode::check_failed;
    }
    if (!arguments.json) {
        console.table(fmt::format("{}: reproduced; all hashes agree ({} replicates, {} quarters)\n",
                                  path, job.replicates(), job.quarters()));
    }
    return ExitCode::done;
}

}  // namespace

ExitCode reproduce_verb(const Arguments& arguments, const Session& session) {
    const std::string& path = arguments.operands.front();
    Console& console = session.console;
    const ResultSummary summary = read_result(path);
    std::string reason = refusal(summary);
    if (!reason.empty()) {
        console.error(fmt::format("{}: {}; not reproduced", path, reason));
        return ExitCode::check_failed;
    }
    const Job job = job_of_result(path, summary, arguments, session);
    if (job.scenarios.front().data_hash != summary.header.data_hash) {
        console.error(
            fmt::format("{}: was made with other data (data_hash {} in the file, {} now); "
                        "not reproduced",
                        path, summary.header.data_hash, job.scenarios.front().data_hash));
        return ExitCode::check_failed;
    }
    if (summary.git_commit != git_commit()) {
        console.note(fmt::format("{}: was made from commit {}, this is {}", path,
                                 summary.git_commit, git_commit()));
    }
    HashCheck check(summary);
    const StopSignals signals;
    Progress progress(console, job.quarters(), job.replicates());
    const bool finished = run_local(
        job.pointers(), session.models,
        {arguments.threads, arguments.backend, &signals.flag(), [&] { progress.quarter_done(); },
         Past::recomputed},  // a check takes nothing from elsewhere
        [&](std::size_t scenario, Record&& record) {
            check.take(scenario, record);
            progress.replicate_done();
        });
    if (!finished) {
        console.error(fmt::format("{}: stopped; nothing was decided", path));
        return ExitCode::stopped;
    }
    return verdict(path, summary, job, check, arguments, console);
}

}  // namespace sim
