// SPDX-License-Identifier: Apache-2.0
// Paired effects of alternatives on every recorded value: differences within replicates, so that
// what replicates share cancels. One variable at a time: those of all scenarios and replicates
// together may be more than fits in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/parallel/executor.hpp"
#include "sim/sweep/pooling.hpp"

namespace sim {

// Values of some variables of a scenario (0: the base) by replicate; the other variables stay
// empty.
using ValuesOf =
    std::function<std::vector<RecordedValues>(std::size_t, std::span<const std::size_t>)>;

// Effects of the alternatives 1 … on one variable, each element [alternative × time × cells].
EffectVariable paired_effects(const std::string& name, std::size_t variable,
                              std::size_t alternatives, const ValuesOf& values_of,
                              const Executor& executor);

}  // namespace sim
