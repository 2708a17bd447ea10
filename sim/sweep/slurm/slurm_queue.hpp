// SPDX-License-Identifier: Apache-2.0
// What is asked of a Slurm cluster, by its own commands. Everything throws IoError with what the
// command said.
#pragma once

#include <string>
#include <vector>

namespace sim {

struct CommandResult {
    int code = 0;
    std::string out{};
    std::string err{};
};

// Runs a program found on PATH and waits; 127 if there is none.
CommandResult run_command(const std::vector<std::string>& words);

// Submits a script, perhaps to run after other jobs have ended; its job number.
std::string submit_job(const std::string& script, const std::vector<std::string>& after);
// Which of the jobs are queued or running.
std::vector<std::string> jobs_alive(const std::vector<std::string>& jobs);
void cancel_jobs(const std::vector<std::string>& jobs);

}  // namespace sim
