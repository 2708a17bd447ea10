// SPDX-License-Identifier: Apache-2.0
// Where the checkpoint of a run comes from: everything that determines its state and its record.
#pragma once

#include "sim/checkpoint/state_origin.hpp"
#include "sim/scenario/load.hpp"

namespace sim {

// Without a quarter. Title, number of replicates and interval of checkpoints are left out: they say
// nothing about what happens in one replicate.
StateOrigin checkpoint_origin(const Scenario& scenario, const Model& model,
                              const std::string& data_hash, std::uint32_t replicate);

}  // namespace sim
