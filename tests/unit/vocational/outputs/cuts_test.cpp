// SPDX-License-Identifier: Apache-2.0
// Cuts by field, sex, registration and family status of completers and what became of them.
#include <gtest/gtest.h>

#include "tests/unit/vocational/outputs/small_world.hpp"

namespace {

using namespace vocational_test;

constexpr std::size_t machines = sim::index_of(Field::equipment_manufacturing);
constexpr std::size_t health = sim::index_of(Field::health);

Sketch completer(State state, Sex sex, Field field, double wage = 0.0) {
    return {.state = state,
            .attained = Attained::secondary_vocational,
            .birth = {2004, 1},
            .sex = sex,
            .wage = wage,
            .completed = {2022, 2},
            .field = field,
            .job = Occupation::of(JobLevel::skilled_worker, Field::equipment_manufacturing),
            .programme = college_course};
}

std::vector<Sketch> completers() {
    Sketch away = completer(State::away, Sex::male, Field::health);
    away.hukou = Hukou::urban;
    away.ses = 99;
    return {completer(State::employed, Sex::female, Field::equipment_manufacturing, 40'000),
            completer(State::employed, Sex::male, Field::health, 60'000),
            completer(State::unemployed, Sex::male, Field::health),
            completer(State::enrolled, Sex::female, Field::equipment_manufacturing), away};
}

TEST(Cuts, GraduatesCountInTheirQuarterOnly) {
    SmallWorld world(completers());
    world.census({2022, 2});
    EXPECT_EQ(world.outcome("graduates_by_sex"), (std::vector<double>{200, 300}));
    EXPECT_EQ(world.outcome("graduates_by_hukou"), (std::vector<double>{400, 100}));
    EXPECT_EQ(world.outcome("graduates_by_ses"), (std::vector<double>{400, 0, 0, 0, 100}));
    EXPECT_EQ(world.outcome("graduates_by_field").at(health), 300.0);
    world.census({2022, 3});
    EXPECT_EQ(world.outcome("graduates_by_sex"), (std::vector<double>{0, 0}));
}

TEST(Cuts, WhatBecameOfThem) {
    SmallWorld world(completers());
    world.census({2022, 3});
    EXPECT_DOUBLE_EQ(world.outcome("placement_rate_by_sex").at(0), 1.0);
    EXPECT_DOUBLE_EQ(world.outcome("placement_rate_by_sex").at(1), 0.5);
    EXPECT_DOUBLE_EQ(world.outcome("placement_rate_by_field").at(machines), 1.0);
    EXPECT_DOUBLE_EQ(world.outcome("placement_rate_by_field").at(health), 0.5);
    EXPECT_DOUBLE_EQ(world.outcome("placement_rate_by_field_base").at(health), 200.0);
    EXPECT_DOUBLE_EQ(world.outcome("continuation_rate_by_sex").at(0), 0.5);
    EXPECT_DOUBLE_EQ(world.outcome("continuation_rate_by_sex").at(1), 0.0);
    EXPECT_DOUBLE_EQ(world.outcome("continuation_rate_by_sex_base").at(1), 300.0);
    EXPECT_DOUBLE_EQ(world.outcome("field_match_rate_by_field").at(machines), 1.0);
    EXPECT_DOUBLE_EQ(world.outcome("field_match_rate_by_field").at(health), 0.0);
    EXPECT_TRUE(std::isnan(world.outcome("field_match_rate_by_field").at(0)));
    world.census({2022, 4});
    EXPECT_DOUBLE_EQ(world.outcome("starting_wage_by_sex").at(0), 40'000.0);
    EXPECT_DOUBLE_EQ(world.outcome("starting_wage_by_field").at(health), 60'000.0);
    EXPECT_EQ(world.at("matched_graduates", western, Track::secondary_vocational), 100.0);
    EXPECT_TRUE(world.is_missing("placement_rate_by_sex"));
}

TEST(Cuts, FlowsAreThoseOfTheQuarter) {
    SmallWorld world;
    world.table<GroupFlowTable>().intake[group_of(Sex::male, Hukou::urban, 2).row()] = 3;
    world.table<GroupFlowTable>().dropouts[group_of(Sex::female, Hukou::rural, 0).row()] = 2;
    world.table<FieldFlowTable>().intake[health] = 4;
    world.table<ProgrammeTable>().field[cooking.row()] = Field::health;
    world.table<ProgrammeTable>().enrolled[cooking.row()] = 5;
    world.table<RouteCellTable>().entrants[route_cell(eastern, Entry::gaokao).row()] = 6;
    world.census({2022, 3});
    EXPECT_EQ(world.outcome("intake_by_ses"), (std::vector<double>{0, 0, 300, 0, 0}));
    EXPECT_EQ(world.outcome("dropouts_by_sex"), (std::vector<double>{200, 0}));
    EXPECT_EQ(world.outcome("intake_by_field").at(health), 400.0);
    EXPECT_EQ(world.outcome("enrolment_by_field").at(health), 500.0);
    EXPECT_EQ(world.outcome("entrants_by_route").at(route_cell(eastern, Entry::gaokao).row()),
              600.0);
}

}  // namespace
