// SPDX-License-Identifier: Apache-2.0
// What the changes of several variables say together, each alternative against the base in the same
// replicate: net present values, benefit per unit of cost, cost per unit gained.
#pragma once

#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/model/comparison_spec.hpp"
#include "sim/sweep/effects.hpp"
#include "sim/sweep/estimate.hpp"

namespace sim {

struct EvaluatedChange {
    const ChangeMeasure* measure;
    std::vector<Estimate> effects;  // of each alternative; no draws where there is no ratio
};

// Those of the spec's changes of which all variables were recorded.
std::vector<EvaluatedChange> evaluate(const ComparisonSpec& spec, const ResultHeader& header,
                                      const ValuesOf& values_of);

// /effects/evaluation/difference, low, high and share_below_zero.
std::vector<ResultGroup> evaluation_groups(const ResultHeader& header,
                                           const std::vector<EvaluatedChange>& changes);

}  // namespace sim
