// SPDX-License-Identifier: Apache-2.0
// Applicants choose one after another in the order of one common score. With such a score this is
// the only stable matching, so it equals deferred acceptance at the price of one sort.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/matching/application_market.hpp"

namespace sim {

// The option of each applicant, or `unassigned`. The market must score by applicant.
std::vector<std::uint32_t> serial_dictatorship(const ApplicationMarket& market);

}  // namespace sim
