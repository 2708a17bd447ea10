// SPDX-License-Identifier: Apache-2.0
// Portraits that wait for the other half of their pair when a job is stopped lie beside its
// checkpoints, so that no run that has ended is repeated for them.
#pragma once

#include "sim/checkpoint/checkpoints.hpp"
#include "sim/cli/collector.hpp"
#include "sim/cli/job.hpp"

namespace sim {

void keep_portraits(const Job& job, const Collector& collector, const Checkpoints& checkpoints,
                    const Executor& executor);
// Those of runs that the result holds already.
void take_kept_portraits(const Job& job, Collector& collector, const Checkpoints& checkpoints,
                         const Executor& executor);

}  // namespace sim
