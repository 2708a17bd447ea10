// SPDX-License-Identifier: Apache-2.0
// Ordinary seats, by province of the school: a flow of the third quarter.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Seats final : public TrackCellCount<&TrackCellTable::open_seats> {
  public:
    Seats()
        : TrackCellCount(
              "Ordinary seats open to the year's applicants (Q3), by province of the school.",
              sim::unit::places) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(seats, Seats);

}  // namespace vocational
