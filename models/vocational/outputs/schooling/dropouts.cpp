// SPDX-License-Identifier: Apache-2.0
// People who stop without completing, by province of the school: a flow, drawn once a year.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Dropouts final : public TrackCellCount<&TrackCellTable::dropouts> {
  public:
    Dropouts()
        : TrackCellCount(
              "People who stopped without completing and are in no other track at the end of the "
              "quarter.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(dropouts, Dropouts);

}  // namespace vocational
