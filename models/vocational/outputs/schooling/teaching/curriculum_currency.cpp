// SPDX-License-Identifier: Apache-2.0
// Relevance of courses: exp(−λ · age).
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class CurriculumCurrency final
    : public TrackCellRatio<&SchoolMeasureTable::currency, &SchoolMeasureTable::students> {
  public:
    CurriculumCurrency()
        : TrackCellRatio({.unit = sim::unit::share,
                          .dims = dims::region_track(),
                          .doc = "Mean relevance exp(−λ · course age) over students (stock).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Students.",
                          .headline = true},
                         0) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(curriculum_currency, CurriculumCurrency);

}  // namespace vocational
