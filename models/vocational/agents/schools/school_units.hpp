// SPDX-License-Identifier: Apache-2.0
// Units of schools' state.
#pragma once

#include "sim/core/unit.hpp"

namespace vocational::school_unit {

inline constexpr sim::Unit stations{"stations"};
inline constexpr sim::Unit stations_per_student{"stations/student"};
inline constexpr sim::Unit hours_per_student_year{"h/student/a"};
inline constexpr sim::Unit yuan_per_student{"CNY2022/student"};

}  // namespace vocational::school_unit
