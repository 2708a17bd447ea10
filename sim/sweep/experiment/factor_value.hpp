// SPDX-License-Identifier: Apache-2.0
// From a coordinate of a design to a value of the factor, and from the value into a scenario.
#pragma once

#include "sim/model/scenario.hpp"
#include "sim/sweep/experiment/experiment.hpp"

namespace sim {

// Numbers are rounded to six digits that matter, so that they can be written and read back.
ParamValue factor_value(const Factor& factor, double unit);
// Which of `levels` levels lies there.
std::size_t level_at(std::size_t levels, double unit);

// Gives the scenario that value. A policy that the scenario does not have is left alone: the factor
// then has no effect in it. The factor's path was checked when it was read.
void set_factor(Scenario& scenario, const Factor& factor, const ParamValue& value);

}  // namespace sim
