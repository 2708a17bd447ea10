// SPDX-License-Identifier: Apache-2.0
// Whole blocks of random words, several at once where the processor can, for loops that know how
// many words each identity takes. Word w of block b is draw 4·b + w of Rng.
#pragma once

#include <span>

#include "sim/random/rng.hpp"

namespace sim {

// Block `block` of each identity at the tick.
void fill_blocks(const Stream& stream, std::span<const Identity> identities, std::uint32_t tick,
                 std::uint32_t block, std::span<PhiloxBlock> out);

// Blocks `first`, first + 1, … of one identity at the tick.
void fill_blocks(const Stream& stream, Identity identity, std::uint32_t tick, std::uint32_t first,
                 std::span<PhiloxBlock> out);

}  // namespace sim
