// SPDX-License-Identifier: Apache-2.0
// Double-qualified teachers as reported; nothing in the model reads it.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class CertifiedTeacherShare final : public TeacherShare<&SchoolMeasureTable::certified> {
  public:
    CertifiedTeacherShare()
        : TeacherShare(
              {.unit = sim::unit::share,
               .dims = dims::region_track(),
               .doc = "Teachers reported as double-qualified; vocational tracks only (stock).",
               .measure = sim::Measure::ratio,
               .base_doc = "Full-time teachers.",
               .headline = true},
              TeacherScope::vocational) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(certified_teacher_share, CertifiedTeacherShare);

}  // namespace vocational
