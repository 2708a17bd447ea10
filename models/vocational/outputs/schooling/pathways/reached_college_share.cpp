// SPDX-License-Identifier: Apache-2.0
// The ladder: who of a track has come to college within four years, by province of the home.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ReachedCollegeShare final
    : public TrackCellRatio<&PathwayTable::reached_college, &PathwayTable::starters_4> {
  public:
    ReachedCollegeShare()
        : TrackCellRatio({.unit = sim::unit::share,
                          .dims = dims::region_track(),
                          .doc = "At or above college four years after the first entry ÷ the "
                                 "cohort that then entered the track (Q3), by home.",
                          .measure = sim::Measure::ratio,
                          .base_doc = "People who entered the track at 15 four years ago."},
                         3) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(reached_college_share, ReachedCollegeShare);

}  // namespace vocational
