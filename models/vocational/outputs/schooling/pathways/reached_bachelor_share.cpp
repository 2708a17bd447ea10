// SPDX-License-Identifier: Apache-2.0
// The ladder: who of a track has come to a bachelor programme within eight years, by home.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ReachedBachelorShare final
    : public TrackCellRatio<&PathwayTable::reached_bachelor, &PathwayTable::starters_8> {
  public:
    ReachedBachelorShare()
        : TrackCellRatio({.unit = sim::unit::share,
                          .dims = dims::region_track(),
                          .doc = "In or above bachelor programmes eight years after the first "
                                 "entry ÷ the cohort that then entered the track (Q3), by home.",
                          .measure = sim::Measure::ratio,
                          .base_doc = "People who entered the track at 15 eight years ago."},
                         3) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(reached_bachelor_share, ReachedBachelorShare);

}  // namespace vocational
