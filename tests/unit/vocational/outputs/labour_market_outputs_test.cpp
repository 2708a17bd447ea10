// SPDX-License-Identifier: Apache-2.0
// What the labour market notes, counted by hand.
#include <gtest/gtest.h>

#include "models/vocational/agents/government.hpp"
#include "models/vocational/phases/census/skilled_pay.hpp"
#include "sim/matching/urn_ball.hpp"
#include "tests/unit/vocational/outputs/small_world.hpp"

namespace vocational_test {
namespace {

TEST(JobToJobMoves, AddUpOverCitiesOfAProvince) {
    SmallWorld world;
    auto& cells = world.table<MarketCellTable>();
    const auto moved = [&](CityId city, JobLevel level, std::int32_t people) {
        cells.job_changes[job_cell(city, Occupation::of(level, Field::health)).row()] = people;
    };
    moved(west_one, JobLevel::technician, 2);
    moved(west_two, JobLevel::technician, 3);
    moved(east, JobLevel::professional, 1);
    world.census({2023, 1});
    const std::vector<double> expected{0, 0, 500, 0, 0, 0, 0, 100};
    EXPECT_EQ(world.outcome("job_to_job_moves"), expected);
}

TEST(Hires, AddUpOverCitiesOfAProvince) {
    SmallWorld world;
    auto& cells = world.table<JobCellTable>();
    const auto hired = [&](CityId city, JobLevel level, Field field, std::int32_t people) {
        cells.hires[job_cell(city, Occupation::of(level, field)).row()] = people;
    };
    hired(west_one, JobLevel::skilled_worker, Field::health, 2);
    hired(west_two, JobLevel::skilled_worker, Field::transport, 3);
    hired(east, JobLevel::professional, Field::health, 1);
    world.census({2023, 1});
    const std::vector<double> expected{0, 500, 0, 0, 0, 0, 0, 100};
    EXPECT_EQ(world.outcome("hires"), expected);
}

TEST(LongTermUnemploymentShare, IsOfTheUnemployed) {
    const Sketch jobless{.state = State::unemployed, .city = east};
    SmallWorld world({jobless, jobless, jobless, jobless});
    world.table<LongSearchTable>().unemployed[labour_cell(eastern, Level::lower_secondary).row()] =
        1;
    world.census({2023, 1});
    const std::vector<double>& share = world.outcome("long_term_unemployment_share");
    EXPECT_DOUBLE_EQ(share[labour_cell(eastern, Level::lower_secondary).row()], 0.25);
    EXPECT_TRUE(std::isnan(share[labour_cell(western, Level::lower_secondary).row()]));
}

// Two cities of the West, all posts in one and all seekers in the other, beside the East, where
// both meet in one place.
TEST(HiresLostToMismatch, CompareWithOneMarketOfTheProvince) {
    SmallWorld world;
    auto& cities = world.table<CityMarketTable>();
    cities.applicants[west_one.row()] = 30.0;
    cities.posts[west_two.row()] = 20.0;
    cities.applicants[east.row()] = 30.0;
    cities.posts[east.row()] = 20.0;
    cities.matches[east.row()] = sim::expected_matches(30.0, 20.0);
    world.census({2023, 1});
    EXPECT_DOUBLE_EQ(world.outcome("hires_lost_to_mismatch")[0], 1.0);
    EXPECT_NEAR(world.outcome("hires_lost_to_mismatch")[1], 0.0, 1e-12);
    EXPECT_NEAR(world.outcome("hires_lost_to_mismatch_base")[0],
                people_per_agent * sim::expected_matches(30.0, 20.0), 1e-9);
}

// Three people of lower secondary and one associate with little experience, one of each with much;
// the few of a level decide what a step weighs: 3/4 and 1/2.
TEST(WagePremium, ComparesAtEqualPlaceAndExperience) {
    SmallWorld world;
    auto& cells = world.table<PremiumCellTable>();
    const auto note = [&](ProvinceId province, std::size_t step, Level level, std::int32_t people,
                          double log_wage) {
        const std::size_t row = premium_cell(province, step, level).row();
        cells.employed[row] = people;
        cells.log_wage_sum[row] = static_cast<std::int64_t>(people * log_wage * log_wage_steps);
    };
    note(western, 0, Level::lower_secondary, 3, 10.0);
    note(western, 0, Level::associate, 1, 10.5);
    note(western, 9, Level::lower_secondary, 1, 11.0);
    note(western, 9, Level::associate, 1, 11.25);
    note(western, 12, Level::associate, 5, 12.0);  // nobody to compare with
    note(eastern, 0, Level::lower_secondary, 4, 10.0);
    world.census({2023, 4});
    const std::vector<double>& premium = world.outcome("wage_premium");
    const auto at = [](ProvinceId province, Level level) {
        return labour_cell(province, level).row();
    };
    EXPECT_NEAR(premium[at(western, Level::associate)], (0.75 * 0.5 + 0.5 * 0.25) / 1.25, 1e-12);
    EXPECT_NEAR(world.outcome("wage_premium_base")[at(western, Level::associate)],
                1.25 * people_per_agent, 1e-9);
    EXPECT_TRUE(std::isnan(premium[at(western, Level::bachelor)]));
    EXPECT_TRUE(std::isnan(premium[at(eastern, Level::associate)]));
}

TEST(VocationalHireShare, ComparesChancesAtEqualSkill) {
    SmallWorld world;
    auto& cells = world.table<HireCellTable>();
    const auto note = [&](Credential credential, std::size_t step, std::int32_t applicants,
                          std::int32_t hires) {
        const std::size_t row = hire_cell(western, credential, step).row();
        cells.applicants[row] = applicants;
        cells.hires[row] = hires;
    };
    note(Credential::vocational, 2, 10, 1);  // chances 0.1 and 0.3
    note(Credential::other, 2, 100, 30);
    note(Credential::vocational, 5, 4, 2);  // 0.5 and 0.5
    note(Credential::other, 5, 20, 10);
    note(Credential::other, 7, 50, 50);  // nobody to compare with
    world.census({2023, 1});
    EXPECT_DOUBLE_EQ(world.outcome("vocational_hire_share")[0], (31.0 * 0.25 + 12.0 * 0.5) / 43.0);
    EXPECT_TRUE(std::isnan(world.outcome("vocational_hire_share")[1]));
}

TEST(SkilledWage, IsOfSkilledWorkersAndTechnicians) {
    const auto worker = [](JobLevel level, double wage) {
        return Sketch{.state = State::employed,
                      .city = east,
                      .wage = wage,
                      .job = Occupation::of(level, Field::health)};
    };
    SmallWorld world({worker(JobLevel::skilled_worker, 40'000),
                      worker(JobLevel::technician, 60'000),
                      worker(JobLevel::professional, 200'000)});
    SkilledPay phase(world.setting(), world.world());
    phase.bind(world.world());
    phase.run(world.tick_of({2022, 4}));
    world.census({2022, 4});
    EXPECT_DOUBLE_EQ(world.outcome("skilled_wage")[1], 50'000.0);
    EXPECT_DOUBLE_EQ(world.outcome("skilled_wage_base")[1], 200.0);
    world.census({2023, 1});
    EXPECT_TRUE(world.is_missing("skilled_wage"));
}

// Of five completers one works, one studies on, three do neither; a third of those is relabelled.
TEST(ReportedPlacementRate, CountsStudyAndRelabelling) {
    const auto leaver = [](State state) {
        return Sketch{.state = state,
                      .attained = Attained::secondary_vocational,
                      .completed = {2022, 2},
                      .programme = college_course};
    };
    SmallWorld world({leaver(State::employed), leaver(State::enrolled), leaver(State::unemployed),
                      leaver(State::unemployed), leaver(State::inactive)});
    world.table<GovernmentStateTable>().relabelled_share[government_of(western).row()] =
        1.0F / 3.0F;
    world.census({2022, 3});
    EXPECT_NEAR(world.at("reported_placement_rate", western, Track::secondary_vocational), 0.6,
                1e-7);
    EXPECT_DOUBLE_EQ(world.at("placement_rate", western, Track::secondary_vocational), 0.25);
    world.census({2022, 4});
    EXPECT_TRUE(world.is_missing("reported_placement_rate"));
}

}  // namespace
}  // namespace vocational_test
