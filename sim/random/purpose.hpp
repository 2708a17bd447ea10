// SPDX-License-Identifier: Apache-2.0
// What a random number is for: the name of a phase, a parameter or a lottery. A stream belongs to a
// purpose, so a new purpose never shifts the numbers of another; renaming one redraws it.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace sim {

class Purpose {
  public:
    // "admission" and "admission/lottery" are unrelated purposes.
    constexpr explicit Purpose(std::string_view name) : hash_(extended(offset_basis, name)) {}

    // A purpose inside this one: Purpose("admission").part("lottery") is
    // Purpose("admission/lottery").
    constexpr Purpose part(std::string_view name) const {
        Purpose inner = *this;
        inner.hash_ = extended(extended(hash_, "/"), name);
        return inner;
    }

    constexpr std::uint64_t hash() const { return hash_; }

    constexpr auto operator<=>(const Purpose&) const = default;

  private:
    // FNV-1a, 64 bit (IETF draft-eastlake-fnv). Its weak mixing does no harm: Philox mixes the
    // hash.
    static constexpr std::uint64_t offset_basis = 0xCBF29CE484222325;
    static constexpr std::uint64_t prime = 0x100000001B3;

    static constexpr std::uint64_t extended(std::uint64_t hash, std::string_view text) {
        for (const char letter : text) {
            hash ^= static_cast<unsigned char>(letter);
            hash *= prime;
        }
        return hash;
    }

    std::uint64_t hash_;
};

}  // namespace sim
