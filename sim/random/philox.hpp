// SPDX-License-Identifier: Apache-2.0
// The block function of all random numbers: Philox4x32 with 10 rounds (Salmon et al. 2011), from
// Random123. It maps a counter of four words one to one on four words, differently for each key.
#pragma once

#include <array>
#include <cstdint>

// Philox needs none of the vector instructions whose headers the library would otherwise read: they
// are more than half of what a file of the model has to parse.
#define R123_USE_SSE 0
#include <Random123/philox.h>

namespace sim {

using PhiloxBlock = std::array<std::uint32_t, 4>;

// Inlined by force: a call of its own costs the hot loops a third of their speed.
[[gnu::always_inline]] inline PhiloxBlock philox(const PhiloxBlock& counter, std::uint64_t key) {
    const r123::Philox4x32::ctr_type input = {{counter[0], counter[1], counter[2], counter[3]}};
    const r123::Philox4x32::key_type words = {
        {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32U)}};
    const r123::Philox4x32::ctr_type output = r123::Philox4x32()(input, words);
    return {output[0], output[1], output[2], output[3]};
}

}  // namespace sim
