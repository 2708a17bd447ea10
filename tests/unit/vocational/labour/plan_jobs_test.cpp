// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/plan_jobs.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

// Of province 0, 1:10: 300 agents in agriculture, 200 in each other sector; half in each city.
std::vector<FirmSpec> firms_of_city_0() {
    return {{0, agriculture, true, 0},
            {0, agriculture, false, 0},
            {0, manufacturing, false, 0, 0.5F},
            {0, manufacturing, false, 0, 0.3F},
            {0, manufacturing, false, 0, 0.2F},
            {0, services, true, 0},
            {0, services, false, 0}};
}

class PlanJobsTest : public ::testing::Test {
  protected:
    PlanJobsTest()
        : economy_(1, firms_of_city_0()),
          phase_(economy_.setting, economy_.records, economy_.params, economy_.world) {
        economy_.params.firm.technology_pace.assign(0.0);  // nobody falls behind by standing still
        economy_.params.demand.common_spread.assign(0.0);
        economy_.params.demand.local_spread.assign(0.0);
    }

    std::vector<double> wanted(sim::Quarter when) {
        economy_.run(phase_, when);
        return {economy_.firms.wanted.data(),
                economy_.firms.wanted.data() + economy_.firms.end_row()};
    }

    LabourWorld economy_;
    PlanJobs phase_;
};

TEST_F(PlanJobsTest, SharesRecordedJobsOutAndAddsVacancies) {
    const double v = 1.0 - economy_.params.labour.vacancy_share;
    const std::vector<double> entitled{142.5,    7.5 / v, 50.0 / v, 30.0 / v,
                                       20.0 / v, 50.0,    50.0 / v};
    const std::vector<double> got = wanted({2020, 1});
    double sum = 0.0;
    double entitled_sum = 0.0;
    for (std::size_t f = 0; f < got.size(); ++f) {
        EXPECT_LT(std::abs(got[f] - entitled[f]), 1.0) << "firm " << f;
        sum += got[f];
        entitled_sum += entitled[f];
    }
    EXPECT_LT(std::abs(sum - entitled_sum), 1.0);
}

TEST_F(PlanJobsTest, FollowsRecordsUpToTheStartYearAndStaysThere) {
    const std::vector<double> base = wanted({2020, 3});
    EXPECT_NEAR(wanted({2019, 3})[0], 142.5 * 8.0 / 6.0, 1.0);
    EXPECT_EQ(wanted({2020, 4}), base);
    EXPECT_EQ(wanted({2031, 2}), base);
}

TEST_F(PlanJobsTest, AfterItJobsPerResidentStay) {
    economy_.provinces.residents_at_base[0] = 1000.0;
    economy_.provinces.residents[0] = 800.0;
    EXPECT_NEAR(wanted({2020, 3})[0], 142.5, 1.0);
    EXPECT_NEAR(wanted({2020, 4})[0], 142.5 * 0.8, 1.0);
    EXPECT_NEAR(wanted({2025, 1})[0], 142.5 * 0.8, 1.0);
}

TEST_F(PlanJobsTest, APayScaleCostsJobsWhereItsLevelIsUsed) {
    const std::vector<double> base = wanted({2021, 1});
    auto& scale = economy_.world.table<PayPathTable>().pay_scale;
    scale[pay_path(ProvinceId(0), JobLevel::technician).row()] = 0.5;
    const std::vector<double> dear = wanted({2021, 1});
    const double bill = std::log1p(0.1 * (std::exp(0.5) - 1.0));  // a tenth are technicians
    const double factor = std::exp(economy_.params.firm.wage_elasticity * bill);
    for (const std::size_t factory : {2U, 3U, 4U}) {
        EXPECT_NEAR(dear[factory], base[factory] * factor, 1.0);
    }
    EXPECT_LT(dear[2] + dear[3] + dear[4], base[2] + base[3] + base[4]);
    EXPECT_EQ(dear[6], base[6]);  // services have no technicians
}

}  // namespace
}  // namespace vocational::testing
