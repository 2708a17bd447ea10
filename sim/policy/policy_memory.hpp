// SPDX-License-Identifier: Apache-2.0
// What a policy keeps from quarter to quarter, such as what it built: one number for each cell of
// the model, of each policy apart. The model reserves the room and says how many cells there are;
// rows come with the policies.
#pragma once

#include <cstddef>

#include "sim/policy/budget.hpp"

namespace sim {

using PolicyMemoryId = Id<struct PolicyMemoryTag, std::uint32_t>;

struct PolicyMemoryTable final : Table {
    SIM_TABLE(PolicyMemoryTable, PolicyMemoryId, "policy_memory",
              "Policy × cell of the model: what a policy keeps.");
    SIM_COLUMN(double, kept, unit::none, "What it keeps; its file says what that is.");

    std::size_t cells = 0;  // of a policy
};

}  // namespace sim
