// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/unit/vocational/outputs/small_world.hpp"

namespace {

using namespace vocational_test;

constexpr sim::Quarter june_2022{2022, 2};
constexpr auto skilled_machinist =
    Occupation::of(JobLevel::skilled_worker, Field::equipment_manufacturing);
constexpr auto unskilled = Occupation::of(JobLevel::elementary, Field::general);

// Six leavers of June 2022, one who studies on, one older worker.
std::vector<Sketch> leavers() {
    const Sketch machinist{.city = west_two,
                           .attained = Attained::secondary_vocational,
                           .completed = june_2022,
                           .field = Field::equipment_manufacturing};
    Sketch matched = machinist;
    matched.state = State::employed;
    matched.wage = 40'000;
    matched.job = skilled_machinist;
    Sketch unmatched = matched;
    unmatched.wage = 30'000;
    unmatched.job = unskilled;
    Sketch jobless = machinist;
    jobless.state = State::unemployed;
    Sketch resting = machinist;
    resting.state = State::inactive;
    Sketch studying = machinist;
    studying.state = State::enrolled;
    studying.programme = college_course;
    Sketch soldier = machinist;
    soldier.state = State::away;
    Sketch mover = matched;  // found work in the other province
    mover.city = east;
    mover.wage = 50'000;
    Sketch earlier = matched;  // completed 12 quarters before 2022Q3
    earlier.completed = {2019, 3};
    Sketch long_ago = matched;
    long_ago.completed = {2019, 2};
    return {matched, unmatched, jobless, resting, studying, soldier, mover, earlier, long_ago};
}

TEST(PlacementRate, LeavesOutThoseWhoStudyOnOrAreAway) {
    SmallWorld world(leavers());
    world.census({2022, 3});
    const Track track = Track::secondary_vocational;
    EXPECT_DOUBLE_EQ(world.at("placement_rate", western, track), 2.0 / 4.0);
    EXPECT_DOUBLE_EQ(world.at("placement_rate_base", western, track), 400.0);
    EXPECT_DOUBLE_EQ(world.at("placement_rate", eastern, track), 1.0);
    EXPECT_DOUBLE_EQ(world.at("placement_rate_base", eastern, track), 100.0);
    EXPECT_TRUE(std::isnan(world.at("placement_rate", western, Track::higher_vocational)));
    EXPECT_TRUE(world.is_missing("placement_rate_two_quarters"));
    EXPECT_TRUE(world.is_missing("starting_wage"));
}

TEST(StartingWage, IsDueInTheFourthQuarter) {
    SmallWorld world(leavers());
    world.census({2022, 4});
    const Track track = Track::secondary_vocational;
    EXPECT_TRUE(world.is_missing("placement_rate"));
    EXPECT_DOUBLE_EQ(world.at("placement_rate_two_quarters", western, track), 0.5);
    EXPECT_DOUBLE_EQ(world.at("starting_wage", western, track), 35'000.0);
    EXPECT_DOUBLE_EQ(world.at("starting_wage_base", western, track), 200.0);
    EXPECT_DOUBLE_EQ(world.at("starting_wage", eastern, track), 50'000.0);
    world.census({2023, 4});  // nobody completed in June 2023
    EXPECT_TRUE(world.is_missing("starting_wage"));
}

TEST(MatchRates, LookAtTwelveQuartersSinceCompletion) {
    SmallWorld world(leavers());
    world.census({2022, 3});
    const Track track = Track::secondary_vocational;
    // In the west: matched, unmatched and the one of 2019Q3; not the one before.
    EXPECT_DOUBLE_EQ(world.at("field_match_rate", western, track), 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(world.at("level_match_rate", western, track), 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(world.at("level_match_rate_base", western, track), 300.0);
    world.census({2022, 4});
    EXPECT_DOUBLE_EQ(world.at("level_match_rate_base", western, track), 200.0);
}

TEST(MatchRates, EachLevelHasItsJob) {
    std::vector<Sketch> people;
    const std::array<std::pair<Attained, JobLevel>, 4> pairs{
        {{Attained::general_high, JobLevel::skilled_worker},
         {Attained::higher_vocational, JobLevel::technician},
         {Attained::academic_bachelor, JobLevel::professional},
         {Attained::applied_bachelor, JobLevel::technician}}};
    for (const auto& [attained, job] : pairs) {
        people.push_back({.state = State::employed,
                          .attained = attained,
                          .completed = {2022, 2},
                          .job = Occupation::of(job, Field::health)});
    }
    SmallWorld world(people);
    world.census({2022, 3});
    EXPECT_EQ(world.at("level_match_rate", western, Track::general_high), 1.0);
    EXPECT_EQ(world.at("level_match_rate", western, Track::higher_vocational), 1.0);
    EXPECT_EQ(world.at("level_match_rate", western, Track::academic_bachelor), 1.0);
    EXPECT_EQ(world.at("level_match_rate", western, Track::applied_bachelor), 0.0);
    // None of them has a field, so the field's rate has no base.
    EXPECT_TRUE(world.is_missing("field_match_rate"));
}

TEST(LabourRates, CountResidentsOutOfSchool) {
    const Sketch worker{.state = State::employed,
                        .city = east,
                        .attained = Attained::higher_vocational,
                        .sex = Sex::male,
                        .hukou = Hukou::urban,
                        .ses = 99,
                        .wage = 60'000};
    Sketch woman = worker;
    woman.sex = Sex::female;
    woman.wage = 40'000;
    woman.ses = 20;
    Sketch jobless = worker;
    jobless.state = State::unemployed;
    jobless.wage = 0;
    jobless.ses = 19;
    Sketch resting = jobless;
    resting.state = State::inactive;
    Sketch pupil = jobless;
    pupil.state = State::enrolled;
    pupil.programme = bachelor_course;
    Sketch soldier = jobless;
    soldier.state = State::away;
    SmallWorld world({worker, woman, jobless, resting, pupil, soldier});
    world.census({2022, 1});
    const Level level = Level::associate;
    EXPECT_DOUBLE_EQ(world.at("employment_rate", eastern, level), 2.0 / 4.0);
    EXPECT_DOUBLE_EQ(world.at("employment_rate_base", eastern, level), 400.0);
    EXPECT_DOUBLE_EQ(world.at("unemployment_rate", eastern, level), 1.0 / 3.0);
    EXPECT_DOUBLE_EQ(world.at("participation_rate", eastern, level), 3.0 / 4.0);
    EXPECT_DOUBLE_EQ(world.at("wage", eastern, level), 50'000.0);
    EXPECT_DOUBLE_EQ(world.at("wage_base", eastern, level), 200.0);
    EXPECT_TRUE(std::isnan(world.at("wage", western, level)));
    EXPECT_EQ(world.table<ProvinceTable>().residents[1], 4.0);
    EXPECT_EQ(world.table<ProvinceTable>().residents[0], 0.0);
    // Cuts: female 0, male 1; rural 0, urban 1; fifths of status.
    EXPECT_DOUBLE_EQ(world.outcome("wage_by_sex")[0], 40'000.0);
    EXPECT_DOUBLE_EQ(world.outcome("wage_by_sex")[1], 60'000.0);
    EXPECT_TRUE(std::isnan(world.outcome("wage_by_hukou")[0]));
    EXPECT_DOUBLE_EQ(world.outcome("wage_by_hukou")[1], 50'000.0);
    EXPECT_DOUBLE_EQ(world.outcome("wage_by_ses")[1], 40'000.0);
    EXPECT_DOUBLE_EQ(world.outcome("wage_by_ses")[4], 60'000.0);
    EXPECT_DOUBLE_EQ(world.outcome("unemployment_rate_by_sex")[1], 0.5);
    EXPECT_DOUBLE_EQ(world.outcome("unemployment_rate_by_ses")[0], 1.0);
    EXPECT_DOUBLE_EQ(world.outcome("participation_rate_by_sex")[1], 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(world.outcome("employment_rate_by_hukou_base")[1], 400.0);
}

TEST(Residents, AreNotedUntilTheAdmissionOfTheStartYear) {
    SmallWorld world({{.state = State::unemployed}, {.state = State::employed, .city = east}});
    auto& provinces = world.table<ProvinceTable>();
    world.census({2022, 2});
    EXPECT_EQ(provinces.residents_at_base[0], 1.0);
    world.table<PersonTable>().present_city[0] = east;
    world.census({2022, 3});
    EXPECT_EQ(provinces.residents_at_base[0], 0.0);
    EXPECT_EQ(provinces.residents_at_base[1], 2.0);
    world.table<PersonTable>().present_city[0] = west_two;
    world.census({2022, 4});
    EXPECT_EQ(provinces.residents[0], 1.0);
    EXPECT_EQ(provinces.residents_at_base[0], 0.0);
    EXPECT_EQ(provinces.residents_at_base[1], 2.0);
}

TEST(Vacancies, AreThoseLeftAfterMatching) {
    SmallWorld world;
    auto& jobs = world.table<JobCellTable>();
    const auto open = [&](CityId city, JobLevel level, Field field, std::int32_t vacancies,
                          std::int32_t hires, std::int32_t seekers) {
        const std::size_t row = job_cell(city, Occupation::of(level, field)).row();
        jobs.vacancies[row] = vacancies;
        jobs.hires[row] = hires;
        jobs.seekers[row] = seekers;
        world.table<MarketCellTable>().open[row] = vacancies - hires;
    };
    open(west_one, JobLevel::skilled_worker, Field::transport, 10, 4, 5);
    open(west_two, JobLevel::technician, Field::health, 6, 6, 20);
    open(west_two, JobLevel::elementary, Field::general, 4, 1, 7);
    open(east, JobLevel::professional, Field::health, 3, 1, 1);
    world.census({2023, 1});
    const std::vector<double> west_then_east{300, 600, 0, 0, 0, 0, 0, 200};
    EXPECT_EQ(world.outcome("vacancies"), west_then_east);
    EXPECT_DOUBLE_EQ(world.outcome("unfilled_skilled_vacancy_share")[0], 6.0 / 16.0);
    EXPECT_DOUBLE_EQ(world.outcome("unfilled_skilled_vacancy_share_base")[0], 1600.0);
    EXPECT_TRUE(std::isnan(world.outcome("unfilled_skilled_vacancy_share")[1]));
    EXPECT_DOUBLE_EQ(world.outcome("tightness")[0], 20.0 / 32.0);
    EXPECT_DOUBLE_EQ(world.outcome("tightness")[1], 3.0);
    EXPECT_DOUBLE_EQ(world.outcome("tightness_base")[1], 100.0);
}

// Leavers: West 4 machinists, East 1. Vacancies: West 3 machinists, 1 cook's; East 4 machinists.
TEST(FieldRegionDistance, IsHalfTheDifferenceOfTheDistributions) {
    SmallWorld world(leavers());
    auto& jobs = world.table<JobCellTable>();
    const auto open = [&](CityId city, JobLevel level, Field field, std::int32_t vacancies) {
        jobs.vacancies[job_cell(city, Occupation::of(level, field)).row()] = vacancies;
    };
    open(west_one, JobLevel::skilled_worker, Field::equipment_manufacturing, 2);
    open(west_two, JobLevel::technician, Field::equipment_manufacturing, 1);
    open(west_two, JobLevel::technician, Field::tourism, 1);
    open(west_two, JobLevel::professional, Field::health, 50);  // not skilled work
    open(east, JobLevel::skilled_worker, Field::equipment_manufacturing, 4);
    world.census({2022, 3});
    const double expected =
        0.5 * (std::abs(0.8 - 0.375) + std::abs(0.0 - 0.125) + std::abs(0.2 - 0.5));
    EXPECT_DOUBLE_EQ(world.outcome("field_region_distance")[0], expected);
    EXPECT_DOUBLE_EQ(world.outcome("field_region_distance_base")[0], 500.0);
    EXPECT_DOUBLE_EQ(world.outcome("field_distance")[0], 0.25);
    EXPECT_DOUBLE_EQ(world.outcome("field_distance")[1], 0.0);
    world.census({2022, 4});
    EXPECT_TRUE(world.is_missing("field_region_distance"));
}

}  // namespace
