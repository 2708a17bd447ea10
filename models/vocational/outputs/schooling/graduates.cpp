// SPDX-License-Identifier: Apache-2.0
// Completers, by province of the school: a flow of the second quarter.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Graduates final : public TrackCellCount<&TrackCellTable::graduates> {
  public:
    Graduates() : TrackCellCount("People who completed the track (Q2).") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(graduates, Graduates);

}  // namespace vocational
