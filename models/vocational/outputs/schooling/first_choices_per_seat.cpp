// SPDX-License-Identifier: Apache-2.0
// How wanted vocational places are: people who name the track first ÷ seats of the year. Choices
// count at home, seats at school, so in a province the ratio is one of neighbours.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class FirstChoicesPerSeat final
    : public TrackCellRatio<&TrackCellTable::first_choices, &TrackCellTable::open_seats> {
  public:
    FirstChoicesPerSeat()
        : TrackCellRatio({.unit = sim::unit::ratio,
                          .dims = dims::region_track(),
                          .doc = "First choices of the track ÷ ordinary seats offered (Q3).",
                          .measure = sim::Measure::ratio,
                          .base_unit = sim::unit::places,
                          .base_doc = "Seats offered."},
                         3) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(first_choices_per_seat, FirstChoicesPerSeat);

}  // namespace vocational
