// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/unit/vocational/outputs/small_world.hpp"

namespace {

using namespace vocational_test;

Sketch earner(CityId city, double wage, std::uint8_t ses = 0, sim::Quarter birth = {1990, 1}) {
    return {.state = State::employed, .city = city, .birth = birth, .ses = ses, .wage = wage};
}

TEST(WageGini, DiffersBetweenProvincesAndNation) {
    SmallWorld world({earner(west_one, 10'000),
                      earner(west_two, 30'000),
                      earner(east, 50'000),
                      {.state = State::unemployed}});
    world.census({2023, 1});
    EXPECT_DOUBLE_EQ(world.outcome("wage_gini")[0], 0.25);
    EXPECT_DOUBLE_EQ(world.outcome("wage_gini")[1], 0.0);
    EXPECT_DOUBLE_EQ(world.outcome("wage_gini_base")[0], 200.0);
    // Pairs differ by 20, 40 and 20 thousand; 2 · 80 ÷ (2 · 3 · 90).
    EXPECT_DOUBLE_EQ(world.outcome("wage_gini_national")[0], 160.0 / 540.0);
    EXPECT_DOUBLE_EQ(world.outcome("wage_gini_national_base")[0], 300.0);
}

TEST(RankRankSlope, TakesTheEmployedAged25To34) {
    // At the end of 2022Q4: 25 years for births of 1997Q4, 34 years and 3 quarters for 1988Q1.
    SmallWorld world({earner(west_one, 20'000, 10, {1997, 4}),
                      earner(west_one, 40'000, 60, {1988, 1}),
                      earner(east, 30'000, 10, {1990, 1}),
                      earner(east, 30'000, 90, {1990, 1}),
                      earner(east, 90'000, 50, {1987, 4}),
                      earner(east, 90'000, 50, {1998, 1}),
                      {.state = State::inactive, .birth = {1992, 2}, .ses = 77}});
    world.census({2022, 4});
    // National percentiles among the four: 12.5 for 20, 50 for both of 30, 87.5 for 40 thousand.
    EXPECT_NEAR(world.outcome("rank_rank_slope")[0], 75.0 / 50.0, 1e-12);
    EXPECT_NEAR(world.outcome("rank_rank_slope")[1], 0.0, 1e-12);
    EXPECT_DOUBLE_EQ(world.outcome("rank_rank_slope_base")[0], 200.0);
    EXPECT_DOUBLE_EQ(world.outcome("rank_rank_slope_national_base")[0], 400.0);
    // Deviations of family (10, 60, 10, 90) from 42.5 and of wages (12.5, 87.5, 50, 50) from 50.
    const double covariance = (-32.5 * -37.5) + (17.5 * 37.5);
    const double variance = 32.5 * 32.5 + 17.5 * 17.5 + 32.5 * 32.5 + 47.5 * 47.5;
    EXPECT_NEAR(world.outcome("rank_rank_slope_national")[0], covariance / variance, 1e-12);
    world.census({2023, 1});
    EXPECT_TRUE(world.is_missing("rank_rank_slope"));
}

TEST(RankRankSlope, IsMissingWhereFamiliesAreAlike) {
    SmallWorld world({earner(west_one, 20'000, 50), earner(west_one, 40'000, 50)});
    world.census({2022, 4});
    EXPECT_TRUE(world.is_missing("rank_rank_slope"));
    EXPECT_TRUE(world.is_missing("rank_rank_slope_national"));
}

// Began in 2016Q3 at 15: born from 2000Q4 to 2001Q3. Counted in 2022Q3 by home.
TEST(Permeability, FollowsTheCohortOfSixYearsAgo) {
    const auto person = [](sim::Quarter birth, CityId home, Track first, bool has_climbed) {
        Sketch one{.state = State::employed, .city = west_one, .birth = birth, .home = home};
        one.path.start(first);
        if (has_climbed) {
            one.path.move_up();
        }
        return one;
    };
    Sketch poor = person({2001, 1}, east, Track::technical_school, true);
    poor.sex = Sex::male;
    poor.ses = 70;
    SmallWorld world({person({2000, 4}, east, Track::secondary_vocational, true),
                      person({2001, 3}, east, Track::secondary_vocational, false),
                      person({2001, 1}, east, Track::general_high, true),
                      poor,
                      person({2001, 1}, west_two, Track::secondary_vocational, false),
                      person({2000, 3}, east, Track::secondary_vocational, true),
                      person({2001, 4}, east, Track::secondary_vocational, true),
                      {.birth = {2001, 2}, .home = east}});
    world.census({2022, 3});
    EXPECT_DOUBLE_EQ(world.outcome("permeability")[1], 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(world.outcome("permeability_base")[1], 300.0);
    EXPECT_DOUBLE_EQ(world.outcome("permeability")[0], 0.0);
    EXPECT_DOUBLE_EQ(world.outcome("permeability_base")[0], 100.0);
    EXPECT_DOUBLE_EQ(world.outcome("permeability_by_sex")[0], 1.0 / 3.0);
    EXPECT_DOUBLE_EQ(world.outcome("permeability_by_sex")[1], 1.0);
    EXPECT_DOUBLE_EQ(world.outcome("permeability_by_ses")[3], 1.0);
    EXPECT_DOUBLE_EQ(world.outcome("permeability_by_hukou_base")[0], 400.0);
    world.census({2022, 4});
    EXPECT_TRUE(world.is_missing("permeability"));
}

Sketch student(ProgrammeId programme, std::uint8_t ses) {
    return {.state = State::enrolled, .birth = {2006, 1}, .ses = ses, .programme = programme};
}

// Each of them `copies` times.
std::vector<Sketch> many(const std::vector<Sketch>& people, int copies) {
    std::vector<Sketch> all;
    for (int i = 0; i < copies; ++i) {
        all.insert(all.end(), people.begin(), people.end());
    }
    return all;
}

TEST(SchoolSegregation, IsDissimilarityNetOfChance) {
    // The poor in one school, the others in another; all the rest must not count.
    SmallWorld apart(many({student(general_class, 90),
                           student(general_class, 40),
                           student(machining, 39),
                           student(cooking, 0),
                           student(college_course, 10),
                           student(bachelor_course, 95),
                           {.state = State::inactive, .ses = 5}},
                          15));
    apart.census({2023, 3});
    EXPECT_DOUBLE_EQ(apart.outcome("school_dissimilarity")[0], 1.0);
    EXPECT_DOUBLE_EQ(apart.outcome("school_segregation")[0], 1.0);
    // Two schools of n = 30, half of all poor: E|X − n/2| ÷ (2 n · ½ · ½) = C(n, n/2) ÷ 2^n.
    constexpr double chance = 155'117'520.0 / 1'073'741'824.0;
    EXPECT_NEAR(apart.outcome("school_dissimilarity_by_chance")[0], chance, 1e-12);
    EXPECT_DOUBLE_EQ(apart.outcome("school_segregation_base")[0], 6'000.0);
    EXPECT_TRUE(std::isnan(apart.outcome("school_segregation")[1]));
    // Half of each in both: as even as can be, evener than chance.
    const std::vector<Sketch> mixed{student(general_class, 90), student(general_class, 39),
                                    student(machining, 39), student(cooking, 90)};
    SmallWorld even(many(mixed, 15));
    even.census({2023, 3});
    EXPECT_DOUBLE_EQ(even.outcome("school_dissimilarity")[0], 0.0);
    EXPECT_NEAR(even.outcome("school_segregation")[0], -chance / (1.0 - chance), 1e-12);
    even.census({2023, 4});
    EXPECT_TRUE(even.is_missing("school_segregation"));
    // Rows of fewer than 30 agents: chance alone separates too much to tell.
    SmallWorld few(many(mixed, 14));
    few.census({2023, 3});
    EXPECT_TRUE(few.is_missing("school_segregation"));
    EXPECT_FALSE(few.is_missing("school_dissimilarity"));
}

TEST(ConcentrationIndex, RanksByFamily) {
    SmallWorld world({earner(west_one, 10'000, 10),
                      earner(east, 30'000, 90),
                      {.state = State::unemployed, .ses = 5}});
    world.census({2023, 1});
    // Two halves that hold 1 and 3: the Gini coefficient ¼.
    EXPECT_DOUBLE_EQ(world.outcome("wage_concentration_index")[0], 0.25);
    EXPECT_DOUBLE_EQ(world.outcome("wage_concentration_index_base")[0], 200.0);
    // One of two in the poorest fifth, none of one in the richest: −1/3.
    EXPECT_DOUBLE_EQ(world.outcome("unemployment_concentration_index")[0], -1.0 / 3.0);
    EXPECT_DOUBLE_EQ(world.outcome("unemployment_concentration_index_base")[0], 300.0);
}

// More rows than a chunk holds, so that partial counts are merged.
TEST(Census, CountsTheSameOnAnyNumberOfThreads) {
    constexpr std::size_t rows = 300'001;
    std::vector<Sketch> people(rows);
    std::array<std::int64_t, 2> employed{};
    std::int64_t wages = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        people[i].state = static_cast<State>(i * 7 % 5);
        people[i].city = CityId(i * 11 % 3);
        people[i].attained = static_cast<Attained>(i * 13 % 10);
        people[i].birth = sim::Quarter(1988, 1) + static_cast<int>(i * 17 % 56);
        people[i].ses = static_cast<std::uint8_t>(i * 19 % 100);
        people[i].completed = sim::Quarter(2019, 4) + static_cast<int>(i % 13);
        people[i].programme = machining;
        people[i].wage = static_cast<double>(i * 2'300 % 400'000);
        if (people[i].state == State::employed) {
            ++employed[people[i].city == east ? 1 : 0];
            wages += static_cast<std::int64_t>(people[i].wage);
        }
    }
    SmallWorld world(people);
    world.census({2022, 4});
    const auto hash = [&](const sim::Executor& executor) {
        Census census(world.setting(), world.world());
        census.bind(world.world());
        census.run({sim::Quarter(2022, 4), sim::Quarter(2022, 3), 1, 0, executor});
        return world.world().hash(executor);
    };
    const auto serial = sim::make_executor(sim::Backend::serial, 1);
    const auto threads = sim::make_executor(sim::Backend::tbb, 3);
    EXPECT_EQ(hash(*serial), hash(*threads));
    const auto& cells = world.table<WageCellTable>();
    EXPECT_EQ(cells.employed[0], employed[0]);
    EXPECT_EQ(cells.employed[1], employed[1]);
    const auto& group = world.table<GroupTable>();
    std::int64_t counted = 0;
    for (std::size_t g = 0; g < groups; ++g) {
        counted += group.wage_sum[g];
    }
    EXPECT_EQ(counted, wages);
}

}  // namespace
