// SPDX-License-Identifier: Apache-2.0
// Who goes on to a higher level by any route, transfers included; by province of the home.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ContinuationRate final
    : public TrackCellRatio<&TrackCellTable::continuers_home, &TrackCellTable::completers_home> {
  public:
    ContinuationRate()
        : TrackCellRatio(
              {.unit = sim::unit::share,
               .dims = dims::region_track(),
               .doc = "Completers of Q2 enrolled at a higher level at the end of Q3 ÷ all "
                      "completers of Q2 (Q3).",
               .measure = sim::Measure::ratio,
               .base_doc = "Completers of the track in Q2.",
               .headline = true},
              3) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(continuation_rate, ContinuationRate);

}  // namespace vocational
