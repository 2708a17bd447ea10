// SPDX-License-Identifier: Apache-2.0
// Deadweight: places that support pays for although it does not bring them about.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class TrainingPlacesUnsupported final : public ContractFlow<&TrainingCellTable::unsupported> {
  public:
    TrainingPlacesUnsupported()
        : ContractFlow(
              "training_places_unsupported", sim::unit::places,
              "Training places that the same firms would offer without public support (Q1).", 1) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(training_places_unsupported, TrainingPlacesUnsupported);

}  // namespace vocational
