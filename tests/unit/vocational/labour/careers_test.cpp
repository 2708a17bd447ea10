// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/careers.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

constexpr sim::Quarter now = LabourWorld::now;
constexpr Field machines = Field::equipment_manufacturing;
constexpr Occupation skilled = Occupation::of(JobLevel::skilled_worker, machines);

class CareersTest : public ::testing::Test {
  protected:
    CareersTest()
        : economy_(4, {{0, manufacturing, false, 100}, {0, services, true, 100}}),
          phase_(economy_.setting, economy_.params, economy_.wages, economy_.world) {
        while ((now - economy_.setting.cohorts.segment_of(due_).birth) % 4 != 0) {
            ++due_;
        }
    }

    LabourWorld economy_;
    Careers phase_;
    std::size_t due_ = 0;  // a person whose birthday it is
};

TEST_F(CareersTest, WagesFollowExperienceAndSkillLeft) {
    PersonTable& p = economy_.persons;
    economy_.employ(due_, 0, skilled, 80'000.0);
    p.field[due_] = machines;
    p.duration[due_] = 12;
    p.experience[due_] = 30;
    p.general_skill[due_] = 1.0;
    p.specific_skill[due_] = 2.0;
    economy_.run(phase_, now);
    EXPECT_NEAR(p.general_skill[due_], 1.0 - 0.006, 1.0 / 8192);
    EXPECT_NEAR(p.specific_skill[due_], 2.0 * (1.0 - 0.02), 1.0 / 8192);
    const Worker before{p.attained[due_], machines, 1.0, 2.0};
    const Worker after{p.attained[due_], machines, p.general_skill[due_], p.specific_skill[due_]};
    const double growth =
        economy_.wages.experience_profile(30.0) - economy_.wages.experience_profile(26.0) +
        economy_.wages.skill_pay(after, skilled) - economy_.wages.skill_pay(before, skilled);
    EXPECT_NEAR(p.wage[due_], 80'000.0 * std::exp(growth), 50.1);
    EXPECT_GT(p.wage[due_], 80'000.0);
}

TEST_F(CareersTest, AYoungJobGrowsByItsOwnQuartersOnly) {
    economy_.employ(due_, 0, skilled, 80'000.0);
    economy_.persons.duration[due_] = 1;
    economy_.persons.experience[due_] = 1;
    economy_.run(phase_, now);
    EXPECT_NEAR(economy_.persons.wage[due_],
                80'000.0 * std::exp(economy_.wages.experience_profile(1.0)), 50.1);
}

TEST_F(CareersTest, OnlyOnBirthdaysOnlyOutOfSchoolOnlyFormalJobs) {
    PersonTable& p = economy_.persons;
    for (std::size_t row = 0; row < p.end_row(); ++row) {
        p.general_skill[row] = 3.0;
    }
    economy_.employ(due_, 1, skilled, 40'000.0);
    p.duration[due_] = 8;
    p.experience[due_] = 8;
    p.state[due_ + 1] = State::enrolled;
    p.state[due_ + 2] = State::away;
    economy_.run(phase_, now);
    EXPECT_EQ(p.wage[due_], 40'000.0);  // pooled income has no profile
    EXPECT_EQ(p.general_skill[due_ + 1], 3.0);
    EXPECT_LT(p.general_skill[due_ + 2], 3.0);
    for (std::size_t row = 0; row < p.end_row(); ++row) {
        if ((now - economy_.setting.cohorts.segment_of(row).birth) % 4 != 0) {
            EXPECT_EQ(p.general_skill[row], 3.0);
        }
    }
}

TEST_F(CareersTest, SkillsFadeTowardsZeroFromBothSides) {
    economy_.persons.general_skill[due_] = -2.0;
    economy_.run(phase_, now);
    EXPECT_NEAR(economy_.persons.general_skill[due_], -2.0 * (1.0 - 0.006), 1.0 / 8192);
}

}  // namespace
}  // namespace vocational::testing
