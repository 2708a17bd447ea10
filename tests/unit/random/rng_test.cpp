// SPDX-License-Identifier: Apache-2.0
// Draws of one identity at one tick: which words they are, and how each kind of draw uses them.
#include "sim/random/rng.hpp"

#include <cmath>
#include <limits>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

constexpr std::uint64_t key = 0x0123456789ABCDEF;
constexpr Identity someone = Identity::of(41, 8090, 77);
constexpr std::uint32_t tick = 8093;

Rng fresh() {
    return Rng(key, someone, tick);
}

std::vector<std::uint32_t> words(std::uint32_t count) {
    Rng rng = fresh();
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < count; ++i) {
        result.push_back(rng.bits32());
    }
    return result;
}

TEST(Rng, WordsAreThePhiloxBlocksOfIdentityTickAndBlockNumber) {
    const std::vector<std::uint32_t> drawn = words(12);
    for (std::uint32_t block = 0; block < 3; ++block) {
        const PhiloxBlock expected = philox({someone.low(), someone.high(), tick, block}, key);
        for (std::uint32_t i = 0; i < 4; ++i) {
            EXPECT_EQ(drawn[4 * block + i], expected[i]);
        }
    }
}

TEST(Rng, LongDrawsTakeTwoWordsEvenAcrossBlocks) {
    const std::vector<std::uint32_t> drawn = words(8);
    for (std::uint32_t skipped = 0; skipped < 7; ++skipped) {
        Rng rng = fresh();
        for (std::uint32_t i = 0; i < skipped; ++i) {
            rng.bits32();
        }
        EXPECT_EQ(rng.bits64(), std::uint64_t{drawn[skipped + 1]} << 32U | drawn[skipped]);
    }
}

TEST(Rng, SkipToGoesToAnyDrawInAnyOrder) {
    const std::vector<std::uint32_t> drawn = words(40);
    Rng rng = fresh();
    for (const std::uint32_t draw : {0U, 0U, 3U, 2U, 39U, 4U, 5U, 3U, 20U, 23U, 24U, 1U}) {
        rng.skip_to(draw);
        EXPECT_EQ(rng.bits32(), drawn[draw]) << draw;
        if (draw + 1 < drawn.size()) {
            EXPECT_EQ(rng.bits32(), drawn[draw + 1]) << draw;
        }
    }
}

TEST(Rng, SkipToReachesTheLastWordAndNotBeyond) {
    Rng rng = fresh();
    rng.skip_to((std::uint64_t{1} << 34U) - 1);
    EXPECT_EQ(rng.bits32(), philox({someone.low(), someone.high(), tick, 0xFFFFFFFF}, key)[3]);
    EXPECT_THROW(rng.skip_to(std::uint64_t{1} << 34U), ContractError);
}

TEST(Rng, UniformIsTheMiddleOfACellOfTheTopFiftyTwoBits) {
    Rng rng = fresh();
    Rng bits = fresh();
    for (int i = 0; i < 1000; ++i) {
        const double cell = static_cast<double>(bits.bits64() >> 12U);
        EXPECT_EQ(rng.uniform(), (cell + 0.5) / 4503599627370496.0);
    }
}

TEST(Rng, ContinuousDrawsAreFunctionsOfOneUniform) {
    Rng uniform = fresh();
    Rng normal = fresh();
    Rng exponential = fresh();
    Rng gumbel = fresh();
    for (int i = 0; i < 1000; ++i) {
        const double u = uniform.uniform();
        EXPECT_EQ(normal.normal(), normal_quantile(u));
        EXPECT_NEAR(exponential.exponential(), -std::log(u), 1e-14 * -std::log(u));
        EXPECT_NEAR(gumbel.gumbel(), -std::log(-std::log(u)), 1e-13);
    }
}

TEST(BernoulliThreshold, IsExactAtTheEndsAndNearestBetween) {
    EXPECT_EQ(bernoulli_threshold(0.0), 0U);
    EXPECT_EQ(bernoulli_threshold(-1e-12), 0U);  // of rounding
    EXPECT_EQ(bernoulli_threshold(1.0), std::uint64_t{1} << 32U);
    EXPECT_EQ(bernoulli_threshold(1.0 + 1e-12), std::uint64_t{1} << 32U);
    EXPECT_EQ(bernoulli_threshold(0.25), std::uint64_t{1} << 30U);
    EXPECT_EQ(bernoulli_threshold(0x1p-32), 1U);
    EXPECT_EQ(bernoulli_threshold(0x1.7p-33), 1U);
    EXPECT_EQ(bernoulli_threshold(0x1p-34), 0U);
    for (const double p : {std::numeric_limits<double>::quiet_NaN(), -0.01, 1.01,
                           std::numeric_limits<double>::infinity()}) {
        EXPECT_THROW(bernoulli_threshold(p), ContractError) << p;
    }
}

TEST(Rng, BernoulliComparesItsWordWithTheThreshold) {
    const std::vector<std::uint32_t> drawn = words(400);
    Rng rng = fresh();
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const double p = static_cast<double>(i) / 399.0;
        EXPECT_EQ(rng.bernoulli(p), drawn[i] < bernoulli_threshold(p)) << p;
    }
}

TEST(Rng, BernoulliRisesWithTheProbability) {
    for (std::uint32_t draw = 0; draw < 50; ++draw) {
        bool before = false;
        for (int step = 0; step <= 100; ++step) {
            Rng rng = fresh();
            rng.skip_to(draw);
            const bool now = rng.bernoulli(step / 100.0);
            EXPECT_TRUE(now || !before);
            before = now;
        }
        EXPECT_TRUE(before);
    }
}

TEST(Rng, BelowStaysBelowAndReachesEveryNumber) {
    for (const std::uint32_t n : {1U, 2U, 3U, 7U, 64U, 100U}) {
        Rng rng = fresh();
        std::set<std::uint32_t> seen;
        for (int i = 0; i < 3000; ++i) {
            seen.insert(rng.below(n));
        }
        EXPECT_EQ(seen.size(), n);
        EXPECT_EQ(*seen.rbegin(), n - 1);
    }
    Rng rng = fresh();
    EXPECT_THROW(rng.below(0), ContractError);
}

// With n = 3 * 2^30, Lemire's method rejects a word exactly if the low half of word * n is below
// 2^30, which happens to every fourth word: the bias that rejection removes is large here.
TEST(Rng, BelowRejectsTheWordsThatWouldBiasIt) {
    constexpr std::uint32_t n = 3U << 30U;
    const std::vector<std::uint32_t> drawn = words(4000);
    Rng rng = fresh();
    int rejected = 0;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const std::uint64_t product = std::uint64_t{drawn[i]} * n;
        if (static_cast<std::uint32_t>(product) < (1U << 30U)) {
            ++rejected;
            continue;
        }
        EXPECT_EQ(rng.below(n), product >> 32U);
    }
    EXPECT_NEAR(rejected, 1000, 150);
}

TEST(Rng, KnownAnswersStayAsTheyAre) {
    Rng rng = Stream(2022, 3, Purpose("separation")).at(someone, tick);
    EXPECT_EQ(rng.bits32(), 0x8A1FE61AU);
    EXPECT_EQ(rng.bits64(), 0x4BC8B72AF0820CDBU);
    EXPECT_EQ(rng.uniform(), 0x1.2ab45bed0154cp-3);
    EXPECT_EQ(rng.normal(), 0x1.3ace4c5a768ap-1);
    EXPECT_EQ(rng.exponential(), 0x1.6ca1ef257c117p+0);
    EXPECT_EQ(rng.gumbel(), 0x1.a0f7fcb66d33p+0);
    EXPECT_EQ(rng.below(1000), 156U);
    EXPECT_EQ(rng.below(1U << 31U), 132827176U);
}

}  // namespace
}  // namespace sim::testing
