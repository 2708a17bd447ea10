// SPDX-License-Identifier: Apache-2.0
// Where a saved state comes from: everything that determines it. Two states of equal origin are the
// same bit for bit, so the origin is the key under which a state is kept and found.
#pragma once

#include <cstdint>
#include <string>

#include "sim/core/quarter.hpp"

namespace sim {

struct StateOrigin {
    std::string program;  // build_identity()
    std::string model;
    std::string scenario;  // resolved text of Scenario::origin()
    std::string data_hash;
    std::uint64_t seed = 0;
    std::uint32_t replicate = 0;
    Quarter quarter;  // the state is that at its end

    // 32 hexadecimal digits over all of it.
    std::string key() const;
    // How `other` differs from this ("model is walk, not toy"); empty if it does not.
    std::string difference(const StateOrigin& other) const;
    bool operator==(const StateOrigin&) const = default;
};

}  // namespace sim
