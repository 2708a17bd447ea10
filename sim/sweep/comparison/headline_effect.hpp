// SPDX-License-Identifier: Apache-2.0
// Effects on headline values: paired differences with intervals and the likelihood of their sign,
// and how much of the variance pairing has saved.
#pragma once

#include <string_view>
#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/sweep/estimate.hpp"
#include "sim/sweep/headline.hpp"

namespace sim {

// One replicate's value per measure of a headline rule, in its order.
using HeadlineValues = std::vector<double>;
// [scenario][replicate]; scenario 0 is the base.
using HeadlineTable = std::vector<std::vector<HeadlineValues>>;

struct HeadlineEffect {
    Estimate difference;
    std::string_view likelihood;  // that it lies below zero; empty if draws are too few or all 0
    // 1 − var(a − b) ÷ (var a + var b): what common random numbers spare against independent ones;
    // NaN if neither varies or there are fewer than two pairs.
    double variance_saved;
};

double variance_saved(const std::vector<double>& base, const std::vector<double>& alternative);

Estimate headline_mean(const std::vector<HeadlineValues>& replicates, std::size_t measure);
HeadlineEffect headline_effect(const std::vector<HeadlineValues>& base,
                               const std::vector<HeadlineValues>& alternative, std::size_t measure);

// The dimension of groups that compare alternatives with the base.
Dimension alternatives_of(const ResultHeader& header);

// PATH/difference, low, high, share_below_zero and variance_saved: variables named like the
// measures, over `scenario`, the alternatives.
std::vector<ResultGroup> headline_groups(const std::string& path, const ResultHeader& header,
                                         const HeadlineRule& rule, const HeadlineTable& values);

}  // namespace sim
