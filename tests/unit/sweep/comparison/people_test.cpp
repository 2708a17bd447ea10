// SPDX-License-Identifier: Apache-2.0
// Who counts as a gainer, who is paired with whom, and what is kept meanwhile.
#include "sim/sweep/comparison/people.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "sim/sweep/comparison/people_shares.hpp"

namespace sim::testing {
namespace {

// Yuan in steps of 100, 5 % or 150 yuan apart; groups of sex and of three regions.
PeopleSpec spec_of_wages() {
    PersonalOutcome wage{"wage", unit::yuan_per_year, "Wage."};
    wage.step = 100.0;
    wage.tolerance = 150.0;
    wage.relative_tolerance = 0.05;
    return {{wage},
            {{"sex", {"female", "male"}, "Sex.", {}}, {"region", {"a", "b", "c"}, "Region.", {}}},
            {{"women", "sex", "female"}},
            "everyone."};
}

// Consecutive persons of the first cell.
Portrait portrait_of(std::vector<std::uint16_t> wages, std::uint64_t first = 0) {
    Portrait portrait;
    portrait.spans = {{Identity{first}, static_cast<std::uint32_t>(wages.size())}};
    portrait.cell.assign(wages.size(), 0);
    portrait.outcomes = {std::move(wages)};
    return portrait;
}

std::array<std::int64_t, 4> totals(const PeopleCounts& counts) {
    std::array<std::int64_t, 4> sums{};
    for (std::size_t kind = 0; kind < sums.size(); ++kind) {
        sums[kind] =
            std::accumulate(counts.of[kind].begin(), counts.of[kind].end(), std::int64_t{0});
    }
    return sums;
}

using Totals = std::array<std::int64_t, 4>;  // gainers, losers, unchanged, not compared

TEST(ComparePeople, TolerancesAreAbsoluteAndRelativeToTheLarger) {
    const PeopleSpec spec = spec_of_wages();
    const auto compare = [&](std::uint16_t base, std::uint16_t other) {
        return totals(compare_people(spec, portrait_of({base}), portrait_of({other}), 1));
    };
    EXPECT_EQ(compare(0, 1), (Totals{0, 0, 1, 0}));  // 100 yuan are within 150
    EXPECT_EQ(compare(0, 2), (Totals{1, 0, 0, 0}));
    EXPECT_EQ(compare(2, 0), (Totals{0, 1, 0, 0}));
    EXPECT_EQ(compare(1000, 1052),
              (Totals{0, 0, 1, 0}));  // 5.2 % of the smaller, 4.9 of the larger
    EXPECT_EQ(compare(1000, 1053), (Totals{1, 0, 0, 0}));
    EXPECT_EQ(compare(1053, 1000), (Totals{0, 1, 0, 0}));
    EXPECT_EQ(compare(Portrait::none, 5), (Totals{0, 0, 0, 1}));
    EXPECT_EQ(compare(5, Portrait::none), (Totals{0, 0, 0, 1}));
}

TEST(ComparePeople, TheBaseAgainstItselfChangesNobody) {
    const Portrait base = portrait_of({0, 7, 900, Portrait::none});
    EXPECT_EQ(totals(compare_people(spec_of_wages(), base, base, 1000)),
              (Totals{0, 0, 3000, 1000}));
}

TEST(ComparePeople, SwappingBothSwapsGainersAndLosers) {
    const PeopleSpec spec = spec_of_wages();
    const Portrait a = portrait_of({0, 100, 200, 300, 1000, 1052, 5});
    const Portrait b = portrait_of({10, 50, 200, 310, 1052, 1000, Portrait::none});
    const PeopleCounts there = compare_people(spec, a, b, 1);
    const PeopleCounts back = compare_people(spec, b, a, 1);
    EXPECT_EQ(there.of[0], back.of[1]);
    EXPECT_EQ(there.of[1], back.of[0]);
    EXPECT_EQ(there.of[2], back.of[2]);
    EXPECT_EQ(there.of[3], back.of[3]);
}

TEST(ComparePeople, PairsByIdentityWhereverARunKeepsIt) {
    const PeopleSpec spec = spec_of_wages();
    // The base knows 0 to 5 and 100 to 103, the alternative 2 to 9 in two pieces, and 102.
    Portrait base = portrait_of({10, 11, 12, 13, 14, 15, 50, 51, 52, 53});
    base.spans = {{Identity{0}, 6}, {Identity{100}, 4}};
    Portrait other = portrait_of({92, 14, 15, 16, 17, 18, 19, 12, 3});
    other.spans = {{Identity{102}, 1}, {Identity{4}, 6}, {Identity{2}, 2}};
    // 2: 12 and 12; 3: 13 and 3; 4 and 5 the same; 102: 52 and 92.
    EXPECT_EQ(totals(compare_people(spec, base, other, 1)), (Totals{1, 1, 3, 0}));
}

TEST(ComparePeople, CountsPeopleByCell) {
    const PeopleSpec spec = spec_of_wages();
    Portrait base = portrait_of({10, 10, 10, 10});
    base.cell = {0, 5, 5, 3};
    Portrait other = portrait_of({20, 20, 0, 10});
    other.cell = base.cell;
    const PeopleCounts counts = compare_people(spec, base, other, 250);
    using Cells = std::vector<std::int64_t>;
    EXPECT_EQ(counts.of[0], (Cells{250, 0, 0, 0, 0, 250}));
    EXPECT_EQ(counts.of[1], (Cells{0, 0, 0, 0, 0, 250}));
    EXPECT_EQ(counts.of[2], (Cells{0, 0, 0, 250, 0, 0}));
}

TEST(PeoplePairs, TheOrderOfRunsDoesNotMatterAndNothingIsKeptForLong) {
    const std::vector<Portrait> portraits{portrait_of({10, 20, 30}), portrait_of({10, 25, 30}),
                                          portrait_of({0, 25, 30})};
    std::vector<std::size_t> order{0, 1, 2};
    std::vector<std::vector<std::vector<PeopleCounts>>> found;
    do {
        PeoplePairs pairs(spec_of_wages(), 1, 3, 1);
        std::size_t completed = 0;
        for (const std::size_t scenario : order) {
            EXPECT_TRUE(pairs.misses(scenario, 0));
            completed += pairs.take(scenario, 0, portraits[scenario]).size();
            EXPECT_LE(pairs.portraits_kept(), 2U);
        }
        EXPECT_EQ(completed, 2U);
        EXPECT_EQ(pairs.portraits_kept(), 0U);
        EXPECT_FALSE(pairs.misses(0, 0));
        found.push_back(pairs.counts());
    } while (std::next_permutation(order.begin(), order.end()));
    for (const auto& counts : found) {
        EXPECT_EQ(counts, found.front());
    }
    EXPECT_EQ(totals(found.front()[1][0]), (Totals{1, 1, 1, 0}));
}

TEST(PeoplePairs, KeepsTheBaseAloneWhileItsAlternativesRun) {
    PeoplePairs pairs(spec_of_wages(), 1, 9, 2);
    pairs.take(0, 1, portrait_of({1}));
    for (std::size_t scenario = 1; scenario < 8; ++scenario) {
        pairs.take(scenario, 1, portrait_of({9}));
        EXPECT_EQ(pairs.portraits_kept(), 1U);
    }
    pairs.take(8, 1, portrait_of({9}));
    EXPECT_EQ(pairs.portraits_kept(), 0U);
    EXPECT_TRUE(pairs.misses(0, 0));
}

TEST(PeoplePairs, WhatWasCountedBeforeIsNotMissed) {
    PeoplePairs pairs(spec_of_wages(), 1, 2, 1);
    pairs.put(1, 0, compare_people(pairs.spec(), portrait_of({1}), portrait_of({9}), 1));
    EXPECT_FALSE(pairs.misses(0, 0));
    EXPECT_TRUE(pairs.take(0, 0, portrait_of({1})).empty());
    EXPECT_EQ(pairs.portraits_kept(), 0U);
}

TEST(PeopleShare, IsOfThoseComparedAndHasAnInterval) {
    const PeopleSpec spec = spec_of_wages();
    std::vector<PeopleCounts> replicates(2);
    for (auto& list : replicates[0].of) {
        list.assign(6, 0);
    }
    replicates[1] = replicates[0];
    // Cells: sex × region. Women of a and b, men of c.
    replicates[0].of[0] = {30, 10, 0, 0, 0, 5};
    replicates[0].of[1] = {0, 10, 0, 0, 0, 15};
    replicates[0].of[2] = {30, 20, 0, 0, 0, 0};
    replicates[0].of[3] = {100, 0, 0, 0, 0, 0};
    replicates[1].of[0] = {40, 10, 0, 0, 0, 5};
    replicates[1].of[1] = {0, 10, 0, 0, 0, 15};
    replicates[1].of[2] = {20, 20, 0, 0, 0, 0};
    const PeopleShare women = people_share(spec, replicates, 0, PeopleGroup{0, 0});
    EXPECT_DOUBLE_EQ(women.gainers.mean, 0.45);
    EXPECT_DOUBLE_EQ(women.losers.mean, 0.1);
    EXPECT_DOUBLE_EQ(women.net.mean, 0.35);
    EXPECT_DOUBLE_EQ(women.compared.mean, 100.0);
    EXPECT_LT(women.net.low, 0.3);
    EXPECT_DOUBLE_EQ(people_share(spec, replicates, 0, PeopleGroup{1, 2}).net.mean, -0.5);
    EXPECT_DOUBLE_EQ(people_share(spec, replicates, 0).gainers.mean, 0.5 * (45 + 55) / 120.0);
    const PeopleGroup nobody{0, 1};
    EXPECT_FALSE(std::isnan(people_share(spec, replicates, 0, nobody).net.mean));
    replicates[0] = replicates[1] = compare_people(spec, portrait_of({1}), portrait_of({1}), 1);
    EXPECT_TRUE(std::isnan(people_share(spec, replicates, 0, nobody).net.mean));
}

}  // namespace
}  // namespace sim::testing
