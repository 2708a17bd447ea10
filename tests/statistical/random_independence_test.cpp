// SPDX-License-Identifier: Apache-2.0
// Draws whose keys are neighbours in one respect are independent: no trace of the structure of
// identities, ticks, purposes, seeds or replicates may show.
#include <algorithm>
#include <bit>
#include <functional>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/poisson.hpp>

#include "tests/statistical/distribution_check.hpp"

namespace sim::testing {
namespace {

struct Key {
    std::uint64_t seed = 1;
    std::uint32_t replicate = 0;
    std::uint64_t identity = 0;
    std::uint32_t tick = 8090;
    std::string purpose = "separation";

    Rng rng() const {
        return Stream(seed, replicate, Purpose(purpose)).at(Identity{identity}, tick);
    }
};

// That the uniforms of a key and of its neighbour are independent, over many identities.
void expect_independent(const std::string& claim, const std::function<void(Key&)>& to_neighbour,
                        std::uint32_t first_draw = 0, std::uint32_t second_draw = 0) {
    PValues correlations(claim + ": correlation");
    PValues pairs(claim + ": pairs");
    for (std::uint16_t place = 0; place < 30; ++place) {
        std::vector<double> first;
        std::vector<double> second;
        for (std::uint32_t number = 0; number < 2000; ++number) {
            Key key;
            key.identity = Identity::of(place, 100, 2 * number).value;
            Key neighbour = key;
            to_neighbour(neighbour);
            Rng here = key.rng();
            Rng there = neighbour.rng();
            here.skip_to(first_draw);
            there.skip_to(second_draw);
            first.push_back(here.uniform());
            second.push_back(there.uniform());
        }
        correlations.add(correlation_p_value(first, second));
        pairs.add(pair_p_value(first, second, 10));
    }
    correlations.expect_uniform();
    pairs.expect_uniform();
}

TEST(RandomIndependence, OfNeighbouringIdentities) {
    expect_independent("number", [](Key& key) { key.identity += 1; });
    expect_independent("birth", [](Key& key) { key.identity += std::uint64_t{1} << 32U; });
    expect_independent("place", [](Key& key) { key.identity += std::uint64_t{1} << 48U; });
}

TEST(RandomIndependence, OfNeighbouringTicks) {
    expect_independent("next quarter", [](Key& key) { key.tick += 1; });
    expect_independent("next year", [](Key& key) { key.tick += 4; });
}

TEST(RandomIndependence, OfPurposes) {
    expect_independent("other name", [](Key& key) { key.purpose = "hiring"; });
    expect_independent("one letter", [](Key& key) { key.purpose = "separatiom"; });
    expect_independent("part", [](Key& key) { key.purpose = "separation/lottery"; });
}

TEST(RandomIndependence, OfSeedsAndReplicates) {
    expect_independent("seed", [](Key& key) { key.seed += 1; });
    expect_independent("high half of seed", [](Key& key) { key.seed ^= std::uint64_t{1} << 40U; });
    expect_independent("replicate", [](Key& key) { key.replicate += 1; });
    expect_independent("seed against replicate", [](Key& key) {
        key.seed += 1;
        key.replicate += 1;
    });
}

TEST(RandomIndependence, OfDraws) {
    const auto same = [](Key&) {};
    expect_independent("inside a block", same, 0, 2);
    expect_independent("across blocks", same, 2, 4);
    expect_independent("far apart", same, 0, 4000);
    expect_independent(
        "draw against tick", [](Key& key) { key.tick += 1; }, 4, 0);
}

// What the test of pairs would say if a key were ignored.
TEST(RandomIndependence, TheCheckFindsASharedKey) {
    std::vector<double> first;
    std::vector<double> second;
    for (std::uint32_t number = 0; number < 20'000; ++number) {
        Key key;
        key.identity = number;
        first.push_back(key.rng().uniform());
        key.identity = number % 20 == 0 ? number : number + 1;  // every twentieth is shared
        second.push_back(key.rng().uniform());
    }
    EXPECT_LT(pair_p_value(first, second, 10), 1e-6);
}

// One draw over consecutive identities, as a sequence, against itself at lags from 1 to 40.
TEST(RandomIndependence, SequencesOverIdentitiesHaveNoSerialCorrelation) {
    PValues p_values("serial correlation");
    const Stream stream(5, 0, Purpose("series"));
    for (std::size_t lag = 1; lag <= 40; ++lag) {
        std::vector<std::uint32_t> words(20'000 + lag);
        stream.fill_uniform32(Identity::of(static_cast<std::uint16_t>(lag), 3, 0), 8090, words);
        std::vector<double> values(words.begin(), words.end());
        const std::span<const double> all(values);
        p_values.add(correlation_p_value(all.first(20'000), all.subspan(lag)));
    }
    p_values.expect_uniform();
}

// Flipping any one bit of the key flips each bit of the word with probability one half.
TEST(RandomIndependence, OneBitOfTheKeyChangesHalfOfTheWord) {
    const boost::math::binomial law(32.0, 0.5);
    const std::function<void(Key&, unsigned)> flips[] = {
        [](Key& key, unsigned bit) { key.seed ^= std::uint64_t{1} << bit; },
        [](Key& key, unsigned bit) { key.identity ^= std::uint64_t{1} << bit; },
        [](Key& key, unsigned bit) { key.tick ^= 1U << (bit % 32U); },
        [](Key& key, unsigned bit) { key.replicate ^= 1U << (bit % 32U); }};
    for (const auto& flip : flips) {
        PValues p_values("bits flipped");
        for (unsigned bit = 0; bit < 64; ++bit) {
            std::vector<std::uint64_t> flipped;
            for (std::uint32_t number = 0; number < 600; ++number) {
                // Bits 32 and up of a word of 32 repeat it under other identities.
                Key key;
                key.identity = Identity::of(4, static_cast<std::uint16_t>(bit), number).value;
                Key other = key;
                flip(other, bit);
                flipped.push_back(static_cast<std::uint64_t>(
                    std::popcount(key.rng().bits32() ^ other.rng().bits32())));
            }
            p_values.add(chi_square_p_value(flipped, 33, [&](std::uint64_t k) {
                return boost::math::pdf(law, static_cast<double>(k));
            }));
        }
        p_values.expect_uniform();
    }
}

// Equal words among n random ones number about n^2 / 2^33; too few are as wrong as too many.
TEST(RandomIndependence, WordsCollideAsOftenAsChanceSays) {
    constexpr std::size_t n = 1U << 18U;
    constexpr double expected = static_cast<double>(n) * static_cast<double>(n) / 0x1p33;
    std::uint64_t collisions = 0;
    constexpr std::uint32_t repeats = 8;
    for (std::uint32_t tick = 0; tick < repeats; ++tick) {
        std::vector<std::uint32_t> words(n);
        Stream(9, 0, Purpose("collisions")).fill_uniform32(Identity::of(1, 1, 0), tick, words);
        std::sort(words.begin(), words.end());
        for (std::size_t i = 1; i < n; ++i) {
            collisions += words[i] == words[i - 1] ? 1U : 0U;
        }
    }
    const boost::math::poisson law(repeats * expected);
    const double at = static_cast<double>(collisions);
    EXPECT_GT(boost::math::cdf(law, at), 1e-3) << collisions;
    EXPECT_GT(boost::math::cdf(boost::math::complement(law, at)), 1e-3) << collisions;
}

}  // namespace
}  // namespace sim::testing
