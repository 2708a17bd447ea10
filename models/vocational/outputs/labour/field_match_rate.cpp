// SPDX-License-Identifier: Apache-2.0
// Whether recent completers work in their field, by province of residence and highest track.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class FieldMatchRate final : public TrackCellRatio<&LeaverCellTable::recent_field_matched,
                                                   &LeaverCellTable::recent_with_field> {
  public:
    FieldMatchRate()
        : TrackCellRatio({.unit = sim::unit::share,
                          .dims = dims::region_track(),
                          .doc = "Job belongs to the own field ÷ employed, among those who "
                                 "completed a track with a field at most 12 quarters ago (stock).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Employed who completed lately and have a field.",
                          .headline = true},
                         0) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(field_match_rate, FieldMatchRate);

}  // namespace vocational
