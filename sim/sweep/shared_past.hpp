// SPDX-License-Identifier: Apache-2.0
// The past that runs of one origin have in common: the first of them finds it in the cache or
// computes it, the others go on from there. While it is shared it is a file, of the cache or in
// memory; after the first run has started, any number may restore at once.
#pragma once

#include <optional>

#include "sim/checkpoint/state_cache.hpp"
#include "sim/model/state_store.hpp"
#include "sim/scenario/load.hpp"

namespace sim {

// Where the state of a scenario at the end of its fork quarter comes from.
StateOrigin origin_at_fork(const LoadedScenario& loaded, std::uint32_t replicate);
// The same for a scenario of `model` over data of that hash.
StateOrigin origin_at_fork(const Scenario& scenario, const Model& model,
                           const std::string& data_hash, std::uint32_t replicate);

// Whether a replicate of both is in the same state at the end of the same fork quarter.
bool share_past(const LoadedScenario& a, const LoadedScenario& b);

class SharedPast final : public StateStore {
  public:
    // `cache` may be none; `users` is how many runs begin from here.
    SharedPast(StateOrigin origin, StateCache* cache, std::size_t users)
        : origin_(std::move(origin)), cache_(cache), users_(users) {}

    std::optional<Hashes> restore(Quarter quarter, World& world, const Executor& executor) override;
    void save(Quarter quarter, const World& world, const Hashes& hashes,
              const Executor& executor) override;

  private:
    StateOrigin origin_;
    StateCache* cache_;
    std::size_t users_;
    std::optional<StateFile> state_;  // of origin_.quarter
};

}  // namespace sim
