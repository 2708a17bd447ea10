// SPDX-License-Identifier: Apache-2.0
// The headline index of adaptability: match of fields, distance of leavers from vacancies, unfilled
// skilled vacancies, currency of courses.
#include "models/vocational/outputs/index/index_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class AdaptabilityIndex final : public IndexOutput {
  public:
    AdaptabilityIndex()
        : IndexOutput(
              Index::adaptability,
              "Index of adaptability; 100 = the nation in the reference year, ten points = one "
              "step in every part.",
              "The index of the nation's own parts.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(adaptability_index, AdaptabilityIndex);

}  // namespace vocational
