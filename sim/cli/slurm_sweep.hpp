// SPDX-License-Identifier: Apache-2.0
// The slurm executor: submits the parts of a sweep as a job array and follows it to its end. The
// jobs go on without this process; whoever resumes the sweep follows them again.
#pragma once

#include "sim/cli/verbs.hpp"
#include "sim/sweep/store/sweep_folder.hpp"

namespace sim {

// Returns when no job of the sweep is left. A stop from outside cancels them.
ExitCode sweep_on_slurm(const Arguments& arguments, const Session& session, const SweepPlan& plan,
                        const SweepFolder& folder);

}  // namespace sim
