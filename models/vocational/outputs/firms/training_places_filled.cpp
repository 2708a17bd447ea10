// SPDX-License-Identifier: Apache-2.0
// Contracts between entrants and firms.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class TrainingPlacesFilled final : public ContractFlow<&TrainingCellTable::filled> {
  public:
    TrainingPlacesFilled()
        : ContractFlow("training_places_filled", sim::unit::persons,
                       "People who took a training place (Q3).", 3) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(training_places_filled, TrainingPlacesFilled);

}  // namespace vocational
