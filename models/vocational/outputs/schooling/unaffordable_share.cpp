// SPDX-License-Identifier: Apache-2.0
// Whom means and credit bind: families that cannot pay for some schools of the track, the private
// ones as a rule, with what can be borrowed; of those who choose in the year, by home.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class UnaffordableShare final : public TrackCellRatio<&MeansTable::barred, &MeansTable::choosers> {
  public:
    UnaffordableShare()
        : TrackCellRatio({.unit = sim::unit::share,
                          .dims = dims::region_track(),
                          .doc = "People whose family could not pay for some of the track's "
                                 "schools ÷ people who chose at its level (Q3), by home.",
                          .measure = sim::Measure::ratio,
                          .base_doc = "15-year-olds, or people who list a college place."},
                         3) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(unaffordable_share, UnaffordableShare);

}  // namespace vocational
