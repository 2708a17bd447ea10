// SPDX-License-Identifier: Apache-2.0
// Where a run leaves what it has come to, its state and what it has recorded, and finds what an
// earlier run of the same inputs left. A run that goes on from there records what it would have
// recorded anyway, bit for bit.
#pragma once

#include <optional>

#include "sim/core/quarter.hpp"
#include "sim/output/record.hpp"
#include "sim/tables/world.hpp"

namespace sim {

class CheckpointStore {
  public:
    CheckpointStore() = default;
    CheckpointStore(const CheckpointStore&) = delete;
    CheckpointStore& operator=(const CheckpointStore&) = delete;
    virtual ~CheckpointStore() = default;

    // The quarter at whose end a state is there to go on from; none if there is none.
    virtual std::optional<Quarter> reached() const = 0;
    // Replaces all rows of the prepared `world` by that state and returns the record so far, its
    // event tables without their descriptions. Only where there is one.
    virtual Record restore(World& world, const Executor&) = 0;
    // Takes the state at the end of `quarter` and the record so far.
    virtual void save(Quarter quarter, const World& world, const Record& so_far,
                      const Executor&) = 0;
    // Quarters from one checkpoint to the next; 0: only when the run is stopped.
    virtual int interval() const = 0;
};

}  // namespace sim
