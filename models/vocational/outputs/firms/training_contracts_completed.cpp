// SPDX-License-Identifier: Apache-2.0
// Contracts that were kept to the end of school.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class TrainingContractsCompleted final : public ContractFlow<&TrainingCellTable::completed> {
  public:
    TrainingContractsCompleted()
        : ContractFlow("training_contracts_completed", sim::unit::persons,
                       "People who completed a track under a training contract (Q2).", 2) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(training_contracts_completed, TrainingContractsCompleted);

}  // namespace vocational
