// SPDX-License-Identifier: Apache-2.0
// Whose a random number is: 64 bits that never change and that nobody else ever has. A table row is
// not an identity where rows are reused.
#pragma once

#include <compare>
#include <cstdint>

namespace sim {

struct Identity {
    std::uint64_t value = 0;

    // Packs a place, a time of birth and a running number within both; distinct triples give
    // distinct identities, and running numbers are consecutive.
    static constexpr Identity of(std::uint16_t place, std::uint16_t birth, std::uint32_t number) {
        return Identity{std::uint64_t{place} << 48U | std::uint64_t{birth} << 32U | number};
    }

    constexpr std::uint32_t low() const { return static_cast<std::uint32_t>(value); }
    constexpr std::uint32_t high() const { return static_cast<std::uint32_t>(value >> 32U); }

    constexpr auto operator<=>(const Identity&) const = default;
};

}  // namespace sim
