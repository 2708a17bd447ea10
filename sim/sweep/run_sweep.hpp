// SPDX-License-Identifier: Apache-2.0
// Runs members of a sweep on this machine: side by side, one thread each, as long as there is one
// for every thread; what is left over runs one after the other with all threads. A member that
// fails is handed over with its error and the rest goes on. No more is in memory than the members
// that run.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/checkpoint/checkpoints.hpp"
#include "sim/checkpoint/state_cache.hpp"
#include "sim/parallel/executor.hpp"
#include "sim/sweep/experiment/measure.hpp"
#include "sim/sweep/experiment/plan.hpp"

namespace sim {

enum class OnFailure { go_on, stop };

struct SweepOptions {
    int threads = 1;
    Backend backend = Backend::tbb;
    const std::atomic<bool>* stop = nullptr;
    // No member goes on after this.
    std::optional<std::chrono::steady_clock::time_point> deadline{};
    OnFailure on_failure = OnFailure::go_on;
    // Called from running threads after each simulated quarter.
    std::function<void()> on_quarter{};
    // Keeps states at the end of spin-up where members share them; none by default.
    StateCache* states = nullptr;
    // Where members under way leave checkpoints, by name of their key, and go on from; none by
    // default.
    Checkpoints* checkpoints = nullptr;
};

// Takes what becomes of members; one call at a time. What it throws ends the sweep.
class MemberSink {
  public:
    virtual ~MemberSink() = default;
    // A member begins; in the order of the list. The number returned comes back when it ends.
    virtual std::size_t begin(const SweepMember& member) = 0;
    virtual void done(const SweepMember& member, std::size_t number,
                      const std::vector<std::vector<double>>& values, double seconds) = 0;
    virtual void failed(const SweepMember& member, const std::string& error) = 0;
};

enum class SweepEnd { all_ran, stopped, failed_fast };

SweepEnd run_sweep(const SweepPlan& plan, const std::vector<SweepMember>& members,
                   const ModelCatalogue& models, const SweepOptions& options, MemberSink& sink);

}  // namespace sim
