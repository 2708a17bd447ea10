// SPDX-License-Identifier: Apache-2.0
// Winners and losers as compare prints them: for each alternative and personal outcome the shares
// of all people, and of the groups that the model names.
#pragma once

#include <string>
#include <vector>

#include "sim/output/portrait.hpp"

namespace sim {

struct PeopleTable {
    const std::vector<std::string>& scenarios;  // the base first
    const PeopleSpec& spec;
    const std::vector<std::vector<PeopleCounts>>& counts;  // [alternative][replicate]

    std::string text() const;
    // A list, as text: every group of every dimension.
    std::string json() const;
};

}  // namespace sim
