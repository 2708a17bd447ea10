// SPDX-License-Identifier: Apache-2.0
// The mpi executor: every process of an MPI job runs members, the next one whichever is free first.
#pragma once

#include "sim/cli/verbs.hpp"
#include "sim/sweep/store/sweep_folder.hpp"

namespace sim {

// Runs the sweep in `path`; the same exit code on every rank. Rank 0 speaks for all.
ExitCode sweep_by_mpi(const Arguments& arguments, const Session& session, const SweepPlan& plan,
                      const std::string& path, SweepOpening opening);

}  // namespace sim
