// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/slurm_sweep.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include <fmt/format.h>

#include "sim/cli/show/progress.hpp"
#include "sim/cli/stop_signals.hpp"
#include "sim/sweep/slurm/job_scripts.hpp"
#include "sim/sweep/slurm/slurm_queue.hpp"

namespace sim {

namespace {

namespace fs = std::filesystem;

constexpr int default_tasks = 8;

void write_text(const fs::path& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    if (!file) {
        throw IoError(path.string() + ": cannot be written");
    }
}

std::vector<std::string> read_lines(const fs::path& path) {
    std::vector<std::string> lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        lines.push_back(line);
    }
    return lines;
}

// The options with which every task reads the experiment as this process did.
std::vector<std::string> options_of(const Arguments& arguments) {
    const Overrides& overrides = arguments.overrides;
    std::vector<std::string> options;
    const auto add = [&](const char* name, const std::string& value) {
        options.emplace_back(name);
        options.push_back(value);
    };
    for (const auto& [path, value] : overrides.set) {
        add("--set", path + '=' + value);
    }
    if (overrides.seed) {
        add("--seed", std::to_string(*overrides.seed));
    }
    if (overrides.replicates) {
        add("--replicates", std::to_string(*overrides.replicates));
    }
    if (overrides.scale) {
        add("--scale", *overrides.scale);
    }
    if (overrides.until) {
        add("--until", *overrides.until);
    }
    if (overrides.checkpoint_every) {
        add("--checkpoint-every", *overrides.checkpoint_every);
    }
    if (!arguments.state_cache.empty()) {
        add("--state-cache", arguments.state_cache);
    }
    if (arguments.fail_fast) {
        options.emplace_back("--fail-fast");
    }
    return options;
}

SlurmRequest request_of(const Arguments& arguments, const SweepPlan& plan,
                        const SweepFolder& folder) {
    SlurmRequest request;
    request.program = fs::read_symlink("/proc/self/exe").string();
    request.experiment = fs::absolute(plan.loaded().file).string();
    request.folder = fs::absolute(folder.path()).string();
    request.options = options_of(arguments);
    request.collect = arguments.pack ? Collect::by_copy : Collect::by_reference;
    const int members = static_cast<int>(std::min<std::size_t>(plan.members().size(), 1'000'000));
    request.tasks = std::min(arguments.tasks.value_or(default_tasks), members);
    request.threads = arguments.threads;
    request.time_limit = arguments.time_limit;
    return request;
}

// The array and the collection after it.
std::vector<std::string> submit(const SlurmRequest& request, const fs::path& folder) {
    write_text(folder / "array.sh", array_script(request));
    write_text(folder / "collect.sh", collect_script(request));
    const std::string array = submit_job((folder / "array.sh").string(), {});
    write_text(folder / "jobs", array + '\n');
    const std::string collection = submit_job((folder / "collect.sh").string(), {array});
    write_text(folder / "jobs", array + '\n' + collection + '\n');
    return {array, collection};
}

class Follower {
  public:
    Follower(const Session& session, const SweepPlan& plan, const SweepFolder& folder,
             std::vector<std::string> jobs)
        : console_(session.console), plan_(plan), folder_(folder), jobs_(std::move(jobs)) {}

    // False if it was stopped; the jobs are cancelled then.
    bool follow(const StopSignals& signals) {
        using std::chrono::milliseconds;
        constexpr milliseconds step{100};
        constexpr milliseconds longest{5000};
        milliseconds pause{500};
        Progress progress(console_, plan_.members().size(), plan_.members().size());
        while (!(alive_ = jobs_alive(jobs_)).empty()) {
            show(progress);
            for (milliseconds waited{0}; waited < pause; waited += step) {
                if (signals.flag().load()) {
                    cancel();
                    return false;
                }
                std::this_thread::sleep_for(step);
            }
            pause = std::min(longest, pause + pause / 4);
        }
        return true;
    }

  private:
    void show(Progress& progress) {
        const std::size_t finished = folder_.finished().rows.size();
        for (; shown_ < finished; ++shown_) {
            progress.replicate_done();
            progress.quarter_done();
        }
    }

    void cancel() {
        cancel_jobs(alive_);
        // Tasks end at their next quarter; what they finish until then is kept.
        while (!jobs_alive(jobs_).empty()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(500));
        }
    }

    Console& console_;
    const SweepPlan& plan_;
    const SweepFolder& folder_;
    std::vector<std::string> jobs_;
    std::vector<std::string> alive_{};
    std::size_t shown_ = 0;
};

ExitCode conclude(const Arguments& arguments, const SweepPlan& plan, const SweepFolder& folder,
                  Console& console) {
    const SweepFolder::Finished finished = folder.finished();
    const std::vector<SweepMember> members = plan.members();
    const auto missing = std::count_if(
        members.begin(), members.end(),
        [&](const SweepMember& member) { return !finished.rows.contains(plan.key(member)); });
    if (missing == 0) {
        return ExitCode::done;
    }
    const std::size_t failed = folder.failures();
    console.error(
        fmt::format("{}: {} of {} members are missing, {} of them failed ({}/{}); what "
                    "tasks said is in {}/slurm; go on with: tandem sweep {} -o {} "
                    "--executor slurm --resume",
                    folder.path(), missing, members.size(), failed, folder.path(), failed_folder,
                    folder.path(), arguments.operands.front(), folder.path()));
    return failed > 0 ? ExitCode::run_failed : ExitCode::stopped;
}

}  // namespace

ExitCode sweep_on_slurm(const Arguments& arguments, const Session& session, const SweepPlan& plan,
                        const SweepFolder& folder) {
    const fs::path scripts = fs::path(folder.path()) / "slurm";
    std::error_code error;
    fs::create_directories(scripts, error);
    const StopSignals signals;
    std::vector<std::string> jobs = read_lines(scripts / "jobs");
    if (!jobs.empty() && !jobs_alive(jobs).empty()) {
        session.console.note(fmt::format("follows job {} that works on it", jobs.front()));
    } else {
        jobs = submit(request_of(arguments, plan, folder), scripts);
        session.console.note(
            fmt::format("submitted job {} and, after it, {}", jobs.front(), jobs.back()));
    }
    if (!Follower(session, plan, folder, jobs).follow(signals)) {
        session.console.error(
            fmt::format("stopped, jobs cancelled; go on with: tandem sweep {} -o {} --executor "
                        "slurm --resume",
                        arguments.operands.front(), folder.path()));
        return ExitCode::stopped;
    }
    return conclude(arguments, plan, folder, session.console);
}

}  // namespace sim
