// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/wages/pay_paths.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/phases/wages/wage_levels.hpp"
#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

constexpr Occupation elementary = Occupation::of(JobLevel::elementary, Field::general);
constexpr ProvinceId north{0};
constexpr ProvinceId south{1};

class PayPathsTest : public ::testing::Test {
  protected:
    PayPathsTest()
        : economy_(4, {{0, manufacturing, false, 100},
                       {0, services, true, 100},
                       {0, services, false, 100},
                       {2, manufacturing, false, 100}}),
          phase_(economy_.setting, economy_.params),
          paths_(economy_.world.table<PayPathTable>()) {
        economy_.firms.headcount[0] = 30;
        economy_.firms.headcount[1] = 500;
        economy_.firms.headcount[2] = 10;
        economy_.firms.headcount[3] = 20;
        auto& states = economy_.world.table<FirmStateTable>();
        states.technology[0] = 0.4F;
        states.technology_at_base[0] = 0.2F;
        states.technology[2] = 0.1F;
        states.technology_at_base[2] = 0.1F;
    }
    double now(PayPathId group) const { return paths_.now[group.row()]; }

    LabourWorld economy_;
    PayPaths phase_;
    PayPathTable& paths_;
};

TEST_F(PayPathsTest, AfterTheStartYearPayFollowsTechnologyOfFormalPosts) {
    economy_.run(phase_, {2020, 3});
    EXPECT_EQ(now(pool_path(north)), 0.0);
    economy_.run(phase_, {2020, 4});
    const double gained = (30.0 * 0.2 + 10.0 * 0.0) / 40.0;
    for (const JobLevel level : {JobLevel::elementary, JobLevel::professional}) {
        EXPECT_NEAR(now(pay_path(north, level)), gained, 1e-7);
    }
    EXPECT_NEAR(now(pool_path(north)), gained, 1e-7);
    EXPECT_EQ(now(pool_path(south)), 0.0);
    economy_.params.wage.productivity_share.assign(0.5);
    economy_.run(phase_, {2021, 1});
    EXPECT_NEAR(now(pool_path(north)), 0.5 * gained, 1e-7);
}

TEST_F(PayPathsTest, RemembersAYear) {
    for (int quarter = 0; quarter < 6; ++quarter) {
        economy_.world.table<FirmStateTable>().technology[3] = 0.1F * static_cast<float>(quarter);
        economy_.run(phase_, sim::Quarter(2021, 1) + quarter);
    }
    const std::size_t group = pay_path(south, JobLevel::technician).row();
    EXPECT_NEAR(paths_.now[group], 0.5, 1e-6);
    EXPECT_NEAR(paths_.ago_1[group], 0.4, 1e-6);
    EXPECT_NEAR(paths_.ago_4[group], 0.1, 1e-6);
    EXPECT_NEAR(economy_.wages.path_gain(PayPathId(group), 3), 0.3, 1e-6);
}

TEST_F(PayPathsTest, APayScaleRaisesItsLevelAlone) {
    paths_.pay_scale[pay_path(south, JobLevel::skilled_worker).row()] = 0.05;
    economy_.run(phase_, {2021, 1});
    EXPECT_NEAR(now(pay_path(south, JobLevel::skilled_worker)), 0.05, 1e-12);
    EXPECT_EQ(now(pay_path(south, JobLevel::elementary)), 0.0);
    EXPECT_EQ(now(pool_path(south)), 0.0);
    EXPECT_EQ(now(pay_path(north, JobLevel::skilled_worker)),
              now(pay_path(north, JobLevel::elementary)));
}

double mean_wage(const LabourWorld& economy, std::size_t firm) {
    double sum = 0.0;
    double people = 0.0;
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        if (economy.persons.state[row] == State::employed &&
            economy.persons.link[row].firm().row() == firm) {
            sum += economy.persons.wage[row];
            people += 1.0;
        }
    }
    return sum / people;
}

// Bachelors in the factories of the north, unschooled people in those of the south; wages are
// 100,000 on record in both.
TEST(WageLevelsTest, TheMeanOfTheWorkforceIsTheRecordWhateverItsSchooling) {
    LabourWorld economy(20, {{0, manufacturing, false, 4000},
                             {0, services, true, 4000},
                             {2, manufacturing, false, 4000}});
    for (std::size_t row = 0; row < 6000; ++row) {
        const bool is_north = row % 2 == 0;
        economy.persons.attained[row] =
            is_north ? Attained::academic_bachelor : Attained::lower_secondary;
        const Job job{is_north ? north : south, manufacturing, elementary, 0.0};
        const Worker worker{economy.persons.attained[row], Field::general, 0.0, 0.0};
        economy.employ(row, is_north ? 0 : 2, elementary,
                       std::exp(economy.wages.log_wage(worker, job, 40.0, 0.0)));
    }
    economy.employ(6001, 1, elementary, 12'300.0);
    WageLevels phase(economy.setting, economy.records, economy.world);
    economy.run(phase, {2020, 3});
    // The cell borrows 20 of 3,020 workers from the national mean, within half a per cent.
    EXPECT_NEAR(mean_wage(economy, 0), 100'000.0, 500.0);
    EXPECT_NEAR(mean_wage(economy, 2), 100'000.0, 500.0);
    EXPECT_EQ(economy.persons.wage[6001], 12'300.0);  // pools have their own income
    // A newcomer is paid on the same base.
    const Worker bachelor{Attained::academic_bachelor, Field::general, 0.0, 0.0};
    EXPECT_NEAR(std::exp(economy.wages.log_wage(bachelor, {north, manufacturing, elementary, 0.0},
                                                40.0, 0.0)),
                mean_wage(economy, 0), 100.0);
    const double before = economy.persons.wage[0];
    economy.persons.wage[2] = 500'000.0;
    economy.run(phase, {2021, 3});  // after the start year bases stand
    EXPECT_EQ(economy.persons.wage[0], before);
}

}  // namespace
}  // namespace vocational::testing
