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

}  // namespace
