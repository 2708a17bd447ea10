// SPDX-License-Identifier: Apache-2.0
// Runs all replicates of scenarios on this machine: replicates side by side where there are enough
// of them, threads within a replicate otherwise. A replicate's scenarios that have the same past go
// through it once. Results do not depend on any of that.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sim/checkpoint/checkpoints.hpp"
#include "sim/checkpoint/state_cache.hpp"
#include "sim/model/run.hpp"
#include "sim/scenario/load.hpp"

namespace sim {

// Whether runs of the same origin begin from one state or each compute their own past.
enum class Past { shared, recomputed };

struct LocalOptions {
    int threads = 1;
    Backend backend = Backend::tbb;
    const std::atomic<bool>* stop = nullptr;
    // Called from running threads after each simulated quarter.
    std::function<void()> on_quarter{};
    Past past = Past::shared;
    // Keeps states at the end of spin-up for later runs; none by default. Only for a shared past.
    StateCache* states = nullptr;
    // Called, from running threads, with each run that was made and its member's position in the
    // list, before it starts.
    std::function<void(Run& run, std::size_t member)> on_made{};
    // Where replicates under way leave checkpoints and go on from; none by default.
    Checkpoints* checkpoints = nullptr;
    // Replicates that need not be run, because they are there; none by default.
    std::function<bool(std::size_t scenario, std::uint32_t replicate)> is_there{};
    // No replicate goes on after this.
    std::optional<std::chrono::steady_clock::time_point> deadline{};
};

// Members of the second turn begin when those of the first that have their past are finished.
enum class Turn { first, second };

// A replicate of one of a list of scenarios.
struct LocalMember {
    std::size_t scenario;
    std::uint32_t replicate;
    Turn turn = Turn::first;
};

// Runs these replicates only. Calls `done(member, record)`, with the position in the list, for each
// finished one, one call at a time, in no fixed order. Returns false if it was stopped.
bool run_members(const std::vector<const LoadedScenario*>& scenarios,
                 const std::vector<LocalMember>& members, const ModelCatalogue& models,
                 const LocalOptions& options,
                 const std::function<void(std::size_t member, Record&& record)>& done);

// Calls `done(scenario, record)` for each finished replicate, one call at a time, in no fixed
// order; a replicate's checkpoint is removed when the call returns. Returns false if it was
// stopped; replicates that were stopped are not handed over.
bool run_local(const std::vector<const LoadedScenario*>& scenarios, const ModelCatalogue& models,
               const LocalOptions& options,
               const std::function<void(std::size_t scenario, Record&& record)>& done);

}  // namespace sim
