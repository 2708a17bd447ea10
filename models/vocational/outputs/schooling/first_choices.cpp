// SPDX-License-Identifier: Apache-2.0
// People who want a track most, by province of the home: a flow of the third quarter.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class FirstChoices final : public TrackCellCount<&TrackCellTable::first_choices> {
  public:
    FirstChoices()
        : TrackCellCount(
              "People whose first entry, in the first market they enter that year, is in the track "
              "(Q3), by home.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(first_choices, FirstChoices);

}  // namespace vocational
