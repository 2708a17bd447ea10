// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/teachers.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/unit/vocational/schools/school_world.hpp"

namespace vocational::testing {
namespace {

TEST(Experience, DecaysByATenthAYearAndMonthsRenewIt) {
    const TeachingParams params;
    double share = 0.5;
    for (int quarter = 0; quarter < 4; ++quarter) {
        share = renewed_experience(params, share, 0.0);
    }
    EXPECT_NEAR(share, 0.5 * 0.9, 1e-12);
    // Where a month a year is spent in enterprises T settles at (1/12) ÷ 0.1 a year.
    for (int quarter = 0; quarter < 800; ++quarter) {
        share = renewed_experience(params, share, 0.25);
    }
    const double decay = 1.0 - std::pow(0.9, 0.25);
    EXPECT_NEAR(share, 0.25 / 12.0 / decay, 1e-9);
}

TEST(Quitting, RisesWithPayOutside) {
    const SchoolBudgetParams params;
    EXPECT_NEAR(quit_probability(params, 0.0), 1.0 - std::pow(1.0 - 0.03, 0.25), 1e-12);
    const double odds = 0.03 / 0.97 * std::exp(2.0 * 0.2);
    EXPECT_NEAR(quit_probability(params, 0.2), 1.0 - std::pow(1.0 / (1.0 + odds), 0.25), 1e-12);
}

class TeachersTest : public ::testing::Test {
  protected:
    TeachersTest() : world_({{0}, {2}}) {
        for (std::size_t s = 0; s < 2; ++s) {
            world_.states.income[s] = 25'000'000;  // pay does not bind
        }
    }

    void quarters(int count) {
        Teachers phase(world_.setting, world_.norms, world_.params, world_.world);
        for (int i = 0; i < count; ++i) {
            world_.run(phase, SchoolWorld::later);
        }
    }

    SchoolWorld world_;
};

TEST_F(TeachersTest, AreHiredTowardsTheNorm) {
    world_.states.teachers[0] = 50.0;
    quarters(80);
    const double norm = 4'000.0 / world_.norms.staffing_norm(0, Track::secondary_vocational, 2022);
    EXPECT_GT(world_.states.teachers[0], 0.95 * norm);
    EXPECT_LT(world_.states.teachers[0], norm);  // some posts are always open
}

TEST_F(TeachersTest, AreNotHiredWithoutMoney) {
    world_.states.income[0] = 5'000'000;
    quarters(200);
    const double cost = world_.norms.teacher_cost(0, Track::secondary_vocational, 2023);
    EXPECT_LT(world_.states.teachers[0] * cost, 0.75 * 20e6);
    EXPECT_GT(world_.states.teachers[0] * cost, 0.70 * 20e6);
}

TEST_F(TeachersTest, PlacementInEnterprisesRaisesExperienceAndLeaksThroughTurnover) {
    const double before = static_cast<double>(world_.states.experienced[0]);
    world_.states.development[0] = 2'000'000;
    quarters(4);
    const auto with_money = static_cast<double>(world_.states.experienced[0]);
    EXPECT_GT(with_money, before);
    EXPECT_LT(static_cast<double>(world_.states.experienced[1]), before);
    world_.params.school_budget.quit_rate.assign(0.08);
    world_.states.experienced[0] = static_cast<float>(before);
    quarters(4);
    EXPECT_LT(static_cast<double>(world_.states.experienced[0]), with_money);
}

TEST_F(TeachersTest, HigherPaySupplementKeepsMore) {
    world_.states.pay_supplement[0] = 0.2F;
    world_.programmes.enrolled[0] = world_.programmes.enrolled[1] = 0;  // nobody is hired
    world_.programmes.enrolled[2] = world_.programmes.enrolled[3] = 0;
    world_.states.teachers[0] = world_.states.teachers[1] = 100.0;
    quarters(4);
    EXPECT_GT(world_.states.teachers[0], world_.states.teachers[1]);
}

}  // namespace
}  // namespace vocational::testing
