// SPDX-License-Identifier: Apache-2.0
// tandem sweep EXPERIMENT.yaml: runs the members of a design that are not finished yet and keeps
// them in a folder.
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/cli/mpi_sweep.hpp"
#include "sim/cli/output_path.hpp"
#include "sim/cli/show/progress.hpp"
#include "sim/cli/slurm_sweep.hpp"
#include "sim/cli/stop_signals.hpp"
#include "sim/cli/verbs.hpp"
#include "sim/sweep/deadline.hpp"
#include "sim/sweep/store/folder_sink.hpp"
#include "sim/sweep/store/manifest.hpp"
#include "sim/sweep/store/sweep_folder.hpp"

namespace sim {

namespace {

namespace fs = std::filesystem;

std::string default_sweep_folder(const std::string& file) {
    return (fs::path("results") / (stem_of(file) + "_sweep")).string();
}

SweepOpening opening_of(const Arguments& arguments) {
    if (arguments.force) {
        return SweepOpening::replaced;
    }
    const bool joins = arguments.resume || arguments.collect || arguments.shard;
    return joins ? SweepOpening::resumed : SweepOpening::fresh;
}

// Those of this process's part that are not finished.
std::vector<SweepMember> pending_of(const SweepPlan& plan, const SweepFolder::Finished& finished,
                                    const std::optional<ShardOf>& shard) {
    std::vector<SweepMember> members = plan.members();
    if (shard) {
        const auto count = static_cast<std::size_t>(shard->count);
        const auto index = static_cast<std::size_t>(shard->index);
        const auto begin = members.begin();
        const auto at = [&](std::size_t part) {
            return begin + static_cast<std::ptrdiff_t>(members.size() * part / count);
        };
        members = {at(index - 1), at(index)};
    }
    std::erase_if(members, [&](const SweepMember& member) {
        return finished.rows.contains(plan.key(member));
    });
    return members;
}

std::string label_of(const std::optional<ShardOf>& shard) {
    return shard ? fmt::format("shard-{}-of-{}", shard->index, shard->count) : "local";
}

std::string sweep_preview(const SweepPlan& plan, const std::string& folder) {
    const Experiment& experiment = plan.loaded().experiment;
    const std::size_t members = plan.members().size();
    const std::size_t runs = plan.points().size() * plan.replicates();
    std::string text = fmt::format(
        "{}: {} points ({}) of {} scenarios and {} factors, {} replicates each: {} members of {} "
        "quarters at scale 1:{}\n",
        plan.loaded().file, plan.points().size(), enum_name(experiment.design.kind),
        experiment.scenarios.size(), experiment.factors.size(), plan.replicates(), members,
        plan.loaded().scenarios.front().scenario.quarters(),
        plan.loaded().scenarios.front().scenario.scale);
    if (members < runs) {
        text +=
            fmt::format("{} further ones come to the same and are not run again\n", runs - members);
    }
    return text + fmt::format("into {}: {}, {}, {}/, {}/, {}\n", folder, manifest_file, design_file,
                              shards_folder, failed_folder, collected_name);
}

std::string sweep_report(const std::string& folder, const SweepPlan& plan, std::size_t finished,
                         const SweepFolder& store) {
    const nlohmann::ordered_json json = {{"folder", folder},
                                         {"points", plan.points().size()},
                                         {"replicates", plan.replicates()},
                                         {"members", plan.members().size()},
                                         {"finished", finished},
                                         {"failed", store.failures()}};
    return json.dump(2) + '\n';
}

void check_collect(const std::string& folder, const Arguments& arguments) {
    if (arguments.collect && !arguments.resume && !arguments.force &&
        !fs::exists(fs::path(folder) / manifest_file)) {
        throw IoError(folder + ": holds no sweep to collect");
    }
}

class Sweep {
  public:
    Sweep(const Arguments& arguments, const Session& session, const SweepPlan& plan,
          const std::string& path)
        : arguments_(arguments),
          session_(session),
          plan_(plan),
          folder_(path, plan, opening_of(arguments)) {}

    ExitCode act() {
        const bool runs = !arguments_.collect || arguments_.resume || arguments_.force;
        const bool is_local = arguments_.executor == "local";
        const ExitCode code = !runs      ? ExitCode::done
                              : is_local ? run()
                                         : sweep_on_slurm(arguments_, session_, plan_, folder_);
        const SweepFolder::Finished finished = folder_.finished();
        const std::size_t here = count_finished(finished);
        if (code != ExitCode::stopped && (arguments_.collect || here == plan_.members().size())) {
            folder_.collect(plan_, finished,
                            arguments_.pack ? Collect::by_copy : Collect::by_reference);
            if (here == plan_.members().size()) {
                folder_.remove_checkpoints();
            }
            session_.console.note(fmt::format("wrote {}/{} with {} of {} members", folder_.path(),
                                              collected_name, here, plan_.members().size()));
        }
        if (arguments_.json) {
            session_.console.data(sweep_report(folder_.path(), plan_, here, folder_));
        }
        return code;
    }

  private:
    std::size_t count_finished(const SweepFolder::Finished& finished) const {
        std::size_t count = 0;
        for (const SweepMember& member : plan_.members()) {
            count += finished.rows.contains(plan_.key(member)) ? 1U : 0U;
        }
        return count;
    }

    ExitCode run() {
        Console& console = session_.console;
        const std::vector<SweepMember> pending =
            pending_of(plan_, folder_.finished(), arguments_.shard);
        if (pending.empty()) {
            console.note(folder_.path() + ": every member is finished, nothing to run");
            return ExitCode::done;
        }
        const StopSignals signals;
        const auto quarters =
            static_cast<std::size_t>(plan_.loaded().scenarios.front().scenario.quarters());
        Progress progress(console, pending.size() * quarters, pending.size());
        FolderSink sink(plan_, folder_, label_of(arguments_.shard), pending.size(),
                        {[&] { progress.replicate_done(); },
                         [&](const std::string& words) { console.note(words); }});
        std::optional<StateCache> cache;
        if (arguments_.state_cache != "off") {
            cache.emplace(arguments_.state_cache.empty() ? default_state_cache(folder_.path())
                                                         : arguments_.state_cache);
        }
        SweepOptions options{arguments_.threads, arguments_.backend, &signals.flag()};
        if (arguments_.time_limit) {
            options.deadline = deadline_after(*arguments_.time_limit);
        }
        options.on_failure = arguments_.fail_fast ? OnFailure::stop : OnFailure::go_on;
        options.on_quarter = [&] { progress.quarter_done(); };
        options.states = cache ? &*cache : nullptr;
        Checkpoints checkpoints(folder_.checkpoint_prefix(),
                                [&](const std::string& words) { console.note(words); });
        checkpoints.remove_leavings();
        options.checkpoints = &checkpoints;
        const SweepEnd end = run_sweep(plan_, pending, session_.models, options, sink);
        console.detail(fmt::format("checkpoints: {} found, {} written", checkpoints.found(),
                                   checkpoints.written()));
        return conclude(end, sink, pending.size());
    }

    ExitCode conclude(SweepEnd end, const FolderSink& sink, std::size_t pending) const {
        Console& console = session_.console;
        if (end == SweepEnd::stopped) {
            console.error(fmt::format(
                "stopped after {} of {} members; go on with: tandem sweep {} -o {} --resume",
                sink.members_done(), pending, plan_.loaded().file, folder_.path()));
            return ExitCode::stopped;
        }
        if (sink.members_failed() > 0) {
            console.error(fmt::format("{}: {} of {} members failed; what went wrong is in {}/{}",
                                      folder_.path(), sink.members_failed(), pending,
                                      folder_.path(), failed_folder));
            return ExitCode::run_failed;
        }
        console.note(fmt::format("ran {} members into {}", sink.members_done(), folder_.path()));
        return ExitCode::done;
    }

    const Arguments& arguments_;
    const Session& session_;
    const SweepPlan& plan_;
    SweepFolder folder_;
};

}  // namespace

ExitCode sweep_verb(const Arguments& arguments, const Session& session) {
    const std::string& file = arguments.operands.front();
    const LoadedExperiment loaded =
        load_experiment(file, session.models, arguments.overrides, session.shipped_data);
    const SweepPlan plan(loaded);
    const std::string folder = arguments.out.empty() ? default_sweep_folder(file) : arguments.out;
    check_state_cache(arguments.state_cache);
    check_collect(folder, arguments);
    if (arguments.dry_run) {
        session.console.data(sweep_preview(plan, folder));
        return ExitCode::done;
    }
    const bool only_collects = arguments.collect && !arguments.resume && !arguments.force;
    if (arguments.executor == "mpi" && !only_collects) {
        return sweep_by_mpi(arguments, session, plan, folder, opening_of(arguments));
    }
    return Sweep(arguments, session, plan, folder).act();
}

}  // namespace sim
