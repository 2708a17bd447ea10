// SPDX-License-Identifier: Apache-2.0
// How much of an outcome's variance comes from the form of a model, from its parameters and from
// chance: the law of total variance over a crossed table of structures × settings × replicates.
// Replicates may share their random numbers across the table, or not. Parts are estimated from
// products of outcomes that have one of the three in common and no other, which makes them unbiased
// for any table; intervals by resampling each of the three (Owen 2007).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/statistics/interval.hpp"

namespace sim {

struct CrossedTable {
    std::size_t structures = 1;
    std::size_t settings = 1;
    std::size_t replicates = 1;
    // How many structures and settings there are to draw from, all equally likely; 0: any number.
    // The table holds each at most once.
    std::size_t all_structures = 0;
    std::size_t all_settings = 0;
    // Settings come in so many blocks of equal length, drawn independently of each other, each
    // spread evenly by itself; 0: every setting is drawn alone.
    std::size_t blocks = 0;
};

struct VarianceParts {
    std::size_t settings_used = 0;  // those without a missing outcome
    double mean = 0.0;
    // Variances. NaN where the table has one structure or setting only: there is no such part.
    IntervalEstimate structures{};  // of means over everything else
    IntervalEstimate parameters{};
    IntervalEstimate together{};    // what parameters do in one structure and not in another
    IntervalEstimate replicates{};  // mean variance of replicates where both stand still
    IntervalEstimate total{};
    // Shares of the total.
    IntervalEstimate structure_share{};
    IntervalEstimate parameter_share{};
    IntervalEstimate together_share{};
    IntervalEstimate replicate_share{};
};

// `outcomes` is [structure][setting][replicate]; a setting with a missing outcome is left out.
// Needs two replicates.
VarianceParts variance_parts(std::span<const double> outcomes, const CrossedTable& table,
                             std::size_t resamples, std::uint64_t seed);

}  // namespace sim
