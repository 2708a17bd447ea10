// SPDX-License-Identifier: Apache-2.0
// The T of equation E1.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ExperiencedTeachingShare final : public TeacherShare<&SchoolMeasureTable::experienced> {
  public:
    ExperiencedTeachingShare()
        : TeacherShare({.unit = sim::unit::share,
                        .dims = dims::region_track(),
                        .doc = "Teaching by people with current enterprise experience, mentors "
                               "included (stock).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Full-time teachers.",
                        .headline = true},
                       TeacherScope::everywhere) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(experienced_teaching_share, ExperiencedTeachingShare);

}  // namespace vocational
