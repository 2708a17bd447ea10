// SPDX-License-Identifier: Apache-2.0
// Places under contract that firms offer, by the province of the firm.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class TrainingPlacesOffered final : public ContractFlow<&TrainingCellTable::offered> {
  public:
    TrainingPlacesOffered()
        : ContractFlow("training_places_offered", sim::unit::places,
                       "Training places that firms offer to the coming intake (Q1).", 1) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(training_places_offered, TrainingPlacesOffered);

}  // namespace vocational
