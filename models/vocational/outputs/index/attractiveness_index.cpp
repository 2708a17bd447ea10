// SPDX-License-Identifier: Apache-2.0
// The headline index of attractiveness: first choices per seat, ability of entrants, prestige,
// entrants who could have gone to a general school.
#include "models/vocational/outputs/index/index_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class AttractivenessIndex final : public IndexOutput {
  public:
    AttractivenessIndex()
        : IndexOutput(
              Index::attractiveness,
              "Index of attractiveness; 100 = the nation in the reference year, ten points = one "
              "step in every part.",
              "The index of the nation's own parts.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(attractiveness_index, AttractivenessIndex);

}  // namespace vocational
