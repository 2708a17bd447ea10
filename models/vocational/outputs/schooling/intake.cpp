// SPDX-License-Identifier: Apache-2.0
// Entrants to ordinary seats, by province of the school: a flow of the third quarter.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Intake final : public TrackCellCount<&TrackCellTable::intake> {
  public:
    Intake()
        : TrackCellCount(
              "People admitted to ordinary seats who enrolled (Q3); no transfers or upgrading.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(intake, Intake);

}  // namespace vocational
