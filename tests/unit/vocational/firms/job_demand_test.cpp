// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/job_demand.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/markets/labour/job_mix.hpp"
#include "models/vocational/phases/plan_jobs.hpp"
#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

TEST(JobDemandTest, WithoutDeviationsThePathIsKeptExactly) {
    const FirmParams params;
    EXPECT_EQ(demand_factor(params, 0.0, 0.0), 1.0);
    for (const double u : {0.0, 0.3, 0.999}) {
        EXPECT_EQ(jobs_at(7, 1.0, u), 7);
    }
}

TEST(JobDemandTest, FollowsItsElasticities) {
    const FirmParams params;
    EXPECT_NEAR(std::log(demand_factor(params, 0.0, 0.1)), -0.4 * 0.1, 1e-12);
    EXPECT_NEAR(std::log(demand_factor(params, 0.1, 0.0)), 0.3 * 0.1, 1e-12);
    double sum = 0.0;
    for (int i = 0; i < 100; ++i) {
        sum += jobs_at(7, 0.9, (i + 0.5) / 100.0);
    }
    EXPECT_NEAR(sum / 100.0, 6.3, 1e-9);
    EXPECT_EQ(jobs_at(1, 0.0, 0.0), 0);
}

TEST(JobDemandTest, ACycleOfDemandIsASineFromTheStartYear) {
    FirmParams params;
    params.demand_cycle_years.assign(8.0);
    for (const double years : {0.0, 1.0, 2.75}) {
        EXPECT_EQ(demand_cycle(params, years), 1.0);  // none in the baseline
    }
    params.demand_cycle_amplitude.assign(0.05);
    EXPECT_EQ(demand_cycle(params, 0.0), 1.0);
    EXPECT_DOUBLE_EQ(demand_cycle(params, 2.0), 1.05);
    EXPECT_DOUBLE_EQ(demand_cycle(params, 6.0), 0.95);
    EXPECT_NEAR(demand_cycle(params, 9.0), 1.0 + 0.05 * std::sqrt(0.5), 1e-12);
}

// City 0 with many firms of one sector, past the start year.
class DeviationTest : public ::testing::Test {
  protected:
    DeviationTest()
        : economy_(1, std::vector<FirmSpec>(10, {0, manufacturing, false, 0, 0.1F})),
          states_(economy_.world.table<FirmStateTable>()),
          phase_(economy_.setting, economy_.records, economy_.params, economy_.world) {
        economy_.setting.scale = 0.1;  // 10,000 jobs in the city
        economy_.params.firm.technology_pace.assign(0.0);
        economy_.params.demand.common_spread.assign(0.0);
        economy_.params.demand.local_spread.assign(0.0);
    }

    double wanted(sim::Quarter when) {
        economy_.run(phase_, when);
        double sum = 0.0;
        for (std::size_t f = 0; f < 10; ++f) {
            sum += economy_.firms.wanted[f];
        }
        return sum;
    }

    LabourWorld economy_;
    FirmStateTable& states_;
    PlanJobs phase_;
};

TEST_F(DeviationTest, HigherWageCostMeansFewerJobsByTheElasticity) {
    const double path = wanted({2021, 1});
    std::fill_n(states_.wage_cost.data(), 10, 0.2F);
    EXPECT_NEAR(wanted({2021, 1}) / path, std::exp(-0.4 * 0.2), 0.002);
}

TEST_F(DeviationTest, BetterTechnologyMeansMoreJobs) {
    const double path = wanted({2021, 1});
    std::fill_n(states_.technology.data(), 10, 0.2F);
    EXPECT_NEAR(wanted({2021, 1}) / path, std::exp(0.3 * 0.2), 0.002);
    // Standing still while the frontier grows means fewer.
    std::fill_n(states_.technology.data(), 10, 0.0F);
    economy_.params.firm.technology_pace.assign(1.0);
    EXPECT_NEAR(wanted({2022, 3}) / path, std::exp(-0.3 * 2 * economy_.params.firm.pace_industry),
                0.002);
}

TEST_F(DeviationTest, FirmsWantMoreAtTheTopOfACycleAndFewerAtItsBottom) {
    const double top = wanted({2022, 3});
    const double bottom = wanted({2026, 3});
    economy_.params.firm.demand_cycle_amplitude.assign(0.1);
    economy_.params.firm.demand_cycle_years.assign(8.0);
    EXPECT_NEAR(wanted({2022, 3}) / top, 1.1, 0.002);
    EXPECT_NEAR(wanted({2026, 3}) / bottom, 0.9, 0.002);
}

TEST_F(DeviationTest, UpToTheStartYearTheRecordStandsWhateverFirmsDo) {
    const double path = wanted({2020, 3});
    std::fill_n(states_.wage_cost.data(), 10, 0.2F);
    std::fill_n(states_.technology.data(), 10, 0.2F);
    EXPECT_EQ(wanted({2020, 3}), path);
    EXPECT_NE(wanted({2020, 4}), path);
}

TEST(SkillDemandTest, TechnologyShiftsTheLadderInProportionalOdds) {
    const LabourWorld economy(1, {});
    const JobMix mix(economy.records);
    const sim::Stream stream(1, 0, sim::Purpose("test"));
    constexpr std::uint32_t posts = 40'000;
    const auto shares = [&](double skill_demand) {
        std::array<double, job_levels> at_least{};
        for (std::uint32_t i = 0; i < posts; ++i) {
            const auto level = sim::index_of(
                mix.post(stream, sim::Identity{1}, 0, manufacturing, i, skill_demand).level());
            for (std::size_t j = 0; j <= level; ++j) {
                at_least[j] += 1.0 / posts;
            }
        }
        return at_least;
    };
    const auto plain = shares(0.0);
    const auto shifted = shares(0.5);
    for (std::size_t j = 1; j < job_levels; ++j) {
        const double odds = plain[j] / (1.0 - plain[j]) * std::exp(0.5);
        EXPECT_NEAR(shifted[j], odds / (1.0 + odds), 0.01) << "level " << j;
    }
}

}  // namespace
}  // namespace vocational::testing
