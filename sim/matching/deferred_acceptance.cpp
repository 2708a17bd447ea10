// SPDX-License-Identifier: Apache-2.0
// The member of the application-rejection family in which nothing is final before the end.
#include "sim/matching/deferred_acceptance.hpp"

#include "sim/matching/application_rejection.hpp"

namespace sim {

std::vector<std::uint32_t> deferred_acceptance(const ApplicationMarket& market) {
    return application_rejection(market, all_choices);
}

}  // namespace sim
