// SPDX-License-Identifier: Apache-2.0
// Completers who join the firm that trained them.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class TrainingContractsRetained final : public ContractFlow<&TrainingCellTable::retained> {
  public:
    TrainingContractsRetained()
        : ContractFlow("training_contracts_retained", sim::unit::persons,
                       "Completers under contract who wait for the firm's reserved post (Q2).", 2) {
    }
};

}  // namespace

SIM_REGISTER_OUTPUT(training_contracts_retained, TrainingContractsRetained);

}  // namespace vocational
