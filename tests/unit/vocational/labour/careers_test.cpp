// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/careers.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/agents/skill_gain.hpp"
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
          phase_(economy_.setting, economy_.records, economy_.params, economy_.wages,
                 economy_.world) {
        while ((now - economy_.setting.cohorts.segment_of(due_).birth) % 4 != 0) {
            ++due_;
        }
    }

    // Of the field `machines` in a year, of a skill so many years behind.
    double obsolescence(int behind = 20) const {
        return economy_.params.career.obsolescence * behind *
               SectorPace(economy_.params.firm, economy_.records).of_field(machines);
    }
    // Specific skill on the birthday of somebody employed in the field, with 2 before.
    double skill_after_a_year(int vintage = 2000) {
        PersonTable& p = economy_.persons;
        economy_.employ(due_, 0, skilled, 80'000.0);
        p.field[due_] = machines;
        p.specific_skill[due_] = 2.0;
        p.skill_vintage[due_] = static_cast<std::uint8_t>(vintage & 255);
        economy_.run(phase_, now);
        return p.specific_skill[due_];
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
    p.skill_vintage[due_] = 2000 & 255;
    economy_.run(phase_, now);
    EXPECT_NEAR(p.general_skill[due_], 1.0 - 0.006, 1.0 / 8192);
    EXPECT_NEAR(p.specific_skill[due_], 2.0 * (1.0 - 0.02 - obsolescence()), 1.0 / 8192);
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

TEST_F(CareersTest, TechnologyMakesSkillObsoleteUnlessItLasts) {
    EXPECT_NEAR(obsolescence(), 0.03 * 20.0 * 0.03, 1e-12);  // industry alone uses the field
    EXPECT_NEAR(skill_after_a_year(), 2.0 * (1.0 - 0.02 - 0.018), 1.0 / 8192);
    EXPECT_NEAR(skill_after_a_year(1980), 2.0 * (1.0 - 0.02 - 0.036), 1.0 / 8192);
    EXPECT_NEAR(skill_after_a_year(2020), 2.0 * (1.0 - 0.02), 1.0 / 8192);
    economy_.params.structures.life_cycle.assign("lasting");
    EXPECT_NEAR(skill_after_a_year(), 2.0 * (1.0 - 0.02), 1.0 / 8192);
}

// Year i of n takes 1 − d − κ · pace · (years behind at first + i).
TEST_F(CareersTest, SkillOfOldVintageGoesEverFaster) {
    constexpr int years = 12;
    double expected = skill_after_a_year(2010);
    for (int i = 1; i < years; ++i) {
        economy_.run(phase_, now + 4 * i);
        expected *= 1.0 - 0.02 - obsolescence(10 + i);
    }
    EXPECT_NEAR(economy_.persons.specific_skill[due_], expected, years / 4096.0);
    EXPECT_EQ(economy_.persons.skill_vintage[due_], 2010 & 255);
}

TEST_F(CareersTest, TrainingKeepsSkillUpToDate) {
    economy_.persons.firm_bound[due_] = 0.25;
    economy_.world.table<EmployeeTrainingTable>()
        .coverage[field_cell(ProvinceId(0), machines).row()] = 1.0F;
    const double gain = economy_.params.career.training_gain;
    EXPECT_NEAR(skill_after_a_year(2010), 2.0 * (1.0 - 0.02) + gain, 1.0 / 4096);
    EXPECT_NEAR(economy_.persons.firm_bound[due_], 0.25 * 1.96 / (1.96 + gain), 1.0 / 1024);
    EXPECT_EQ(economy_.persons.skill_vintage[due_],
              mixed_vintage(2010 & 255, 2.0 * 0.98, gain, now.year()));
}

TEST_F(CareersTest, TrainingReachesTheEmployedOfTheFieldAlone) {
    economy_.world.table<EmployeeTrainingTable>()
        .coverage[field_cell(ProvinceId(0), Field::health).row()] = 1.0F;
    EXPECT_NEAR(skill_after_a_year(), 2.0 * (1.0 - 0.02 - obsolescence()), 1.0 / 8192);
    economy_.persons.state[due_] = State::unemployed;
    economy_.persons.field[due_] = Field::health;
    economy_.persons.specific_skill[due_] = 2.0;
    economy_.run(phase_, now);
    EXPECT_LT(economy_.persons.specific_skill[due_], 2.0);
}

TEST_F(CareersTest, PayFollowsThePathSinceTheLastBirthdayOrTheHire) {
    auto& paths = economy_.world.table<PayPathTable>();
    const std::size_t group = pay_path(ProvinceId(0), JobLevel::skilled_worker).row();
    paths.now[group] = 0.2;
    paths.ago_1[group] = 0.15;
    paths.ago_4[group] = 0.1;
    const std::size_t pool = pool_path(ProvinceId(0)).row();
    paths.now[pool] = 0.3;
    PersonTable& p = economy_.persons;
    economy_.employ(due_, 0, skilled, 80'000.0);
    p.duration[due_] = 1;
    economy_.employ(due_ + 1, 0, skilled, 80'000.0);
    p.duration[due_ + 1] = 30;
    economy_.employ(due_ + 2, 1, Occupation::of(JobLevel::elementary, Field::general), 40'000.0);
    p.duration[due_ + 2] = 4;
    economy_.run(phase_, now);
    EXPECT_NEAR(p.wage[due_], 80'000.0 * std::exp(0.05), 50.1);
    EXPECT_NEAR(p.wage[due_ + 1], 80'000.0 * std::exp(0.1), 50.1);
    EXPECT_NEAR(p.wage[due_ + 2], 40'000.0 * std::exp(0.3), 50.1);
}

TEST_F(CareersTest, SkillsFadeTowardsZeroFromBothSides) {
    economy_.persons.general_skill[due_] = -2.0;
    economy_.run(phase_, now);
    EXPECT_NEAR(economy_.persons.general_skill[due_], -2.0 * (1.0 - 0.006), 1.0 / 8192);
}

}  // namespace
}  // namespace vocational::testing
