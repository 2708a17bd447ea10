// SPDX-License-Identifier: Apache-2.0
// The rows that can hold students: nobody older than this is enrolled in any track.
#pragma once

#include <algorithm>

#include "models/vocational/agents/person.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// Seats reserved for people with work experience are open to the age at which their holders
// complete below it.
inline constexpr int oldest_student = 40;

// First row of people young enough to be students.
inline std::size_t first_student_row(const Setting& setting, const sim::Rows<PersonTable>& persons,
                                     sim::Quarter now) {
    return std::max(persons.first(), setting.cohorts.first_row(now - 4 * (oldest_student + 1)));
}

}  // namespace vocational
