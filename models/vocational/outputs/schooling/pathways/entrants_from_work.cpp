// SPDX-License-Identifier: Apache-2.0
// Re-entry from work, by province of the home: a flow of the third quarter.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class EntrantsFromWork final : public TrackCellCount<&PathwayTable::entrants_from_work> {
  public:
    EntrantsFromWork()
        : TrackCellCount(
              "People admitted to seats reserved for those with work experience (Q3), by home; "
              "outside intake.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(entrants_from_work, EntrantsFromWork);

}  // namespace vocational
