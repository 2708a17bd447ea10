// SPDX-License-Identifier: Apache-2.0
// Streams: what enters a key, and that the batched form gives the words of the plain one.
#include <limits>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "sim/random/rng.hpp"
#include "sim/random/uniform_run.hpp"

namespace sim::testing {
namespace {

TEST(Stream, KeysDifferBetweenSeedsReplicatesAndPurposes) {
    std::set<std::uint64_t> keys;
    std::size_t made = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
            for (const char* name : {"ageing", "separation", "admission", "admission/lottery"}) {
                keys.insert(Stream(seed, replicate, Purpose(name)).key());
                keys.insert(Stream(seed << 32U, replicate, Purpose(name).part("x")).key());
                made += 2;
            }
        }
    }
    EXPECT_EQ(keys.size(), made);
}

TEST(Stream, EveryArgumentMatters) {
    const auto word = [](std::uint64_t seed, std::uint32_t replicate, const char* name,
                         Identity identity, std::uint32_t tick) {
        return Stream(seed, replicate, Purpose(name)).at(identity, tick).bits32();
    };
    const Identity who = Identity::of(1, 2, 3);
    const std::set<std::uint32_t> drawn = {
        word(1, 0, "a", who, 5),
        word(2, 0, "a", who, 5),
        word(std::uint64_t{1} << 63U | 1U, 0, "a", who, 5),
        word(1, 1, "a", who, 5),
        word(1, 0, "b", who, 5),
        word(1, 0, "a", Identity::of(1, 2, 4), 5),
        word(1, 0, "a", Identity::of(1, 3, 3), 5),
        word(1, 0, "a", Identity::of(2, 2, 3), 5),
        word(1, 0, "a", who, 6),
    };
    EXPECT_EQ(drawn.size(), 9U);
}

TEST(Stream, KeyKnownAnswersStayAsTheyAre) {
    EXPECT_EQ(Stream(0, 0, Purpose("")).key(), 0x8D25875056FC6F8FU);
    EXPECT_EQ(Stream(2022, 3, Purpose("separation")).key(), 0x3835840B42B7661CU);
}

TEST(Stream, BatchOfNeighboursGivesTheirFirstWords) {
    const Stream stream(7, 1, Purpose("batch"));
    for (const std::uint64_t first : {std::uint64_t{0}, Identity::of(9, 8, 0xFFFFFFFA).value,
                                      std::numeric_limits<std::uint64_t>::max() - 5}) {
        for (std::size_t count = 0; count <= 21; ++count) {
            std::vector<std::uint32_t> out(count + 1, 42);
            stream.fill_uniform32(Identity{first}, 99, std::span(out).first(count));
            for (std::size_t i = 0; i < count; ++i) {
                EXPECT_EQ(out[i], stream.at(Identity{first + i}, 99).bits32()) << first << '+' << i;
            }
            EXPECT_EQ(out[count], 42U) << "wrote beyond the end";
        }
    }
}

TEST(Stream, BatchOfAnyIdentitiesGivesTheirFirstWords) {
    const Stream stream(7, 1, Purpose("batch"));
    for (std::size_t count = 0; count <= 21; ++count) {
        std::vector<Identity> who;
        for (std::size_t i = 0; i < count; ++i) {
            who.push_back(Identity{0x9E3779B97F4A7C15U * (i + 1)});
        }
        std::vector<std::uint32_t> out(count + 1, 42);
        stream.fill_uniform32(std::span<const Identity>(who), 3, std::span(out).first(count));
        for (std::size_t i = 0; i < count; ++i) {
            EXPECT_EQ(out[i], stream.at(who[i], 3).bits32()) << i;
        }
        EXPECT_EQ(out[count], 42U) << "wrote beyond the end";
    }
}

TEST(Rng, BlocksAreItsDrawsAndLeaveTheNextWordAsItIs) {
    const Stream stream(7, 1, Purpose("blocks"));
    Rng rng = stream.at(Identity{0x123456789ABCDEFU}, 3);
    Rng twin = rng;
    rng.bits32();
    twin.bits32();
    for (std::size_t count = 0; count <= 21; ++count) {
        std::vector<PhiloxBlock> out(count + 1, PhiloxBlock{42});
        rng.fill_blocks(5, std::span(out).first(count));
        Rng other = twin;
        other.skip_to(20);
        for (std::size_t i = 0; i < count; ++i) {
            for (const std::uint32_t word : out[i]) {
                EXPECT_EQ(word, other.bits32()) << i;
            }
        }
        EXPECT_EQ(out[count], PhiloxBlock{42}) << "wrote beyond the end";
    }
    EXPECT_EQ(rng.bits32(), twin.bits32());
}

TEST(UniformRun, GivesWhatItsRngGivesInAnyOrder) {
    const Stream stream(7, 1, Purpose("run"));
    const Rng rng = stream.at(Identity{8}, 3);
    UniformRun run(rng);
    for (const std::uint64_t number : {0U, 1U, 2U, 15U, 16U, 17U, 40U, 3U, 1U << 23U, 0U}) {
        Rng other = rng;
        other.skip_to(2 * number);
        EXPECT_EQ(run[number], other.uniform()) << number;
    }
}

TEST(Stream, BatchRefusesSpansOfDifferentLengths) {
    const Stream stream(7, 1, Purpose("batch"));
    const std::vector<Identity> who(3);
    std::vector<std::uint32_t> out(4);
    EXPECT_THROW(stream.fill_uniform32(std::span<const Identity>(who), 3, std::span(out)),
                 ContractError);
}

}  // namespace
}  // namespace sim::testing
