// SPDX-License-Identifier: Apache-2.0
// Leavers who come back, by province of the home: a flow of the third quarter.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Comebacks final : public TrackCellCount<&PathwayTable::comebacks> {
  public:
    Comebacks()
        : TrackCellCount(
              "People who had left upper-secondary school without completing and entered the track "
              "(Q3), by home; part of intake.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(comebacks, Comebacks);

}  // namespace vocational
