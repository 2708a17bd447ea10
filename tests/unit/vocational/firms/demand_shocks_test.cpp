// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/demand_shocks.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/firms/exit_factors.hpp"
#include "models/vocational/firms/firm_turnover.hpp"

namespace vocational {
namespace {

constexpr sim::Quarter base{2022, 3};

class DemandShocksTest : public ::testing::Test {
  protected:
    std::vector<double> path(int quarters, std::uint32_t replicate = 0) {
        std::vector<double> values;
        DemandShocks shocks(params_, 2, 3);
        for (int q = 0; q <= quarters; ++q) {
            const sim::Tick tick(base + q, base, 5, replicate, *executor_);
            shocks.find(tick, sim::Purpose("plan"), base);
            values.push_back(shocks(ProvinceId(1), 2));
        }
        return values;
    }

    DemandParams params_;
    std::unique_ptr<sim::Executor> executor_ = sim::make_executor(sim::Backend::serial, 1);
};

TEST_F(DemandShocksTest, StartAtZeroAndFollowTheRecursion) {
    const std::vector<double> values = path(12);
    EXPECT_EQ(values[0], 0.0);
    EXPECT_NE(values[1], 0.0);
    params_.persistence.assign(0.5);
    EXPECT_NE(path(12)[12], values[12]);
}

TEST_F(DemandShocksTest, HaveTheDeclaredSpreadAndPersistence) {
    params_.local_spread.assign(0.03);
    double squares = 0.0;
    double products = 0.0;
    constexpr int runs = 3000;
    for (std::uint32_t r = 0; r < runs; ++r) {
        const std::vector<double> values = path(40, r);
        squares += values[40] * values[40] / runs;
        products += values[40] * values[39] / runs;
    }
    const double variance = 0.01 * 0.01 + 0.03 * 0.03;
    EXPECT_NEAR(squares / variance, 1.0, 4.0 * std::sqrt(2.0 / runs));
    EXPECT_NEAR(products / squares, 0.9, 0.02);
}

TEST_F(DemandShocksTest, CommonShocksAreCommonAndZeroIsZero) {
    params_.local_spread.assign(0.0);
    DemandShocks shocks(params_, 2, 3);
    shocks.find(sim::Tick(base + 9, base, 5, 0, *executor_), sim::Purpose("plan"), base);
    EXPECT_EQ(shocks(ProvinceId(0), 0), shocks(ProvinceId(1), 2));
    EXPECT_NE(shocks(ProvinceId(0), 0), 0.0);
    params_.common_spread.assign(0.0);
    EXPECT_EQ(path(9), std::vector<double>(10, 0.0));
}

// A constant hazard needs no correction; with a falling one large firms keep jobs safe.
TEST(ExitsUnderLaw, WeighHazardsByJobs) {
    FirmParams params;
    params.exit_size_slope.assign(0.0);
    EXPECT_NEAR(exits_under_law(params, 30.0), params.exit_rate, 1e-12);
    params.exit_size_slope.assign(-0.4);
    EXPECT_LT(exits_under_law(params, 30.0), exit_hazard(params, 30.0));
    EXPECT_LT(exits_under_law(params, 60.0), exits_under_law(params, 30.0));
}

}  // namespace
}  // namespace vocational
