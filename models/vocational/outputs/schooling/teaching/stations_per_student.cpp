// SPDX-License-Identifier: Apache-2.0
// Practice stations within reach of a student.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class StationsPerStudent final : public PerStudent<&SchoolMeasureTable::stations> {
  public:
    StationsPerStudent()
        : PerStudent(
              {.unit = school_unit::stations_per_student,
               .dims = dims::region_track(),
               .doc = "Own working stations and reachable ones of centres ÷ enrolled (stock).",
               .measure = sim::Measure::ratio,
               .base_doc = "Students.",
               .headline = true}) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(stations_per_student, StationsPerStudent);

}  // namespace vocational
