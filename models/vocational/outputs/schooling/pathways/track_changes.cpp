// SPDX-License-Identifier: Apache-2.0
// Changes of track after the first choice, by province of the home: a flow of the third quarter.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class TrackChanges final : public TrackCellCount<&PathwayTable::track_changes> {
  public:
    TrackChanges()
        : TrackCellCount(
              "People who moved into the track from another one of the same level (Q3), by home.") {
    }
};

}  // namespace

SIM_REGISTER_OUTPUT(track_changes, TrackChanges);

}  // namespace vocational
