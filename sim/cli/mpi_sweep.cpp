// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/mpi_sweep.hpp"

#include <exception>
#include <optional>

#include <fmt/format.h>

#include "sim/cli/output_path.hpp"
#include "sim/cli/show/progress.hpp"
#include "sim/cli/stop_signals.hpp"
#include "sim/sweep/deadline.hpp"
#include "sim/sweep/mpi/mpi_world.hpp"
#include "sim/sweep/store/folder_sink.hpp"

namespace sim {

namespace {

class MpiSweep {
  public:
    MpiSweep(const Arguments& arguments, const Session& session, const SweepPlan& plan,
             const MpiWorld& world)
        : arguments_(arguments), session_(session), plan_(plan), world_(world) {}

    ExitCode act(const std::string& path, SweepOpening opening) {
        if (!open(path, opening)) {
            return ExitCode::io;  // rank 0 has thrown what went wrong
        }
        try {
            run();
        } catch (const std::exception& error) {
            session_.console.error(fmt::format("rank {}: {}", world_.rank(), error.what()));
            world_.abort(static_cast<int>(ExitCode::io));
        }
        return conclude();
    }

  private:
    // Rank 0 looks into the folder first: the others join what it has opened.
    bool open(const std::string& path, SweepOpening opening) {
        std::exception_ptr refusal;
        std::vector<std::uint64_t> pending;
        if (world_.rank() == 0) {
            try {
                folder_.emplace(path, plan_, opening);
                const SweepFolder::Finished finished = folder_->finished();
                const std::vector<SweepMember> members = plan_.members();
                for (std::uint64_t m = 0; m < members.size(); ++m) {
                    if (!finished.rows.contains(plan_.key(members[m]))) {
                        pending.push_back(m);
                    }
                }
            } catch (...) {
                refusal = std::current_exception();
            }
        }
        std::vector<std::uint64_t> is_open{refusal ? 0U : 1U};
        world_.broadcast(is_open);
        if (refusal) {
            std::rethrow_exception(refusal);
        }
        if (is_open.front() == 0) {
            return false;
        }
        world_.broadcast(pending);
        const std::vector<SweepMember> members = plan_.members();
        for (const std::uint64_t m : pending) {
            pending_.push_back(members[m]);
        }
        if (world_.rank() != 0) {
            folder_.emplace(path, plan_, SweepOpening::resumed);
        }
        return true;
    }

    void run() {
        if (pending_.empty()) {
            return;
        }
        const StopSignals signals;
        const auto quarters =
            static_cast<std::size_t>(plan_.loaded().scenarios.front().scenario.quarters());
        Progress progress(session_.console, pending_.size() * quarters, pending_.size());
        FolderSink sink(plan_, *folder_, fmt::format("rank-{}", world_.rank()), pending_.size(),
                        {[&] { progress.replicate_done(); },
                         [&](const std::string& words) { session_.console.note(words); }});
        SweepOptions options = options_of(signals);
        options.on_quarter = [&] { progress.quarter_done(); };
        std::optional<StateCache> cache;
        if (arguments_.state_cache != "off") {
            cache.emplace(arguments_.state_cache.empty() ? default_state_cache(folder_->path())
                                                         : arguments_.state_cache);
            options.states = &*cache;
        }
        Checkpoints checkpoints(folder_->checkpoint_prefix(),
                                [&](const std::string& words) { session_.console.note(words); });
        checkpoints.remove_leavings();
        options.checkpoints = &checkpoints;
        world_.hand_out(pending_.size(), [&](std::uint64_t number) {
            const SweepEnd end =
                run_sweep(plan_, {pending_[number]}, session_.models, options, sink);
            return end == SweepEnd::all_ran;
        });
        done_ = sink.members_done();
        failed_ = sink.members_failed();
    }

    SweepOptions options_of(const StopSignals& signals) const {
        SweepOptions options{arguments_.threads, arguments_.backend, &signals.flag()};
        if (arguments_.time_limit) {
            options.deadline = deadline_after(*arguments_.time_limit);
        }
        options.on_failure = arguments_.fail_fast ? OnFailure::stop : OnFailure::go_on;
        return options;
    }

    ExitCode conclude() const {
        const std::uint64_t done = world_.sum(done_);
        const std::uint64_t failed = world_.sum(failed_);
        Console& console = session_.console;
        const bool speaks = world_.rank() == 0;
        if (done + failed < pending_.size() && failed == 0) {
            if (speaks) {
                console.error(fmt::format(
                    "stopped after {} of {} members; go on with: tandem sweep {} -o {} --resume",
                    done, pending_.size(), arguments_.operands.front(), folder_->path()));
            }
            return ExitCode::stopped;
        }
        if (failed > 0) {
            if (speaks) {
                console.error(fmt::format(
                    "{}: {} of {} members failed; what went wrong is in "
                    "{}/{}",
                    folder_->path(), failed, pending_.size(), folder_->path(), failed_folder));
            }
            return ExitCode::run_failed;
        }
        if (speaks) {
            collect(done);
        }
        return ExitCode::done;
    }

    void collect(std::uint64_t done) const {
        const std::size_t here = folder_->collect(
            plan_, folder_->finished(), arguments_.pack ? Collect::by_copy : Collect::by_reference);
        if (here == plan_.members().size()) {
            folder_->remove_checkpoints();
        }
        session_.console.note(fmt::format("ran {} members on {} ranks into {}; {} are collected",
                                          done, world_.size(), folder_->path(), here));
    }

    const Arguments& arguments_;
    const Session& session_;
    const SweepPlan& plan_;
    const MpiWorld& world_;
    std::optional<SweepFolder> folder_{};
    std::vector<SweepMember> pending_{};
    std::uint64_t done_ = 0;
    std::uint64_t failed_ = 0;
};

}  // namespace

ExitCode sweep_by_mpi(const Arguments& arguments, const Session& session, const SweepPlan& plan,
                      const std::string& path, SweepOpening opening) {
    const MpiWorld world;
    return MpiSweep(arguments, session, plan, world).act(path, opening);
}

}  // namespace sim
