// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/unit/vocational/outputs/small_world.hpp"

namespace {

using namespace vocational_test;

constexpr auto machinist = Occupation::of(JobLevel::skilled_worker, Field::equipment_manufacturing);

Sketch worker(sim::Quarter completed, double wage, CityId city = west_one) {
    return {.state = State::employed,
            .city = city,
            .attained = Attained::secondary_vocational,
            .wage = wage,
            .completed = completed,
            .field = Field::equipment_manufacturing,
            .job = machinist,
            .specific_skill = wage / 20'000.0};
}

double wage_after(const SmallWorld& world, ProvinceId province, std::size_t year) {
    return world.outcome("wage_after_years")
        .at(career_cell(province, year, Track::secondary_vocational).row());
}

TEST(WageAfterYears, LooksAtThoseWhoCompletedExactlyThatLongAgo) {
    Sketch jobless = worker({2021, 2}, 0.0);
    jobless.state = State::unemployed;
    SmallWorld world({worker({2021, 2}, 40'000), worker({2021, 2}, 50'000), jobless,
                      worker({2019, 2}, 60'000), worker({2017, 2}, 70'000, east),
                      worker({2012, 2}, 80'000), worker({2020, 2}, 99'000)});
    world.census({2022, 2});
    EXPECT_DOUBLE_EQ(wage_after(world, western, 0), 45'000.0);
    EXPECT_DOUBLE_EQ(wage_after(world, western, 1), 60'000.0);
    EXPECT_TRUE(std::isnan(wage_after(world, western, 2)));
    EXPECT_DOUBLE_EQ(wage_after(world, eastern, 2), 70'000.0);
    EXPECT_DOUBLE_EQ(wage_after(world, western, 3), 80'000.0);
    EXPECT_DOUBLE_EQ(world.outcome("wage_after_years_base")
                         .at(career_cell(western, 0, Track::secondary_vocational).row()),
                     200.0);
    world.census({2022, 3});
    EXPECT_TRUE(world.is_missing("wage_after_years"));
}

TEST(WorkerSkill, IsTheMeanOfTheEmployedWhoHaveAField) {
    Sketch general = worker({2021, 2}, 90'000);
    general.attained = Attained::general_high;
    general.field = Field::general;
    SmallWorld world({worker({2021, 2}, 20'000), worker({2010, 2}, 60'000),
                      worker({2010, 2}, 80'000, east), general});
    world.census({2022, 2});
    EXPECT_DOUBLE_EQ(world.outcome("worker_skill").at(western.row()), 2.0);
    EXPECT_DOUBLE_EQ(world.outcome("worker_skill").at(eastern.row()), 4.0);
    EXPECT_DOUBLE_EQ(world.outcome("worker_skill_base").at(western.row()), 200.0);
    EXPECT_DOUBLE_EQ(
        world.outcome("worker_skill_by_field").at(sim::index_of(Field::equipment_manufacturing)),
        (2.0 * 2.0 + 4.0) / 3.0);
    EXPECT_TRUE(
        std::isnan(world.outcome("worker_skill_by_field").at(sim::index_of(Field::health))));
}

Sketch at_age(int age, Attained attained, double wage) {
    Sketch one = worker({2010, 2}, wage);
    one.birth = sim::Quarter(2022 - age, 2);
    one.attained = attained;
    one.state = wage > 0.0 ? State::employed : State::unemployed;
    return one;
}

std::size_t age_of(std::size_t band, Track track) {
    return age_cell(band, track).row();
}

TEST(LifeCycle, ShowsWagesAndWorkByAgeAndTrack) {
    Sketch pupil = at_age(22, Attained::secondary_vocational, 0.0);
    pupil.state = State::enrolled;
    pupil.programme = college_course;
    Sketch fresh = at_age(22, Attained::secondary_vocational, 0.0);
    fresh.completed = {2022, 2};
    SmallWorld world({at_age(22, Attained::secondary_vocational, 40'000),
                      at_age(24, Attained::secondary_vocational, 60'000),
                      at_age(22, Attained::secondary_vocational, 0.0), pupil, fresh,
                      at_age(59, Attained::general_high, 70'000)});
    world.census({2022, 2});
    const std::size_t young = age_of(1, Track::secondary_vocational);
    EXPECT_DOUBLE_EQ(world.outcome("wage_by_age").at(young), 50'000.0);
    EXPECT_DOUBLE_EQ(world.outcome("employment_rate_by_age").at(young), 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(world.outcome("employment_rate_by_age_base").at(young), 300.0);
    EXPECT_DOUBLE_EQ(world.outcome("wage_by_age").at(age_of(8, Track::general_high)), 70'000.0);
    EXPECT_TRUE(world.is_missing("wage_crossover_age"));
    world.census({2022, 3});
    EXPECT_TRUE(world.is_missing("wage_by_age"));
}

TEST(LifeCycle, CrossesWhereVocationalPayFallsBehind) {
    const auto crossing = [](std::array<double, 3> vocational) {
        std::vector<Sketch> people;
        for (std::size_t i = 0; i < vocational.size(); ++i) {
            const int age = 22 + 5 * static_cast<int>(i);
            people.push_back(at_age(age, Attained::secondary_vocational, vocational[i]));
            people.push_back(at_age(age, Attained::general_high, 50'000));
        }
        SmallWorld world(people);
        world.census({2022, 2});
        return world.outcome("wage_crossover_age").at(0);
    };
    // 10 % ahead in the middle of 20 to 24, 10 % behind in the middle of 25 to 29.
    EXPECT_NEAR(crossing({55'000, 45'000, 40'000}), 25.0, 1e-9);
    EXPECT_NEAR(crossing({45'000, 60'000, 40'000}), 27.5 + 5.0 * 0.5, 1e-9);  // the last time
    EXPECT_TRUE(std::isnan(crossing({55'000, 55'000, 55'000})));
    EXPECT_TRUE(std::isnan(crossing({45'000, 45'000, 45'000})));
}

}  // namespace
