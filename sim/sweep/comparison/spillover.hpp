// SPDX-License-Identifier: Apache-2.0
// Effects outside the places for which an alternative's policies are meant: headline measures
// pooled over the regions that no policy beyond the base's names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/model/comparison_spec.hpp"
#include "sim/model/scenario.hpp"
#include "sim/sweep/effects.hpp"
#include "sim/sweep/estimate.hpp"

namespace sim {

// Labels that no policy by which the alternative goes beyond the base acts on; none if one of them
// acts everywhere, or there are no such policies.
std::optional<std::vector<std::string>> untouched_labels(const Scenario& base,
                                                         const Scenario& alternative,
                                                         const ComparisonSpec& spec,
                                                         const std::vector<Dimension>& dimensions);

struct SpilloverMeasure {
    std::string name;
    std::string unit;
    std::string doc;
    std::vector<Estimate> effects;  // of each alternative, in order; no draws where there is none
};

struct Spillover {
    std::vector<std::vector<std::string>> untouched;  // labels by alternative; may be empty
    std::vector<SpilloverMeasure> measures;
};

// `values` is [scenario][replicate]; none if no alternative leaves anything untouched.
std::optional<Spillover> spillover(const std::vector<const Scenario*>& scenarios,
                                   const ComparisonSpec& spec, const ResultHeader& header,
                                   const ValuesOf& values_of);

// /effects/spillover/difference, low, high and share_below_zero.
std::vector<ResultGroup> spillover_groups(const ResultHeader& header, const Spillover& spillover);

}  // namespace sim
