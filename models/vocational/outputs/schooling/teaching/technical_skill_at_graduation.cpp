// SPDX-License-Identifier: Apache-2.0
// Specific skill of completers on the scale of the reference year.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class TechnicalSkillAtGraduation final
    : public TrackCellRatio<&SchoolMeasureTable::technical_skill, &SchoolMeasureTable::graduates> {
  public:
    TechnicalSkillAtGraduation()
        : TrackCellRatio({.unit = sim::unit::score,
                          .dims = dims::region_track(),
                          .doc = "Mean s of completers; 0 and 1 = mean and sd of vocational "
                                 "completers of the reference year (Q2).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Completers.",
                          .headline = true},
                         2) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(technical_skill_at_graduation, TechnicalSkillAtGraduation);

}  // namespace vocational
