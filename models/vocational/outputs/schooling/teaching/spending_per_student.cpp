// SPDX-License-Identifier: Apache-2.0
// What schools spend, from all payers.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class SpendingPerStudent final : public PerStudent<&SchoolMeasureTable::spending> {
  public:
    SpendingPerStudent()
        : PerStudent({.unit = sim::unit::yuan_per_student_year,
                      .dims = dims::region_track(),
                      .doc = "Recurrent and capital spending of the quarter × 4 ÷ enrolled.",
                      .measure = sim::Measure::ratio,
                      .base_doc = "Students.",
                      .headline = true},
                     4.0) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(spending_per_student, SpendingPerStudent);

}  // namespace vocational
