// SPDX-License-Identifier: Apache-2.0
// Effects of alternatives by common random numbers: replicate r of an alternative is compared with
// replicate r of the base, so what both share cancels. Ratios are compared as they are, replicate
// by replicate.
#pragma once

#include <string>
#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/sweep/pooling.hpp"

namespace sim {

// `values` is [scenario][replicate]; scenario 0 is the base. All must be recorded alike. A cell
// that is NaN in either member of a pair is left out of the pairs.
std::vector<EffectVariable> paired_effects(const std::vector<RecordedVariable>& variables,
                                           const std::vector<std::vector<RecordedValues>>& values);

}  // namespace sim
