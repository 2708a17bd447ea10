// SPDX-License-Identifier: Apache-2.0
// Contracts that one side did not keep.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class TrainingContractsBreached final : public ContractFlow<&TrainingCellTable::breached> {
  public:
    TrainingContractsBreached()
        : ContractFlow("training_contracts_breached", sim::unit::persons,
                       "Training contracts that ended before completion or were not kept by the "
                       "firm (flow).",
                       0) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(training_contracts_breached, TrainingContractsBreached);

}  // namespace vocational
