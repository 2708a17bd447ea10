// SPDX-License-Identifier: Apache-2.0
// Upgrading entrants, by province of the school: a flow of the third quarter.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class UpgradeEntrants final : public TrackCellCount<&TrackCellTable::upgrade_entrants> {
  public:
    UpgradeEntrants()
        : TrackCellCount(
              "Associate graduates who entered by the upgrading exam (Q3); not part of intake.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(upgrade_entrants, UpgradeEntrants);

}  // namespace vocational
