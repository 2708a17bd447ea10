// SPDX-License-Identifier: Apache-2.0
// The published known answers of Philox4x32-10 (kat_vectors of Random123).
#include "sim/random/philox.hpp"

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

TEST(Philox, GivesThePublishedAnswerForZeros) {
    EXPECT_EQ(philox({0, 0, 0, 0}, 0),
              (PhiloxBlock{0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8}));
}

TEST(Philox, GivesThePublishedAnswerForOnes) {
    constexpr std::uint32_t ones = 0xFFFFFFFF;
    EXPECT_EQ(philox({ones, ones, ones, ones}, 0xFFFFFFFFFFFFFFFF),
              (PhiloxBlock{0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD}));
}

TEST(Philox, GivesThePublishedAnswerForDigitsOfPi) {
    EXPECT_EQ(philox({0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344}, 0x299F31D0A4093822),
              (PhiloxBlock{0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1}));
}

}  // namespace
}  // namespace sim::testing
