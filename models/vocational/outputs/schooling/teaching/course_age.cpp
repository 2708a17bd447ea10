// SPDX-License-Identifier: Apache-2.0
// Age of the courses that students take.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class CourseAge final
    : public TrackCellRatio<&SchoolMeasureTable::course_age, &SchoolMeasureTable::students> {
  public:
    CourseAge()
        : TrackCellRatio(
              {.unit = sim::unit::year,
               .dims = dims::region_track(),
               .doc = "Years since the courses were renewed, mean over students (stock).",
               .measure = sim::Measure::ratio,
               .base_doc = "Students.",
               .headline = true},
              0) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(course_age, CourseAge);

}  // namespace vocational
