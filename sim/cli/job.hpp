// SPDX-License-Identifier: Apache-2.0
// A job: checked scenarios, their labels and the file that takes the results. What run, compare and
// resume have in common once they know what to compute.
#pragma once

#include <string>
#include <vector>

#include "sim/cli/verbs.hpp"
#include "sim/hdf5/result_file.hpp"
#include "sim/scenario/load.hpp"

namespace sim {

// anew: what the output was before is forgotten. resumed: what is in the output is not run again.
// rerun: the output was begun by another program, and nothing in it can be kept.
enum class JobBegin { anew, resumed, rerun };

struct Job {
    std::string command;  // "run" or "compare"
    std::vector<LoadedScenario> scenarios;
    std::vector<std::string> labels;  // of the scenarios; stems of their files
    std::string out;
    ComparisonOptions options{};
    JobBegin begin = JobBegin::anew;

    std::vector<const LoadedScenario*> pointers() const;
    std::size_t replicates() const;  // of all scenarios together
    std::size_t quarters() const;    // of all replicates together
};

// Loads the operands of `run` and `compare`; throws all problems at once.
Job load_job(const Arguments& arguments, const Session& session);
// The job that made a result file, with the data at hand and the interval of checkpoints of the
// arguments, if they have one.
Job job_of_result(const std::string& path, const ResultSummary& summary, const Arguments& arguments,
                  const Session& session);

// Refuses an output that cannot be written; then computes, writes and prints the table, or only
// says what it would do if the arguments ask for that.
ExitCode do_job(Job job, const Arguments& arguments, const Session& session);

// Computes, writes `job.out` (whatever is there) and prints the table.
ExitCode execute(Job job, const Arguments& arguments, const Session& session);

}  // namespace sim
