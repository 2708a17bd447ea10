// SPDX-License-Identifier: Apache-2.0
// The parts of an estimate that result files hold, each as a group of its own.
#pragma once

#include <array>

#include "sim/sweep/estimate.hpp"

namespace sim {

struct EstimatePart {
    const char* name;
    const char* doc;
    bool has_unit;
    double (*of)(const Estimate&);
};

inline constexpr std::array<EstimatePart, 4> estimate_parts{{
    {"difference", "mean over replicates.", true, [](const Estimate& e) { return e.mean; }},
    {"low", "lower end of the 95 % interval.", true, [](const Estimate& e) { return e.low; }},
    {"high", "upper end of the 95 % interval.", true, [](const Estimate& e) { return e.high; }},
    {"share_below_zero", "share of replicates in which it is below zero.", false,
     [](const Estimate& e) { return e.share_below_zero; }},
}};

}  // namespace sim
