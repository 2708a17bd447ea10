// SPDX-License-Identifier: Apache-2.0
// Checks for our own mistakes: EXPECT on entry, ASSERT inside, ENSURE on leaving. On unless the
// build says SIM_CONTRACTS=0. What users get wrong is UserError, never a contract.
#pragma once

#include <stdexcept>
#include <string>

#ifndef SIM_CONTRACTS
#define SIM_CONTRACTS 1
#endif

namespace sim {

// A broken contract: a mistake in the program. Carries the claim and where it stands.
class ContractError : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

[[noreturn]] inline void contract_failed(const char* kind, const char* claim, const char* file,
                                         int line) {
    throw ContractError(std::string(file) + ':' + std::to_string(line) + ": " + kind +
                        " broken: " + claim);
}

}  // namespace sim

#if SIM_CONTRACTS
#define SIM_CONTRACT_(kind, claim) \
    ((claim) ? static_cast<void>(0) : ::sim::contract_failed(kind, #claim, __FILE__, __LINE__))
#else
#define SIM_CONTRACT_(kind, claim) static_cast<void>(sizeof((claim) ? 1 : 0))  // unevaluated
#endif

#define SIM_EXPECT(claim) SIM_CONTRACT_("precondition", claim)
#define SIM_ASSERT(claim) SIM_CONTRACT_("invariant", claim)
#define SIM_ENSURE(claim) SIM_CONTRACT_("postcondition", claim)
