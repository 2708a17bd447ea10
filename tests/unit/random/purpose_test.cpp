// SPDX-License-Identifier: Apache-2.0
// Purposes are hashes of names (published FNV-1a values); identities are packed without overlap.
#include "sim/random/purpose.hpp"

#include <limits>

#include <gtest/gtest.h>

#include "sim/random/identity.hpp"

namespace sim::testing {
namespace {

// Test vectors of the FNV authors for 64-bit FNV-1a.
static_assert(Purpose("").hash() == 0xCBF29CE484222325);
static_assert(Purpose("a").hash() == 0xAF63DC4C8601EC8C);
static_assert(Purpose("foobar").hash() == 0x85944171F73967E8);
static_assert(Purpose("\xFF").hash() != Purpose("\x7F").hash());

TEST(Purpose, PartIsThePathThroughBothNames) {
    EXPECT_EQ(Purpose("admission").part("lottery"), Purpose("admission/lottery"));
    EXPECT_NE(Purpose("admission").part("lottery"), Purpose("admission"));
    EXPECT_NE(Purpose("admission").part("lottery"), Purpose("lottery").part("admission"));
}

TEST(Identity, PacksPlaceBirthAndNumber) {
    EXPECT_EQ(Identity::of(0x1234, 0xABCD, 0x89ABCDEF).value, 0x1234ABCD89ABCDEFU);
    constexpr std::uint16_t most16 = std::numeric_limits<std::uint16_t>::max();
    constexpr std::uint32_t most32 = std::numeric_limits<std::uint32_t>::max();
    EXPECT_EQ(Identity::of(most16, 0, 0).value, 0xFFFF000000000000U);
    EXPECT_EQ(Identity::of(0, most16, 0).value, 0x0000FFFF00000000U);
    EXPECT_EQ(Identity::of(0, 0, most32).value, 0x00000000FFFFFFFFU);
}

TEST(Identity, HalvesAreTheWordsOfTheCounter) {
    const Identity identity = Identity::of(1, 2, 3);
    EXPECT_EQ(identity.low(), 3U);
    EXPECT_EQ(identity.high(), 0x00010002U);
}

TEST(Identity, RunningNumbersAreConsecutive) {
    EXPECT_EQ(Identity::of(7, 9, 41).value + 1, Identity::of(7, 9, 42).value);
    EXPECT_LT(Identity::of(7, 9, 41), Identity::of(7, 10, 0));
}

}  // namespace
}  // namespace sim::testing
