// SPDX-License-Identifier: Apache-2.0
// Mean ranks in random markets: serial dictatorship against its formula, two-sided deferred
// acceptance against published means (balanced, and with one proposer too many).
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "sim/matching/deferred_acceptance.hpp"
#include "sim/matching/serial_dictatorship.hpp"
#include "tests/support/test_random.hpp"
#include "tests/unit/matching/market_case.hpp"

namespace sim::testing {
namespace {

// Complete lists in random order, one seat per option; scores are given later.
MarketCase random_lists(std::uint32_t applicants, std::uint32_t options, TestRandom& random) {
    MarketCase market;
    market.capacity.assign(options, 1);
    std::vector<std::uint32_t> list(options);
    std::iota(list.begin(), list.end(), 0U);
    for (std::uint32_t applicant = 0; applicant < applicants; ++applicant) {
        random.shuffle(std::span(list));
        market.add(list, {}, random.bits());
    }
    return market;
}

// Mean rank, from 1, over those with a seat.
double mean_rank(const MarketCase& market, const Matching& matching) {
    MeanOf rank;
    for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
        if (matching[applicant] != unassigned) {
            rank.add(1.0 + static_cast<double>(market.place(applicant, matching[applicant])));
        }
    }
    return rank.mean();
}

// ((n + 1) / n) (H_(n+1) - 1)
double serial_mean_rank(std::uint32_t size) {
    double harmonic = 0.0;
    for (std::uint32_t term = size + 1; term > 0; --term) {
        harmonic += 1.0 / term;
    }
    return (size + 1.0) / size * (harmonic - 1.0);
}

void expect_serial_mean(std::uint32_t size, int repeats, double known, std::uint32_t seed) {
    EXPECT_NEAR(serial_mean_rank(size), known, 1e-9);
    TestRandom random(seed);
    MeanOf mean;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        MarketCase market = random_lists(size, size, random);
        market.score_by = ScoreBy::applicant;
        for (std::uint32_t applicant = 0; applicant < size; ++applicant) {
            // Few scores, so that lottery numbers matter too.
            market.score.push_back(static_cast<float>(random.below(size / 2)));
        }
        const Matching matching = serial_dictatorship(market.view());
        EXPECT_EQ(matching, deferred_acceptance(market.view()));
        mean.add(mean_rank(market, matching));
    }
    EXPECT_NEAR(mean.mean(), known, 3.0 * mean.standard_error()) << "size " << size;
}

TEST(MatchingRandomMarkets, SerialDictatorshipHasItsMeanRank) {
    expect_serial_mean(10, 20'000, 2.221865079, 21);
    expect_serial_mean(100, 400, 4.239251292, 22);
    expect_serial_mean(1'000, 12, 6.492956331, 23);
}

// Lists just long enough: who chooses when `free` of all seats are left finds one within 25 times
// the expected number of tries, or has a complete list.
MarketCase lists_in_order_of_score(std::uint32_t size, TestRandom& random) {
    MarketCase market;
    market.score_by = ScoreBy::applicant;
    market.capacity.assign(size, 1);
    std::vector<std::uint32_t> list(size);
    std::iota(list.begin(), list.end(), 0U);
    for (std::uint32_t applicant = 0; applicant < size; ++applicant) {
        const std::uint32_t free = size - applicant;
        const std::uint32_t length = std::min(size, 25 * (size / free + 1));
        for (std::uint32_t i = 0; i < length; ++i) {
            std::swap(list[i], list[i + random.below(size - i)]);
        }
        market.add({list.begin(), list.begin() + length}, {static_cast<float>(free)},
                   random.bits());
    }
    return market;
}

TEST(MatchingRandomMarkets, SerialDictatorshipHasItsMeanRankInMarketsOfTenThousand) {
    constexpr std::uint32_t size = 10'000;
    EXPECT_NEAR(serial_mean_rank(size), 8.788584797, 1e-9);
    TestRandom random(24);
    MeanOf mean;
    for (int repeat = 0; repeat < 40; ++repeat) {
        const MarketCase market = lists_in_order_of_score(size, random);
        const Matching matching = serial_dictatorship(market.view());
        ASSERT_EQ(std::ranges::count(matching, unassigned), 0);
        if (repeat == 0) {
            EXPECT_EQ(matching, deferred_acceptance(market.view()));
        }
        mean.add(mean_rank(market, matching));
    }
    EXPECT_NEAR(mean.mean(), 8.788584797, 3.0 * mean.standard_error());
    EXPECT_LT(mean.standard_error(), 0.4);
}

struct TwoSided {
    MeanOf proposers;
    MeanOf receivers;
};

TwoSided two_sided_means(std::uint32_t proposers, std::uint32_t receivers, int repeats,
                         std::uint32_t seed) {
    TestRandom random(seed);
    TwoSided means;
    std::vector<std::uint32_t> places(proposers);
    std::iota(places.begin(), places.end(), 1U);
    for (int repeat = 0; repeat < repeats; ++repeat) {
        MarketCase market = random_lists(proposers, receivers, random);
        market.score.resize(market.list_options.size());
        // rank_of[receiver][proposer], from 1
        std::vector<std::vector<std::uint32_t>> rank_of(receivers, places);
        for (auto& ranks : rank_of) {
            random.shuffle(std::span(ranks));
        }
        for (std::uint32_t proposer = 0; proposer < proposers; ++proposer) {
            for (std::uint32_t entry = market.list_offsets[proposer];
                 entry < market.list_offsets[proposer + 1]; ++entry) {
                const std::uint32_t receiver = market.list_options[entry];
                market.score[entry] = -static_cast<float>(rank_of[receiver][proposer]);
            }
        }
        const Matching matching = deferred_acceptance(market.view());
        means.proposers.add(mean_rank(market, matching));
        MeanOf rank;
        for (std::uint32_t proposer = 0; proposer < proposers; ++proposer) {
            if (matching[proposer] != unassigned) {
                rank.add(rank_of[matching[proposer]][proposer]);
            }
        }
        means.receivers.add(rank.mean());
    }
    return means;
}

// Both means are estimates, so their errors add up.
void expect_published(const MeanOf& mean, double published, double published_error) {
    EXPECT_NEAR(mean.mean(), published, 3.0 * std::hypot(mean.standard_error(), published_error));
}

TEST(MatchingRandomMarkets, ProposersHaveTheAdvantageInABalancedMarket) {
    const TwoSided means = two_sided_means(100, 100, 800, 31);
    expect_published(means.proposers, 4.957, 0.018);
    expect_published(means.receivers, 20.29, 0.06);
}

TEST(MatchingRandomMarkets, OneExtraProposerReversesTheAdvantage) {
    const TwoSided means = two_sided_means(101, 100, 800, 32);
    expect_published(means.proposers, 20.17, 0.07);
    expect_published(means.receivers, 4.916, 0.018);
}

}  // namespace
}  // namespace sim::testing
