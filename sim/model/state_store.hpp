// SPDX-License-Identifier: Apache-2.0
// Where a run may find the state that it would otherwise compute, and leave it for others. What is
// found must be what the run itself would have computed, bit for bit.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/core/quarter.hpp"
#include "sim/tables/world.hpp"

namespace sim {

class StateStore {
  public:
    // State hashes of the quarters simulated up to and including the one of a state, oldest first;
    // none for the initial state.
    using Hashes = std::vector<std::uint64_t>;

    StateStore() = default;
    StateStore(const StateStore&) = delete;
    StateStore& operator=(const StateStore&) = delete;
    virtual ~StateStore() = default;

    // Replaces all rows of the prepared `world` by the state at the end of `quarter`; nothing, with
    // the world as it was, if there is none.
    virtual std::optional<Hashes> restore(Quarter quarter, World& world, const Executor&) = 0;
    // Takes the state at the end of `quarter`.
    virtual void save(Quarter quarter, const World& world, const Hashes&, const Executor&) = 0;
};

}  // namespace sim
