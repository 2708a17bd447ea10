// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/unit/vocational/outputs/small_world.hpp"

namespace {

using namespace vocational_test;

constexpr Track vocational_school = Track::secondary_vocational;

TEST(TrackFlows, ArePeople) {
    SmallWorld world;
    TrackCellTable& cells = world.cells();
    const std::size_t west = track_cell(western, vocational_school).row();
    const std::size_t east_cell = track_cell(eastern, Track::academic_bachelor).row();
    cells.applicants[west] = 1;
    cells.first_choices[west] = 2;
    cells.open_seats[west] = 3;
    cells.intake[west] = 4;
    cells.graduates[west] = 5;
    cells.dropouts[west] = 6;
    cells.transfers_in[west] = 7;
    cells.upgrade_entrants[east_cell] = 8;
    world.census({2023, 3});
    EXPECT_EQ(world.at("applicants", western, vocational_school), 100.0);
    EXPECT_EQ(world.at("first_choices", western, vocational_school), 200.0);
    EXPECT_EQ(world.at("seats", western, vocational_school), 300.0);
    EXPECT_EQ(world.at("intake", western, vocational_school), 400.0);
    EXPECT_EQ(world.at("graduates", western, vocational_school), 500.0);
    EXPECT_EQ(world.at("dropouts", western, vocational_school), 600.0);
    EXPECT_EQ(world.at("transfers_in", western, vocational_school), 700.0);
    EXPECT_EQ(world.at("upgrade_entrants", eastern, Track::academic_bachelor), 800.0);
    EXPECT_EQ(world.at("upgrade_entrants", western, Track::academic_bachelor), 0.0);
}

TEST(Means, AreSharesOfThoseWhoChooseAndOfThoseWhoListAGeneralSchool) {
    SmallWorld world;
    auto& means = world.table<MeansTable>();
    const std::size_t general = track_cell(western, Track::general_high).row();
    means.choosers[general] = 8;
    means.barred[general] = 2;
    means.general_only[general] = 3;
    world.cells().applicants[general] = 6;
    world.census({2023, 3});
    EXPECT_DOUBLE_EQ(world.at("unaffordable_share", western, Track::general_high), 0.25);
    EXPECT_DOUBLE_EQ(world.outcome("general_only_share")[western.row()], 0.5);
    EXPECT_TRUE(std::isnan(world.outcome("general_only_share")[eastern.row()]));
    world.census({2023, 4});
    EXPECT_TRUE(std::isnan(world.at("unaffordable_share", western, Track::general_high)));
}

TEST(Enrolment, IsBySchoolAndCutByGroup) {
    const Sketch machinist{.state = State::enrolled, .city = east, .programme = machining};
    Sketch cook = machinist;
    cook.programme = cooking;
    cook.sex = Sex::male;
    cook.ses = 45;
    Sketch pupil = machinist;
    pupil.programme = general_class;
    pupil.hukou = Hukou::urban;
    Sketch graduate = machinist;
    graduate.state = State::employed;
    SmallWorld world({machinist, cook, pupil, graduate});
    world.census({2022, 4});
    EXPECT_EQ(world.at("enrolment", western, vocational_school), 200.0);
    EXPECT_EQ(world.at("enrolment", western, Track::general_high), 100.0);
    EXPECT_EQ(world.at("enrolment", eastern, Track::higher_vocational), 0.0);
    EXPECT_EQ(world.at("agents", western, vocational_school), 2.0);
    EXPECT_EQ(world.outcome("enrolment_by_sex"), (std::vector<double>{200, 100}));
    EXPECT_EQ(world.outcome("enrolment_by_hukou"), (std::vector<double>{200, 100}));
    EXPECT_EQ(world.outcome("enrolment_by_ses"), (std::vector<double>{200, 0, 100, 0, 0}));
    EXPECT_DOUBLE_EQ(world.outcome("vocational_share")[0], 2.0 / 3.0);
    EXPECT_TRUE(std::isnan(world.outcome("vocational_share")[1]));
    EXPECT_DOUBLE_EQ(world.outcome("vocational_share_by_sex")[0], 0.5);
    EXPECT_DOUBLE_EQ(world.outcome("vocational_share_by_sex")[1], 1.0);
    EXPECT_DOUBLE_EQ(world.outcome("vocational_share_by_hukou")[1], 0.0);
    EXPECT_DOUBLE_EQ(world.outcome("vocational_share_by_ses_base")[0], 200.0);
}

TEST(Schools, AreSumsOfWeights) {
    SmallWorld world;
    world.census({2022, 4});
    EXPECT_DOUBLE_EQ(world.at("schools", western, vocational_school), 2.5);
    EXPECT_DOUBLE_EQ(world.at("schools", eastern, Track::higher_vocational), 4.0);
    EXPECT_DOUBLE_EQ(world.at("schools", eastern, vocational_school), 0.0);
}

TEST(GeneralIntakeShare, LooksAtUpperSecondaryOnly) {
    SmallWorld world;
    TrackCellTable& cells = world.cells();
    cells.intake[track_cell(western, Track::general_high).row()] = 6;
    cells.intake[track_cell(western, vocational_school).row()] = 3;
    cells.intake[track_cell(western, Track::technical_school).row()] = 2;
    cells.intake[track_cell(western, Track::comprehensive_high).row()] = 1;
    cells.intake[track_cell(western, Track::higher_vocational).row()] = 50;
    world.census({2023, 3});
    EXPECT_DOUBLE_EQ(world.outcome("general_intake_share")[0], 0.5);
    EXPECT_DOUBLE_EQ(world.outcome("general_intake_share_base")[0], 1200.0);
    EXPECT_TRUE(std::isnan(world.outcome("general_intake_share")[1]));
    world.census({2023, 4});
    EXPECT_TRUE(world.is_missing("general_intake_share"));
}

TEST(ContinuationRate, IsDueInTheThirdQuarter) {
    SmallWorld world;
    const std::size_t cell = track_cell(eastern, vocational_school).row();
    world.cells().completers_home[cell] = 8;
    world.cells().continuers_home[cell] = 6;
    world.census({2023, 2});
    EXPECT_TRUE(world.is_missing("continuation_rate"));
    world.census({2023, 3});
    EXPECT_DOUBLE_EQ(world.at("continuation_rate", eastern, vocational_school), 0.75);
    EXPECT_DOUBLE_EQ(world.at("continuation_rate_base", eastern, vocational_school), 800.0);
}

// Three years of entrants, each another number, then the graduates of each of them.
TEST(CompletionRate, MeetsGraduatesWithTheirOwnCohort) {
    SmallWorld world;
    TrackCellTable& cells = world.cells();
    const std::size_t school = track_cell(western, vocational_school).row();
    const std::size_t college = track_cell(western, Track::higher_vocational).row();
    const std::size_t bachelor = track_cell(western, Track::academic_bachelor).row();
    for (int year = 2020; year <= 2029; ++year) {
        cells.graduates[school] = 9 * (year - 2012);
        cells.graduates[college] = 12;
        cells.graduates[bachelor] = 30;
        world.census({year, 2});
        const double rate = world.at("completion_rate", western, vocational_school);
        if (year < 2023) {
            EXPECT_TRUE(std::isnan(rate));  // they entered before the first quarter
        } else {
            EXPECT_DOUBLE_EQ(rate, 9.0 * (year - 2012) / (10.0 * (year - 3 - 2009)));
            // Ten entrants three years ago; transfers two years ago, one more each year.
            EXPECT_DOUBLE_EQ(world.at("completion_rate", western, Track::higher_vocational),
                             12.0 / (10.0 + (year - 2 - 2015)));
        }
        if (year < 2024) {
            EXPECT_TRUE(std::isnan(world.at("completion_rate", western, Track::academic_bachelor)));
        } else {  // 20 entrants four years ago, upgraders two years ago
            EXPECT_DOUBLE_EQ(world.at("completion_rate", western, Track::academic_bachelor),
                             30.0 / (20.0 + (year - 2 - 2010)));
            EXPECT_DOUBLE_EQ(world.at("completion_rate_base", western, Track::academic_bachelor),
                             100.0 * (20 + year - 2 - 2010));
        }
        cells.intake[school] = 10 * (year - 2009);
        cells.intake[college] = 10;
        cells.transfers_in[college] = year - 2015;
        cells.intake[bachelor] = 20;
        cells.upgrade_entrants[bachelor] = year - 2010;
        world.census({year, 3});
        EXPECT_TRUE(world.is_missing("completion_rate"));
    }
}

TEST(PermeabilityPeriod, IsMovesOverLastYearsStudents) {
    SmallWorld world;
    auto& climbs = world.table<ClimbTable>();
    climbs.climbs[0] = 3;
    climbs.students_before[0] = 20;
    climbs.students[0] = 30;
    world.census({2023, 3});
    EXPECT_DOUBLE_EQ(world.outcome("permeability_period")[0], 0.15);
    EXPECT_EQ(world.outcome("permeability_period_base")[0], 2'000.0);
    EXPECT_TRUE(std::isnan(world.outcome("permeability_period")[1]));
    world.census({2023, 4});
    EXPECT_TRUE(world.is_missing("permeability_period"));
}

TEST(GeneralOfferShare, IsOfVocationalTracksAt15) {
    SmallWorld world;
    auto& ways = world.table<PathwayTable>();
    std::fill_n(ways.entrants.data(), ways.end_row(), 4);
    std::fill_n(ways.could_general.data(), ways.end_row(), 1);
    world.census({2023, 3});
    EXPECT_DOUBLE_EQ(world.at("general_offer_share", western, vocational_school), 0.25);
    EXPECT_DOUBLE_EQ(world.at("general_offer_share", western, Track::technical_school), 0.25);
    for (const Track track :
         {Track::general_high, Track::higher_vocational, Track::academic_bachelor}) {
        EXPECT_TRUE(std::isnan(world.at("general_offer_share", western, track)));
    }
}

TEST(PracticeHours, AreOfVocationalTracks) {
    SmallWorld world;
    auto& measures = world.table<SchoolMeasureTable>();
    std::fill_n(measures.students.data(), measures.end_row(), 4);
    std::fill_n(measures.practice_hours.data(), measures.end_row(), 1'000.0);
    world.census({2023, 3});
    EXPECT_DOUBLE_EQ(world.at("practice_hours_per_student", western, vocational_school), 250.0);
    EXPECT_TRUE(std::isnan(world.at("practice_hours_per_student", western, Track::general_high)));
}

TEST(Cities, HaveTheirOwnPrestigeQualityAndMoney) {
    const Sketch machinist{.state = State::enrolled, .city = east, .programme = machining};
    Sketch cook = machinist;
    cook.programme = cooking;
    SmallWorld world({machinist, machinist, cook});
    auto& teaching = world.table<TeachingTable>();
    teaching.quality[machining.row()] = 1.2F;
    teaching.quality[cooking.row()] = 0.9F;
    auto& states = world.table<SchoolStateTable>();
    states.served[1] = 3;
    states.pay[1] = 600'000;
    states.equipment[1] = 150'000;
    auto& standing = world.table<StandingTable>();
    const std::size_t cell = city_track(west_two, vocational_school).row();
    standing.is_known[cell] = 1;
    standing.prestige[cell] = -0.4;
    standing.campaign[cell] = 0.1;
    world.table<ProvinceTable>().cohort_share[western.row()] = 0.5;
    world.table<CityTable>().share[west_two.row()] = 0.5;
    world.census({2023, 1});
    const std::size_t at = west_two.row() * tracks + sim::index_of(vocational_school);
    EXPECT_NEAR(world.outcome("track_prestige_by_city")[at], -0.3, 1e-12);
    EXPECT_NEAR(world.outcome("programme_quality_by_city")[at], 1.1, 1e-6);
    EXPECT_DOUBLE_EQ(world.outcome("spending_per_student_by_city")[at], 10'000.0);
    EXPECT_TRUE(std::isnan(world.outcome("track_prestige_by_city")[0]));
}

}  // namespace
