// SPDX-License-Identifier: Apache-2.0
// Every admission problem with three students and three single seats: how often each mechanism is
// stable, efficient, open to false lists. Integers must agree exactly with an independent count.
#include <array>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "sim/matching/application_rejection.hpp"
#include "sim/matching/deferred_acceptance.hpp"
#include "tests/unit/matching/strict_problem.hpp"

namespace sim::testing {
namespace {

constexpr std::size_t lists = 6;  // rankings of three
constexpr std::size_t profiles = lists * lists * lists;

struct Tally {
    int problems = 0;
    int stable = 0;
    int manipulable = 0;
    int manipulators = 0;
    int efficient = 0;
    int first_choices = 0;
    int rank_sum = 0;  // ranks from 1

    double mean_rank() const { return rank_sum / (3.0 * problems); }
};

std::array<std::size_t, 3> digits(std::size_t profile) {
    return {profile / (lists * lists), profile / lists % lists, profile % lists};
}

std::vector<Ranking> rankings_of(std::size_t profile) {
    static const std::vector<Ranking> rankings = all_rankings(3);
    std::vector<Ranking> result;
    for (const std::size_t digit : digits(profile)) {
        result.push_back(rankings[digit]);
    }
    return result;
}

// Whether some other list gives the student a better school; outcomes of all profiles are at hand.
bool gains_by_a_false_list(const std::vector<Matching>& outcomes, std::size_t profile,
                           std::uint32_t student) {
    const Ranking truth = rankings_of(profile)[student];
    const std::size_t weight = student == 0 ? lists * lists : student == 1 ? lists : 1;
    const std::size_t without = profile - digits(profile)[student] * weight;
    for (std::size_t list = 0; list < lists; ++list) {
        const Matching& other = outcomes[without + list * weight];
        if (place_of(truth, other[student]) < place_of(truth, outcomes[profile][student])) {
            return true;
        }
    }
    return false;
}

// Adds all preference profiles under one profile of priorities.
void count_profiles(const std::vector<Ranking>& priorities, std::uint32_t band, Tally& tally) {
    static const std::vector<Ranking> assignments = all_rankings(3);
    std::vector<MarketCase> markets;
    std::vector<Matching> outcomes;
    for (std::size_t profile = 0; profile < profiles; ++profile) {
        markets.push_back(strict_market(rankings_of(profile), priorities));
        outcomes.push_back(application_rejection(markets.back().view(), band));
    }
    for (std::size_t profile = 0; profile < profiles; ++profile) {
        const std::vector<Ranking> preferences = rankings_of(profile);
        int manipulators = 0;
        for (std::uint32_t student = 0; student < 3; ++student) {
            const std::uint32_t place = place_of(preferences[student], outcomes[profile][student]);
            tally.first_choices += place == 0 ? 1 : 0;
            tally.rank_sum += static_cast<int>(place) + 1;
            manipulators += gains_by_a_false_list(outcomes, profile, student) ? 1 : 0;
        }
        ++tally.problems;
        tally.stable += is_stable(markets[profile], outcomes[profile]) ? 1 : 0;
        tally.efficient += is_pareto_efficient(preferences, outcomes[profile], assignments) ? 1 : 0;
        tally.manipulators += manipulators;
        tally.manipulable += manipulators > 0 ? 1 : 0;
    }
}

Tally all_priorities(std::uint32_t band) {
    Tally tally;
    for (std::size_t profile = 0; profile < profiles; ++profile) {
        count_profiles(rankings_of(profile), band, tally);
    }
    return tally;
}

Tally common_priority(std::uint32_t band) {
    Tally tally;
    count_profiles(rankings_of(0), band, tally);
    return tally;
}

TEST(MatchingAdmissionTable, ImmediateAcceptanceUnderAllPriorities) {
    const Tally tally = all_priorities(1);
    EXPECT_EQ(tally.problems, 46'656);
    EXPECT_EQ(tally.stable, 38'880);
    EXPECT_EQ(tally.manipulable, 10'368);
    EXPECT_EQ(tally.manipulators, 10'368);
    EXPECT_EQ(tally.efficient, 46'656);
    EXPECT_EQ(tally.first_choices, 98'496);
    EXPECT_NEAR(tally.mean_rank(), 1.4259259259, 5e-11);
}

TEST(MatchingAdmissionTable, WiderBandsUnderAllPriorities) {
    for (const std::uint32_t band : {2U, 3U, all_choices}) {
        const Tally tally = all_priorities(band);
        EXPECT_EQ(tally.problems, 46'656);
        EXPECT_EQ(tally.stable, 46'656);
        EXPECT_EQ(tally.manipulable, 0);
        EXPECT_EQ(tally.manipulators, 0);
        EXPECT_EQ(tally.efficient, 45'360);
        EXPECT_EQ(tally.first_choices, 89'424);
        EXPECT_NEAR(tally.mean_rank(), 1.4583333333, 5e-11);
    }
}

TEST(MatchingAdmissionTable, ImmediateAcceptanceUnderACommonPriority) {
    const Tally tally = common_priority(1);
    EXPECT_EQ(tally.problems, 216);
    EXPECT_EQ(tally.stable, 192);
    EXPECT_EQ(tally.manipulable, 36);
    EXPECT_EQ(tally.manipulators, 36);
    EXPECT_EQ(tally.efficient, 216);
    EXPECT_EQ(tally.first_choices, 456);
    EXPECT_NEAR(tally.mean_rank(), 1.4259259259, 5e-11);
}

TEST(MatchingAdmissionTable, WiderBandsUnderACommonPriority) {
    for (const std::uint32_t band : {2U, 3U, all_choices}) {
        const Tally tally = common_priority(band);
        EXPECT_EQ(tally.problems, 216);
        EXPECT_EQ(tally.stable, 216);
        EXPECT_EQ(tally.manipulable, 0);
        EXPECT_EQ(tally.manipulators, 0);
        EXPECT_EQ(tally.efficient, 216);
        EXPECT_EQ(tally.first_choices, 432);
        EXPECT_NEAR(tally.mean_rank(), 1.4444444444, 5e-11);
    }
}

}  // namespace
}  // namespace sim::testing
