// SPDX-License-Identifier: Apache-2.0
// Five-year transfers, by province of the school: a flow of the third quarter.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class TransfersIn final : public TrackCellCount<&TrackCellTable::transfers_in> {
  public:
    TransfersIn()
        : TrackCellCount(
              "People promised a place at 15 who moved up into the track (Q3); not part of "
              "intake.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(transfers_in, TransfersIn);

}  // namespace vocational
