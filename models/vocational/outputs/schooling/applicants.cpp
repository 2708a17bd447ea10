// SPDX-License-Identifier: Apache-2.0
// People who apply for a track, by province of the home: a flow of the third quarter.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Applicants final : public TrackCellCount<&TrackCellTable::applicants> {
  public:
    Applicants()
        : TrackCellCount(
              "People whose list names a programme of the track, once a year (Q3), by home.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(applicants, Applicants);

}  // namespace vocational
