// SPDX-License-Identifier: Apache-2.0
// A part of attractiveness: entrants who would have got a general-school place, by home.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class GeneralOfferShare final
    : public TrackCellRatio<&PathwayTable::could_general, &PathwayTable::entrants> {
  public:
    GeneralOfferShare()
        : TrackCellRatio({.unit = sim::unit::share,
                          .dims = dims::region_track(),
                          .doc = "Entrants whose score was enough for a general high school of "
                                 "their city ÷ entrants (Q3), by home; tracks at 15 only.",
                          .measure = sim::Measure::ratio,
                          .base_doc = "People admitted to ordinary seats of the track, by home."},
                         3) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(general_offer_share, GeneralOfferShare);

}  // namespace vocational
