// SPDX-License-Identifier: Apache-2.0
// Random problems with four and five students: wider bands leave less to gain by false lists, are
// more stable when one width is a multiple of the other, and give up efficiency (Chen and Kesten
// 2017). The order holds problem by problem, so the tests compare verdicts, not frequencies.
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "sim/matching/application_rejection.hpp"
#include "tests/support/test_random.hpp"
#include "tests/unit/matching/strict_problem.hpp"

namespace sim::testing {
namespace {

struct Verdict {
    bool stable = false;
    bool manipulable = false;
    bool efficient = false;
};

bool is_manipulable(const std::vector<Ranking>& preferences, const std::vector<Ranking>& priorities,
                    std::uint32_t band, const Matching& outcome,
                    const std::vector<Ranking>& rankings) {
    for (std::uint32_t student = 0; student < preferences.size(); ++student) {
        const std::uint32_t honest = place_of(preferences[student], outcome[student]);
        if (honest == 0) {
            continue;
        }
        std::vector<Ranking> reports = preferences;
        for (const Ranking& report : rankings) {
            reports[student] = report;
            const MarketCase market = strict_market(reports, priorities);
            const Matching other = application_rejection(market.view(), band);
            if (place_of(preferences[student], other[student]) < honest) {
                return true;
            }
        }
    }
    return false;
}

// Verdicts by band - 1, for each of a number of random problems.
std::vector<std::vector<Verdict>> judge(std::uint32_t size, int problems, std::uint32_t seed) {
    const std::vector<Ranking> rankings = all_rankings(size);
    const auto count = static_cast<std::uint32_t>(rankings.size());
    TestRandom random(seed);
    const auto draw = [&] {
        std::vector<Ranking> profile;
        for (std::uint32_t row = 0; row < size; ++row) {
            profile.push_back(rankings[random.below(count)]);
        }
        return profile;
    };
    std::vector<std::vector<Verdict>> verdicts;
    for (int problem = 0; problem < problems; ++problem) {
        const std::vector<Ranking> preferences = draw();
        const std::vector<Ranking> priorities = draw();
        const MarketCase market = strict_market(preferences, priorities);
        verdicts.emplace_back();
        for (std::uint32_t band = 1; band <= size; ++band) {
            const Matching outcome = application_rejection(market.view(), band);
            verdicts.back().push_back(
                {is_stable(market, outcome),
                 is_manipulable(preferences, priorities, band, outcome, rankings),
                 is_pareto_efficient(preferences, outcome, rankings)});
        }
    }
    return verdicts;
}

template <class Claim>
int count(const std::vector<std::vector<Verdict>>& verdicts, Claim claim) {
    int problems = 0;
    for (const auto& by_band : verdicts) {
        problems += claim(by_band) ? 1 : 0;
    }
    return problems;
}

void expect_theorem(const std::vector<std::vector<Verdict>>& verdicts, std::size_t size) {
    for (std::size_t narrow = 1; narrow <= size; ++narrow) {
        for (std::size_t wide = narrow + 1; wide <= size; ++wide) {
            EXPECT_EQ(count(verdicts,
                            [&](const auto& by_band) {
                                return by_band[wide - 1].manipulable &&
                                       !by_band[narrow - 1].manipulable;
                            }),
                      0)
                << "bands " << narrow << " and " << wide;
            if (wide % narrow == 0 || wide == size) {
                EXPECT_EQ(count(verdicts,
                                [&](const auto& by_band) {
                                    return by_band[narrow - 1].stable && !by_band[wide - 1].stable;
                                }),
                          0)
                    << "bands " << narrow << " and " << wide;
            }
        }
    }
    const auto all = static_cast<int>(verdicts.size());
    EXPECT_EQ(count(verdicts, [](const auto& by_band) { return by_band.front().efficient; }), all);
    EXPECT_EQ(count(verdicts, [](const auto& by_band) { return by_band.back().stable; }), all);
    EXPECT_EQ(count(verdicts, [](const auto& by_band) { return by_band.back().manipulable; }), 0);
    EXPECT_LT(count(verdicts, [](const auto& by_band) { return by_band.back().efficient; }), all);
    EXPECT_LT(count(verdicts, [](const auto& by_band) { return by_band.front().stable; }), all);
}

TEST(MatchingAdmissionTheorem, HoldsForFourStudents) {
    const auto verdicts = judge(4, 1'500, 41);
    expect_theorem(verdicts, 4);
    const auto manipulable = [&](std::size_t band) {
        return count(verdicts, [&](const auto& by_band) { return by_band[band - 1].manipulable; });
    };
    EXPECT_GT(manipulable(1), manipulable(2));
    EXPECT_GT(manipulable(2), manipulable(4));
}

TEST(MatchingAdmissionTheorem, HoldsForFiveStudents) {
    expect_theorem(judge(5, 300, 51), 5);
}

// Two bands of two can be stable where one of three, and a rest, is not.
TEST(MatchingAdmissionTheorem, StabilityIsNotRankedForOtherWidths) {
    constexpr std::uint32_t size = 5;
    const std::vector<Ranking> rankings = all_rankings(size);
    TestRandom random(52);
    int two_beats_three = 0;
    int three_beats_two = 0;
    for (int problem = 0; problem < 20'000; ++problem) {
        std::vector<Ranking> profile;
        for (std::uint32_t row = 0; row < 2 * size; ++row) {
            profile.push_back(rankings[random.below(120)]);
        }
        const MarketCase market = strict_market({profile.begin(), profile.begin() + size},
                                                {profile.begin() + size, profile.end()});
        const bool two = is_stable(market, application_rejection(market.view(), 2));
        const bool three = is_stable(market, application_rejection(market.view(), 3));
        two_beats_three += two && !three ? 1 : 0;
        three_beats_two += three && !two ? 1 : 0;
    }
    EXPECT_GT(two_beats_three, 0);
    EXPECT_GT(three_beats_two, two_beats_three);
}

}  // namespace
}  // namespace sim::testing
