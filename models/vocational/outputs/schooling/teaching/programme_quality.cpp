// SPDX-License-Identifier: Apache-2.0
// Mean Q of equation E1 over students.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ProgrammeQuality final
    : public TrackCellRatio<&SchoolMeasureTable::quality, &SchoolMeasureTable::students> {
  public:
    ProgrammeQuality()
        : TrackCellRatio(
              {.unit = sim::unit::ratio,
               .dims = dims::region_track(),
               .doc = "Mean Q over students; 1 = the track's mean in the reference year (stock).",
               .measure = sim::Measure::ratio,
               .base_doc = "Students.",
               .headline = true},
              0) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(programme_quality, ProgrammeQuality);

}  // namespace vocational
