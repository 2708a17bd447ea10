// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/kept_portraits.hpp"

#include <fmt/format.h>

#include "sim/sweep/checkpoint_origin.hpp"

namespace sim {

namespace {

// The state that a portrait is of: that at the end of the run.
StateOrigin origin_of(const LoadedScenario& loaded, std::size_t replicate) {
    StateOrigin origin = checkpoint_origin(loaded.scenario, *loaded.model, loaded.data_hash,
                                           static_cast<std::uint32_t>(replicate));
    origin.quarter = loaded.scenario.end;
    return origin;
}

std::string name_of(std::size_t scenario, std::size_t replicate) {
    return fmt::format("{}-{}", scenario, replicate);
}

}  // namespace

void keep_portraits(const Job& job, const Collector& collector, const Checkpoints& checkpoints,
                    const Executor& executor) {
    collector.people().for_waiting(
        [&](std::size_t scenario, std::size_t replicate, const Portrait& portrait) {
            checkpoints.keep_portrait(name_of(scenario, replicate),
                                      origin_of(job.scenarios[scenario], replicate), portrait,
                                      executor);
        });
}

void take_kept_portraits(const Job& job, Collector& collector, const Checkpoints& checkpoints,
                         const Executor& executor) {
    for (std::size_t s = 0; s < job.scenarios.size(); ++s) {
        const auto replicates = static_cast<std::size_t>(job.scenarios[s].scenario.replicates);
        for (std::size_t r = 0; r < replicates; ++r) {
            if (!collector.wants_portrait(s, r)) {
                continue;
            }
            if (auto kept = checkpoints.kept_portrait(name_of(s, r), origin_of(job.scenarios[s], r),
                                                      executor)) {
                collector.take_portrait(s, r, std::move(*kept));
            }
        }
    }
}

}  // namespace sim
