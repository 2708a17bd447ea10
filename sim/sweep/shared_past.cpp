// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/shared_past.hpp"

#include "sim/checkpoint/build_identity.hpp"
#include "sim/scenario/resolved.hpp"

namespace sim {

StateOrigin origin_at_fork(const LoadedScenario& loaded, std::uint32_t replicate) {
    return origin_at_fork(loaded.scenario, *loaded.model, loaded.data_hash, replicate);
}

StateOrigin origin_at_fork(const Scenario& scenario, const Model& model,
                           const std::string& data_hash, std::uint32_t replicate) {
    return {build_identity(),
            scenario.model,
            resolved_text(scenario.origin(), model, ResolvedFor::hash),
            data_hash,
            scenario.seed,
            replicate,
            scenario.fork_quarter()};
}

bool share_past(const LoadedScenario& a, const LoadedScenario& b) {
    const auto origin = [](const Scenario& scenario) {
        Scenario part = scenario.origin();
        part.data.clear();  // the same data may lie in two places
        return part;
    };
    return a.data_hash == b.data_hash && a.scenario.fork_quarter() == b.scenario.fork_quarter() &&
           origin(a.scenario) == origin(b.scenario);
}

std::optional<StateStore::Hashes> SharedPast::restore(Quarter quarter, World& world,
                                                      const Executor& executor) {
    if (state_ && quarter == origin_.quarter) {
        state_->restore(world, executor);
        return state_->manifest().hashes;
    }
    if (cache_ == nullptr) {
        return std::nullopt;
    }
    StateOrigin origin = origin_;
    origin.quarter = quarter;
    std::optional<StateFile> found = cache_->find(origin, world, executor);
    if (!found) {
        return std::nullopt;
    }
    found->restore(world, executor);
    Hashes hashes = found->manifest().hashes;
    if (quarter == origin_.quarter && users_ > 1) {
        state_ = std::move(found);
    }
    return hashes;
}

void SharedPast::save(Quarter quarter, const World& world, const Hashes& hashes,
                      const Executor& executor) {
    SIM_EXPECT(quarter == origin_.quarter && !state_);
    std::optional<StateFile> kept;
    if (cache_ != nullptr) {
        kept = cache_->keep({origin_, hashes}, world, executor);
    }
    if (users_ > 1) {
        state_ =
            kept ? std::move(kept) : StateFile::write_in_memory({origin_, hashes}, world, executor);
    }
}

}  // namespace sim
