// SPDX-License-Identifier: Apache-2.0
// Poaching of trained people.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class TrainingContractsPoached final : public ContractFlow<&TrainingCellTable::poached> {
  public:
    TrainingContractsPoached()
        : ContractFlow("training_contracts_poached", sim::unit::persons,
                       "Completers under contract whom rivals hired away (Q2).", 2) {}
};

}  // namespace

SIM_REGISTER_OUTPUT(training_contracts_poached, TrainingContractsPoached);

}  // namespace vocational
