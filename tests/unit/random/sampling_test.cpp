// SPDX-License-Identifier: Apache-2.0
// Orders, samples and alias tables: what they must contain, at the edges and in frozen examples.
#include "sim/random/sampling.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "sim/random/alias_table.hpp"

namespace sim::testing {
namespace {

Rng rng_for(std::uint64_t number) {
    return Stream(5, 0, Purpose("sampling")).at(Identity{number}, 0);
}

TEST(Permutation, HoldsEveryNumberOnce) {
    for (const std::uint32_t n : {0U, 1U, 2U, 10U, 1000U}) {
        Rng rng = rng_for(n);
        std::vector<std::uint32_t> order = draw::permutation(rng, n);
        ASSERT_EQ(order.size(), n);
        std::sort(order.begin(), order.end());
        for (std::uint32_t i = 0; i < n; ++i) {
            EXPECT_EQ(order[i], i);
        }
    }
}

TEST(Permutation, KnownAnswerStaysAsItIs) {
    Rng rng = rng_for(0);
    EXPECT_EQ(draw::permutation(rng, 8), (std::vector<std::uint32_t>{7, 4, 3, 0, 5, 6, 1, 2}));
}

TEST(Shuffle, ReordersAnyType) {
    std::vector<std::string> names = {"ant", "bee", "cat", "dog", "elk"};
    const std::vector<std::string> before = names;
    Rng rng = rng_for(1);
    draw::shuffle(rng, std::span(names));
    EXPECT_NE(names, before);
    EXPECT_TRUE(std::is_permutation(names.begin(), names.end(), before.begin()));
}

TEST(SampleWithoutReplacement, HoldsDifferentNumbersInOrder) {
    for (const auto& [n, count] : {std::pair{1U, 1U},
                                   {10U, 0U},
                                   {10U, 3U},
                                   {10U, 10U},
                                   {1000U, 700U},
                                   {4'000'000'000U, 500U},
                                   {0xFFFFFFFFU, 7U}}) {
        Rng rng = rng_for(n);
        const std::vector<std::uint32_t> sample = draw::sample_without_replacement(rng, n, count);
        ASSERT_EQ(sample.size(), count);
        for (std::size_t i = 0; i < sample.size(); ++i) {
            EXPECT_LT(sample[i], n);
            EXPECT_TRUE(i == 0 || sample[i - 1] < sample[i]);
        }
    }
    Rng rng = rng_for(0);
    EXPECT_THROW(draw::sample_without_replacement(rng, 3, 4), ContractError);
}

TEST(SampleWithoutReplacement, KnownAnswerStaysAsItIs) {
    Rng rng = rng_for(2);
    EXPECT_EQ(draw::sample_without_replacement(rng, 100, 6),
              (std::vector<std::uint32_t>{22, 26, 41, 46, 57, 65}));
}

TEST(KeyedOffset, IsTheFirstUniformOfItsKey) {
    const Stream stream(5, 0, Purpose("seats"));
    Rng rng = stream.at(Identity{12}, 8090);
    EXPECT_EQ(draw::keyed_offset(stream, Identity{12}, 8090), rng.uniform());
    EXPECT_NE(draw::keyed_offset(stream, Identity{12}, 8090),
              draw::keyed_offset(stream, Identity{12}, 8094));
}

TEST(AliasTable, NeverDrawsWeightZero) {
    for (const std::vector<double>& weights : {std::vector<double>{0.0, 1.0},
                                               {1.0, 0.0, 0.0, 3.0, 0.0},
                                               {0.0, 0.1, 0.2, 0.7, 0.0, 0.3}}) {
        const AliasTable table(weights);
        ASSERT_EQ(table.size(), weights.size());
        Rng rng = rng_for(3);
        std::set<std::size_t> seen;
        for (int i = 0; i < 5000; ++i) {
            seen.insert(table(rng));
        }
        for (std::size_t i = 0; i < weights.size(); ++i) {
            EXPECT_EQ(seen.contains(i), weights[i] > 0.0) << i;
        }
    }
}

TEST(AliasTable, KnownAnswersStayAsTheyAre) {
    const AliasTable table(std::vector<double>{3.0, 0.5, 1.0, 8.0, 2.5});
    Rng rng = rng_for(4);
    std::vector<std::size_t> drawn;
    for (int i = 0; i < 12; ++i) {
        drawn.push_back(table(rng));
    }
    EXPECT_EQ(drawn, (std::vector<std::size_t>{3, 1, 3, 3, 3, 3, 0, 2, 3, 1, 4, 3}));
}

TEST(AliasTable, RefusesWhatIsNotAWeighting) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (const std::vector<double>& weights :
         {std::vector<double>{}, {0.0, 0.0}, {1.0, -1.0, 2.0}, {1.0, infinity}}) {
        EXPECT_THROW(AliasTable{weights}, ContractError);
    }
}

}  // namespace
}  // namespace sim::testing
