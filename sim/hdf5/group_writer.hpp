// SPDX-License-Identifier: Apache-2.0
// Groups of labelled arrays beside the outcomes: paired effects, timing and whatever a command
// adds.
#pragma once

#include "sim/hdf5/h5_file.hpp"
#include "sim/hdf5/result_file.hpp"

namespace sim {

void write_group(const h5::Handle& file, const ResultHeader& header, const ResultGroup& group);

// PATH/difference, low, high and share_below_zero of all outcomes, still without numbers, and those
// of one outcome.
void create_effects(const h5::Handle& file, const ResultHeader& header, const std::string& path,
                    const std::string& doc);
void write_effects(const h5::Handle& file, const std::string& path, const EffectVariable& effects);

// Seconds by phase; NaN for replicates that another process ran before a resume.
struct ReplicateTiming {
    std::size_t scenario;
    std::size_t replicate;
    std::vector<PhaseTime> phases;
};
ResultGroup timing_group(const ResultHeader& header, const std::vector<ReplicateTiming>& timing);

}  // namespace sim
