// SPDX-License-Identifier: Apache-2.0
// Shocks to firms' demand for labour (4.8).
#pragma once

#include "sim/params/param_block.hpp"

namespace vocational {

struct DemandParams final : sim::ParamBlock {
    SIM_PARAMS(DemandParams, "demand", "Shocks to the jobs that firms want.");
    SIM_PARAM(double, common_spread, 0.01, .unit = sim::unit::score, .range = {0.0, 0.03},
              .doc = "Lasting standard deviation of log jobs wanted that all firms share.",
              .source = sim::assumed(
                  "surveyed urban unemployment moves by about half a point over some years; "
                  "0 is no cycle; swept"));
    SIM_PARAM(double, local_spread, 0.02, .unit = sim::unit::score, .range = {0.0, 0.06},
              .doc = "The same of a province and sector by itself.",
              .source = sim::assumed("sectors move more than their sum; swept"));
    SIM_PARAM(double, persistence, 0.9, .unit = sim::unit::share, .range = {0.5, 0.98},
              .doc = "Part of a shock that is left after a quarter.",
              .source = sim::assumed("half-life of a year and a half, a usual business cycle"));
};

}  // namespace vocational
