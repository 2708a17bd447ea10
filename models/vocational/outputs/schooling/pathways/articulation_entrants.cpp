// SPDX-License-Identifier: Apache-2.0
// Entrants from integrated programmes, by province of the school: a flow of the third quarter.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ArticulationEntrants final : public TrackCellCount<&PathwayTable::articulated> {
  public:
    ArticulationEntrants()
        : TrackCellCount(
              "People who moved up from integrated secondary-bachelor programmes (Q3); outside "
              "intake.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(articulation_entrants, ArticulationEntrants);

}  // namespace vocational
