// SPDX-License-Identifier: Apache-2.0
// Shares of an outcome's variance that factors explain alone (first order) and with all their
// interactions (total), from a radial design: for each base point the outcomes at A, at B, and at A
// with one coordinate from B. First order by Saltelli et al. (2010), total by Jansen (1999);
// intervals by resampling base points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/statistics/interval.hpp"

namespace sim {

struct SobolIndices {
    std::size_t used = 0;  // base points; those with a missing outcome are left out
    double mean = 0.0;
    double variance = 0.0;
    std::vector<IntervalEstimate> first;  // by factor; NaN if the outcome does not vary
    std::vector<IntervalEstimate> total;
};

// `outcomes` is [base point][A, B, then one per factor].
SobolIndices sobol_indices(std::span<const double> outcomes, std::size_t factors,
                           std::size_t resamples, std::uint64_t seed);

}  // namespace sim
