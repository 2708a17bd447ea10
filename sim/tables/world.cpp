// SPDX-License-Identifier: Apache-2.0
#include "sim/tables/world.hpp"

namespace sim {

std::uint64_t World::hash(const Executor& executor) const {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
    std::uint64_t digest = 0;
    for (const Entry& entry : tables_) {
        digest = (digest ^ entry.table->hash(executor)) * odd;
        digest ^= digest >> 32U;
    }
    return digest;
}

}  // namespace sim
