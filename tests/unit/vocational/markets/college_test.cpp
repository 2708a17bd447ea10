// SPDX-License-Identifier: Apache-2.0
// The markets above upper secondary (4.3, 4.6): seats, not eligibility, carry people up; quotas by
// origin and by exam bind; scores decide by their weights; nobody is lost on the way.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/markets/college_entry.hpp"
#include "models/vocational/markets/upgrading.hpp"
#include "models/vocational/markets/work_entry.hpp"
#include "models/vocational/phases/graduation.hpp"
#include "models/vocational/phases/open_seats.hpp"
#include "models/vocational/phases/plan_seats.hpp"
#include "tests/unit/vocational/markets/college_world.hpp"

namespace vocational::testing {
namespace {

constexpr std::uint32_t a_city = 100;
constexpr Track college = Track::higher_vocational;

class CollegeTest : public ::testing::Test {
  protected:
    CollegeTest() : world_(std::make_unique<CollegeWorld>(a_city)) {}

    void complete_all(Track track) {
        for (std::size_t row = 0; row < world_->everybody(); ++row) {
            world_->complete(row, track);
        }
    }
    void admit() {
        world_->run_new<CollegeEntry>(CollegeWorld::autumn, world_->setting, world_->params,
                                      world_->world);
        EXPECT_EQ(world_->broken(), "");
    }
    void upgrade() {
        world_->run_new<Upgrading>(CollegeWorld::autumn, world_->setting, world_->params,
                                   world_->world);
        EXPECT_EQ(world_->broken(), "");
    }
    static std::size_t cell(std::size_t city, Track track) {
        return track_cell(ProvinceId(city), track).row();
    }

    std::unique_ptr<CollegeWorld> world_;
};

TEST_F(CollegeTest, EntrantsAreSeatsOrTheEligibleWhicheverAreFewer) {
    for (const std::int32_t seats : {0, 30, 70, 300}) {
        world_ = std::make_unique<CollegeWorld>(a_city);
        complete_all(Track::general_high);
        world_->open(0, college, seats);
        world_->open(1, college, seats);
        admit();
        EXPECT_EQ(world_->students(college), std::min(2 * seats, 200)) << seats;
        EXPECT_EQ(
            world_->cells().intake[cell(0, college)] + world_->cells().intake[cell(1, college)],
            world_->students(college));
    }
}

TEST_F(CollegeTest, EligibilityWithoutSeatsDoesNothing) {
    world_->open(0, college, 30);
    for (std::size_t row = 0; row < a_city; ++row) {
        world_->complete(row, Track::general_high);
    }
    admit();
    const std::int32_t before = world_->students(college);
    EXPECT_EQ(before, 30);
    world_ = std::make_unique<CollegeWorld>(a_city);
    world_->open(0, college, 30);
    complete_all(Track::general_high);
    admit();
    EXPECT_EQ(world_->students(college), before);
}

TEST_F(CollegeTest, TheHomeQuotaBinds) {
    world_->open(0, college, 100);
    complete_all(Track::general_high);
    for (std::size_t row = 0; row < a_city; ++row) {
        world_->persons().ability[row] = -2.0;  // those at home would lose on score
    }
    admit();
    // 60 reserved, and half of the other 40.
    EXPECT_NEAR(world_->students_from(0, college), 80, 1);
    EXPECT_NEAR(world_->students_from(1, college), 20, 1);
}

TEST_F(CollegeTest, TheExamsHaveTheirSharesOfSeats) {
    world_->open(0, college, 60);
    world_->cells().exam_share[cell(0, college)] = 0.3;
    complete_all(Track::general_high);
    for (std::size_t row = 0; row < world_->everybody(); row += 2) {
        world_->complete(row, Track::secondary_vocational);
    }
    admit();
    std::int32_t vocational = 0;
    for (std::size_t row = 0; row < world_->everybody(); row += 2) {
        vocational += world_->is_in(row, college) ? 1 : 0;
    }
    EXPECT_NEAR(vocational, 18, 1);
    EXPECT_EQ(world_->students(college), 60);
}

TEST_F(CollegeTest, TheVocationalExamTakesWhatTheGaokaoLeft) {
    world_->open(0, college, 60);
    world_->cells().exam_share[cell(0, college)] = 0.3;
    complete_all(Track::secondary_vocational);
    admit();
    EXPECT_EQ(world_->students(college), 60);
}

TEST_F(CollegeTest, TheWeightsOfTheExamDecide) {
    for (const double weight : {0.3, 0.7}) {
        world_ = std::make_unique<CollegeWorld>(a_city);
        world_->params.admission.exam_noise.assign(0.0);
        complete_all(Track::secondary_vocational);
        for (std::size_t row = 0; row < world_->everybody(); ++row) {
            const bool is_handy = row % 2 == 0;
            world_->persons().ability[row] = is_handy ? 0.0 : 1.0;
            world_->persons().general_skill[row] = is_handy ? 0.0 : 1.0;
            world_->persons().specific_skill[row] = is_handy ? 1.0 : 0.0;
        }
        for (std::size_t city = 0; city < 2; ++city) {
            world_->open(city, college, 50);
            world_->cells().exam_share[cell(city, college)] = 1.0;
            world_->world.table<ExamTable>().skill_weight[city] = weight;
        }
        admit();
        for (std::size_t row = 0; row < world_->everybody(); ++row) {
            EXPECT_EQ(world_->is_in(row, college), (row % 2 == 0) == (weight > 0.5)) << row;
        }
    }
}

// One seat in each province, half of it the exam's: one of the two, never none or both.
TEST_F(CollegeTest, SharesOfSeatsAreRoundedTogether) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        world_ = std::make_unique<CollegeWorld>(a_city);
        world_->setting.seed = seed;
        complete_all(Track::general_high);
        for (std::size_t row = 0; row < world_->everybody(); row += 2) {
            world_->complete(row, Track::secondary_vocational);
        }
        for (std::size_t city = 0; city < 2; ++city) {
            world_->open(city, college, 1);
            world_->cells().exam_share[cell(city, college)] = 0.5;
        }
        admit();
        std::int32_t vocational = 0;
        for (std::size_t row = 0; row < world_->everybody(); row += 2) {
            vocational += world_->is_in(row, college) ? 1 : 0;
        }
        EXPECT_EQ(vocational, 1);
        EXPECT_EQ(world_->students(college), 2);
    }
}

class ReapplyTest : public CollegeTest {
  protected:
    ReapplyTest() { world_->params.admission.reapply_share.assign(1.0); }
    // A market for 40 of the 200 who have completed; the others take jobs, seek or do neither.
    void refuse_most() {
        complete_all(Track::general_high);
        world_->open(0, college, 20);
        world_->open(1, college, 20);
        admit();
        for (std::size_t row = 0; row < world_->everybody(); ++row) {
            if (world_->persons().state[row] == State::enrolled) {
                continue;
            }
            if (row % 3 == 0) {
                world_->employ(row, JobLevel::skilled_worker);
            } else if (row % 3 == 1) {
                world_->persons().state[row] = State::inactive;
            }
        }
    }
    void admit_after(int years) {
        world_->open(0, college, 300);
        world_->open(1, college, 300);
        const sim::Quarter then = CollegeWorld::autumn + 4 * years;
        world_->run_new<CollegeEntry>(then, world_->setting, world_->params, world_->world);
        EXPECT_EQ(world_->broken(then), "");
    }
};

TEST_F(ReapplyTest, TheRefusedMayApplyOnceMoreWhateverTheyDo) {
    refuse_most();
    EXPECT_EQ(world_->students(college), 40);
    EXPECT_GT(world_->firms().headcount[0], 0);
    admit_after(1);
    EXPECT_EQ(world_->students(college), 200);
    EXPECT_EQ(world_->firms().headcount[0], 0);
    EXPECT_EQ(world_->firms().headcount[1], 0);
    for (std::size_t row = 0; row < world_->everybody(); ++row) {
        EXPECT_EQ(double{world_->persons().wage[row]}, 0.0);
    }
}

TEST_F(ReapplyTest, AtTheDeclaredShare) {
    world_->params.admission.reapply_share.assign(0.25);
    refuse_most();
    admit_after(1);
    EXPECT_NEAR(world_->students(college) - 40, 40.0, 3.0 * std::sqrt(160 * 0.25 * 0.75));
}

TEST_F(ReapplyTest, NotTwoYearsLater) {
    refuse_most();
    admit_after(2);
    EXPECT_EQ(world_->students(college), 40);
}

TEST_F(ReapplyTest, WhoDidNotApplyHasNothingToRepeat) {
    world_->params.choice.general_route.assign(-20.0);
    refuse_most();
    EXPECT_EQ(world_->students(college), 0);
    world_->params.choice.general_route.assign(20.0);
    admit_after(1);
    EXPECT_EQ(world_->students(college), 0);
}

TEST_F(CollegeTest, UpgradersEnterTheThirdYearUpToTheirPlaces) {
    complete_all(college);
    world_->cells().upgrade_places[cell(0, Track::applied_bachelor)] = 25.0;
    world_->cells().upgrade_places[cell(1, Track::academic_bachelor)] = 15.0;
    upgrade();
    EXPECT_EQ(world_->students(Track::applied_bachelor), 25);
    EXPECT_EQ(world_->students(Track::academic_bachelor), 15);
    EXPECT_EQ(world_->cells().upgrade_entrants[cell(0, Track::applied_bachelor)], 25);
    EXPECT_EQ(world_->cells().intake[cell(0, Track::applied_bachelor)], 0);
    for (std::size_t row = 0; row < world_->everybody(); ++row) {
        EXPECT_TRUE(world_->persons().state[row] != State::enrolled ||
                    world_->persons().duration[row] == 8);
    }
}

TEST_F(CollegeTest, UpgradingGoesByGainNetOfCostAndByWhatFamiliesCanPay) {
    const auto upgraders = [&](double log_wage, float cost) {
        world_ = std::make_unique<CollegeWorld>(a_city);
        world_->params.choice.upgrading_route.assign(0.0);
        complete_all(college);
        auto& outlook = world_->world.table<OutlookTable>();
        auto& reference = world_->world.table<ReferenceTable>();
        reference.has_outlook[sim::index_of(Track::academic_bachelor)] = 1;
        for (std::size_t city = 0; city < 2; ++city) {
            const std::size_t place = cell(city, Track::academic_bachelor);
            world_->cells().upgrade_places[place] = 1'000.0;
            outlook.is_known[place] = 1;
            outlook.log_wage[place] = log_wage;
            world_->world.table<FamilyCostTable>().fees[place] = cost;
        }
        upgrade();
        return world_->students(Track::academic_bachelor);
    };
    const std::int32_t usual = upgraders(0.0, 0.0F);
    EXPECT_GT(usual, 50);
    EXPECT_LT(usual, 150);
    EXPECT_GT(upgraders(1.0, 0.0F), usual + 10);
    EXPECT_LT(upgraders(0.0, 50'000.0F), usual - 10);
    EXPECT_EQ(upgraders(20.0, 1e7F), 0);  // nobody can pay
}

TEST_F(CollegeTest, WorkersWithExperienceTakeReservedSeatsAndLeaveTheirJobs) {
    world_->params.admission.adult_takeup.assign(0.5);
    complete_all(Track::secondary_vocational);
    for (std::size_t row = 0; row < world_->everybody(); ++row) {
        world_->employ(row);
        world_->persons().experience[row] = row % 2 == 0 ? 12 : 8;
    }
    world_->pathways().work_seats[cell(0, college)] = 20.0;
    world_->run_new<WorkEntry>(CollegeWorld::autumn, world_->setting, world_->params,
                               world_->world);
    EXPECT_EQ(world_->broken(), "");
    EXPECT_EQ(world_->students(college), 20);
    EXPECT_EQ(world_->firms().headcount[0] + world_->firms().headcount[1],
              static_cast<std::int32_t>(world_->everybody()) - 20);
    EXPECT_EQ(world_->cells().intake[cell(0, college)], 0);
    for (std::size_t row = 1; row < world_->everybody(); row += 2) {
        EXPECT_EQ(world_->persons().state[row], State::employed);  // too short a time
    }
}

TEST_F(CollegeTest, CompletionFreesExactlyTheCompleters) {
    world_->params.labour.away_service.assign(0.0);
    std::int32_t last_years = 0;
    for (std::size_t row = 0; row < world_->everybody(); ++row) {
        const auto quarters = static_cast<std::uint8_t>(row % 3 == 0 ? 12 : 8);
        world_->enrol(row, Track::secondary_vocational, quarters);
        last_years += quarters == 12 ? 1 : 0;
    }
    world_->run_new<Graduation>({CollegeWorld::year, 2}, world_->setting, world_->records,
                                world_->params, world_->world);
    EXPECT_EQ(world_->broken({CollegeWorld::year, 2}), "");
    EXPECT_EQ(world_->students(Track::secondary_vocational),
              static_cast<std::int32_t>(world_->everybody()) - last_years);
    const std::size_t first = cell(0, Track::secondary_vocational);
    const std::size_t second = cell(1, Track::secondary_vocational);
    EXPECT_EQ(world_->cells().graduates[first] + world_->cells().graduates[second], last_years);
    for (std::size_t row = 0; row < world_->everybody(); ++row) {
        EXPECT_EQ(world_->persons().attained[row] == Attained::secondary_vocational, row % 3 == 0);
        EXPECT_EQ(world_->persons().state[row], row % 3 == 0 ? State::unemployed : State::enrolled);
    }
}

TEST_F(CollegeTest, PlannedSeatsAreOpenedToOneInEveryProvince) {
    PlanSeats plan(world_->setting, world_->rules, world_->records);
    world_->run(plan, {CollegeWorld::entry_year, 3});
    world_->setting.scale = 3.0;
    world_->run_new<OpenSeats>({CollegeWorld::entry_year, 3}, world_->setting);
    std::int32_t all = 0;
    for (std::size_t city = 0; city < 2; ++city) {
        const std::size_t place = cell(city, Track::secondary_vocational);
        EXPECT_DOUBLE_EQ(world_->cells().seats[place], CollegeWorld::vocational_places);
        EXPECT_NEAR(world_->cells().open_seats[place], CollegeWorld::vocational_places / 3.0, 1.0);
        const std::size_t first = 2 * CollegeWorld::school(city, Track::secondary_vocational);
        EXPECT_EQ(world_->programmes().seats[first] + world_->programmes().seats[first + 1],
                  world_->cells().open_seats[place]);
        all += world_->cells().open_seats[place];
    }
    EXPECT_NEAR(all, 2 * CollegeWorld::vocational_places / 3.0, 1.0);
}

}  // namespace
}  // namespace vocational::testing
