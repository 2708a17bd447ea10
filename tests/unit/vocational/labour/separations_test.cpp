// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/separations.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

constexpr sim::Quarter now = LabourWorld::now;
constexpr Occupation elementary = Occupation::of(JobLevel::elementary, Field::general);

// Everybody works in one firm for `duration` quarters before this one; the share whose job ends.
double share_separated(const FirmSpec& firm, std::uint8_t duration, Attained attained,
                       std::int32_t excess = 0) {
    LabourWorld economy(60, {firm});
    const std::size_t people = economy.persons.end_row();
    economy.firms.wanted[0] = static_cast<std::int32_t>(people) - excess;
    for (std::size_t row = 0; row < people; ++row) {
        economy.employ(row, 0, elementary);
        economy.persons.duration[row] = duration;
        economy.persons.attained[row] = attained;
    }
    Separations phase(economy.setting, economy.params, economy.world);
    economy.run(phase, now);
    EXPECT_EQ(economy.wrong_headcounts(), 0U);
    for (std::size_t row = 0; row < people; ++row) {
        const bool has_left = economy.persons.state[row] == State::unemployed;
        EXPECT_EQ(economy.persons.duration[row], has_left ? 0 : duration + 1);
        EXPECT_EQ(economy.persons.wage[row] > 0.0, !has_left);
        EXPECT_EQ(economy.persons.experience[row], 1);
    }
    return static_cast<double>(economy.count(State::unemployed)) / static_cast<double>(people);
}

void expect_share(double share, double probability) {
    const double people = 60.0 * 3.0 * 180.0;
    EXPECT_NEAR(share, probability, 4.0 * std::sqrt(probability * (1.0 - probability) / people));
}

TEST(SeparationsTest, HazardsFollowTenureLevelAndPool) {
    const LabourParams p;
    const FirmSpec formal{0, manufacturing, false, 0};
    const FirmSpec pool{0, services, true, 0};
    const auto low = Attained::lower_secondary;
    const auto high = Attained::higher_vocational;
    expect_share(share_separated(formal, 1, low), sim::quarterly(p.early_separation_rate));
    expect_share(share_separated(formal, 4, low), sim::quarterly(p.early_separation_rate));
    expect_share(share_separated(formal, 5, low), sim::quarterly(p.separation_rate));
    expect_share(share_separated(formal, 40, high),
                 sim::quarterly(p.separation_rate * p.mismatch_separation));
    expect_share(share_separated(pool, 1, high), sim::quarterly(p.pool_exit_rate));
}

// Share of those aged `age` whose old job ends in a quarter.
double share_at_age(Attained attained, int age, const char* life_cycle) {
    LabourWorld economy(2000, {{0, manufacturing, false, 1'000'000}});
    economy.params.structures.life_cycle.assign(life_cycle);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        const Segment segment = economy.setting.cohorts.segment_of(row);
        if ((now - segment.birth) / 4 == age) {
            economy.employ(row, 0, Occupation::of(JobLevel::skilled_worker, Field::health));
            economy.persons.duration[row] = 40;
            economy.persons.attained[row] = attained;
            rows.push_back(row);
        }
    }
    Separations phase(economy.setting, economy.params, economy.world);
    economy.run(phase, now);
    return static_cast<double>(economy.count(State::unemployed)) / static_cast<double>(rows.size());
}

TEST(SeparationsTest, VocationalAdvantageReversesWithAgeInThatStructure) {
    const LabourParams p;
    const CareerParams career;
    const double usual = sim::quarterly(p.separation_rate);
    const auto near = [](double share, double probability) {
        EXPECT_NEAR(share, probability,
                    4.0 * std::sqrt(probability * (1.0 - probability) / (4.0 * 3.0 * 2000.0)));
    };
    for (const int age : {25, 58}) {
        const double factor = std::exp(career.reversal_slope * 0.1 * (age - career.reversal_age));
        near(share_at_age(Attained::secondary_vocational, age, "reversing"), usual * factor);
        near(share_at_age(Attained::general_high, age, "reversing"), usual);
        near(share_at_age(Attained::secondary_vocational, age, "fading"), usual);
    }
}

TEST(SeparationsTest, NobodyLeavesInTheQuarterOfHire) {
    EXPECT_EQ(share_separated({0, manufacturing, false, 0}, 0, Attained::lower_secondary), 0.0);
}

TEST(SeparationsTest, FirmsAboveTheirNumberEndAShareOfTheRest) {
    const LabourParams p;
    const std::int32_t excess = 60 * 3 * 180 / 5;
    const double cut = sim::quarterly(p.shrink_speed * 0.2);
    const double loss = sim::quarterly(p.separation_rate);
    expect_share(
        share_separated({0, manufacturing, false, 0}, 40, Attained::lower_secondary, excess),
        loss + (1.0 - loss) * cut);
}

TEST(SeparationsTest, CountsTimeForEverybodyAndExperienceAtWork) {
    LabourWorld economy(4, {{0, manufacturing, false, 100'000}});
    economy.persons.state[0] = State::enrolled;
    economy.persons.state[1] = State::away;
    economy.persons.duration[1] = 254;
    economy.persons.duration[2] = 255;
    economy.employ(3, 0, elementary);
    economy.persons.experience[3] = 255;
    economy.employ(4, 0, elementary);
    Separations phase(economy.setting, economy.params, economy.world);
    economy.run(phase, now);
    EXPECT_EQ(economy.persons.duration[0], 1);
    EXPECT_EQ(economy.persons.duration[1], 255);
    EXPECT_EQ(economy.persons.duration[2], 255);
    EXPECT_EQ(economy.persons.experience[0], 0);
    EXPECT_EQ(economy.persons.experience[3], 255);
    EXPECT_EQ(economy.persons.experience[4], 1);
}

TEST(SeparationsTest, WhoLeavesTheFirmLosesWhatIsOfUseThereAlone) {
    LabourWorld economy(10, {{0, manufacturing, false, 100'000}});
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        economy.employ(row, 0, elementary);
        economy.persons.duration[row] = 9;
        economy.persons.specific_skill[row] = 1.0;
        economy.persons.firm_bound[row] = 0.25;
    }
    Separations phase(economy.setting, economy.params, economy.world);
    economy.run(phase, now);
    EXPECT_GT(economy.count(State::unemployed), 50U);
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        const bool stays = economy.persons.state[row] == State::employed;
        EXPECT_EQ(economy.persons.specific_skill[row], stays ? 1.0 : 0.75);
        EXPECT_EQ(economy.persons.firm_bound[row], stays ? 0.25 : 0.0);
    }
}

TEST(SeparationsTest, SameBitsForAnyThreads) {
    std::vector<std::uint64_t> hashes;
    for (const int threads : {0, 1, 2, 7}) {
        LabourWorld economy(100, {{0, manufacturing, false, 10}, {1, services, true, 10}});
        economy.use_threads(threads);
        for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
            economy.employ(row, row % 2, elementary);
            economy.persons.duration[row] = 9;
        }
        Separations phase(economy.setting, economy.params, economy.world);
        economy.run(phase, now);
        economy.run(phase, now + 1);
        EXPECT_GT(economy.count(State::unemployed), 1000U);
        hashes.push_back(economy.world.hash(*economy.executor));
    }
    EXPECT_EQ(hashes, std::vector<std::uint64_t>(4, hashes[0]));
}

}  // namespace
}  // namespace vocational::testing
