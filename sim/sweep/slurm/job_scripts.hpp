// SPDX-License-Identifier: Apache-2.0
// SLURM: the two batch scripts of a sweep, as text. Partition, account and the like are the
// cluster's business: sbatch takes them from its own SBATCH_… variables.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/hdf5/collected_file.hpp"

namespace sim {

struct SlurmRequest {
    std::string program{};               // path of the executable
    std::string experiment{};            // path of the file
    std::string folder{};                // of the sweep
    std::vector<std::string> options{};  // that the experiment is read with
    int tasks = 1;
    int threads = 1;                     // of each task
    std::optional<double> time_limit{};  // seconds of each task
    Collect collect = Collect::by_reference;
};

// One task per part of the sweep. A task that Slurm warns of its time limit stops at the next
// quarter and asks to be queued again; one that is cancelled stops.
std::string array_script(const SlurmRequest& request);
// Makes the collected file; runs when all tasks have ended, however they did.
std::string collect_script(const SlurmRequest& request);

// A word that a shell reads back as it is.
std::string shell_word(const std::string& text);

}  // namespace sim
