// SPDX-License-Identifier: Apache-2.0
// General skill of completers on the scale of 15-year-olds.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class GeneralSkillAtGraduation final
    : public TrackCellRatio<&SchoolMeasureTable::general_skill, &SchoolMeasureTable::graduates> {
  public:
    GeneralSkillAtGraduation()
        : TrackCellRatio({.unit = sim::unit::score,
                          .dims = dims::region_track(),
                          .doc = "Mean g of completers on the scale of 15-year-olds at entry in "
                                 "the reference year (Q2).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Completers.",
                          .headline = true},
                         2) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(general_skill_at_graduation, GeneralSkillAtGraduation);

}  // namespace vocational
