// SPDX-License-Identifier: Apache-2.0
// The named points of a quarter at which instruments act; model.cpp puts them into the schedule.
#pragma once

#include "sim/schedule/schedule.hpp"

namespace vocational::slots {

inline constexpr sim::Slot before_policies{
    "before_policies", "Each quarter, before any measure: pilots say where theirs act."};
inline constexpr sim::Slot after_seat_plan{
    "after_seat_plan", "Q3, when the year's seats are planned and none is open yet."};
inline constexpr sim::Slot after_money_plan{
    "after_money_plan",
    "Each quarter, when money per student, fees and aid are planned and nothing is paid yet."};
inline constexpr sim::Slot after_wages{"after_wages", "When this quarter's hires and wages stand."};

}  // namespace vocational::slots
