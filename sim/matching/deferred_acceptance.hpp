// SPDX-License-Identifier: Apache-2.0
// Applicant-proposing deferred acceptance (Gale and Shapley 1962): the stable matching that every
// applicant likes best; no applicant gains by a false list. Two-sided markets with one seat each
// are the case capacity 1 with the receivers' ranking as score.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/matching/application_market.hpp"

namespace sim {

// The option of each applicant, or `unassigned`.
std::vector<std::uint32_t> deferred_acceptance(const ApplicationMarket& market);

}  // namespace sim
