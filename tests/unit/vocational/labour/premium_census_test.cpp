// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/census/premium_census.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

constexpr std::size_t pool = 0, factory = 1, shop = 2;

class PremiumCensusTest : public ::testing::Test {
  protected:
    void employ(std::size_t row, std::size_t firm, Attained attained, std::uint8_t experience,
                double wage) {
        economy_.employ(row, firm, Occupation::of(JobLevel::elementary, Field::general), wage);
        economy_.persons.attained[row] = attained;
        economy_.persons.experience[row] = experience;
        economy_.persons.present_city[row] = economy_.firms.city[firm];
    }

    std::size_t cell(std::size_t province, std::size_t step, Level level) const {
        return premium_cell(ProvinceId(province), step, level).row();
    }

    LabourWorld economy_{
        1, {{0, agriculture, true, 0}, {0, manufacturing, false, 10}, {2, services, false, 10}}};
    PremiumCellTable& cells_ = economy_.world.table<PremiumCellTable>();
    PremiumCensus phase_{economy_.setting, economy_.world};
};

TEST_F(PremiumCensusTest, CountsFormalWagesOfPeopleAlike) {
    employ(0, factory, Attained::lower_secondary, 11, 50'000.0);
    employ(1, factory, Attained::lower_secondary, 0, 80'000.0);
    employ(2, factory, Attained::lower_secondary, 12, 60'000.0);
    employ(3, shop, Attained::higher_vocational, 255, 90'000.0);
    employ(4, pool, Attained::lower_secondary, 0, 20'000.0);
    economy_.run(phase_, {2020, 4});
    const std::size_t young = cell(0, 0, Level::lower_secondary);
    EXPECT_EQ(cells_.employed[young], 2);
    EXPECT_NEAR(static_cast<double>(cells_.log_wage_sum[young]) / log_wage_steps,
                std::log(50'000.0) + std::log(80'000.0), 2.0 / log_wage_steps);
    EXPECT_EQ(cells_.employed[cell(0, 1, Level::lower_secondary)], 1);
    EXPECT_EQ(cells_.employed[cell(1, experience_steps - 1, Level::associate)], 1);
    int all = 0;
    for (std::size_t row = cells_.first_row(); row < cells_.end_row(); ++row) {
        all += cells_.employed[row];
    }
    EXPECT_EQ(all, 4);  // pooled work is not counted
}

TEST_F(PremiumCensusTest, BeginsAnewEachYear) {
    employ(0, factory, Attained::lower_secondary, 0, 50'000.0);
    economy_.run(phase_, {2020, 4});
    phase_.run(economy_.tick({2021, 4}));
    EXPECT_EQ(cells_.employed[cell(0, 0, Level::lower_secondary)], 1);
}

TEST_F(PremiumCensusTest, IsTheSameOnManyThreads) {
    for (std::size_t row = 0; row < 150; ++row) {
        employ(row, row % 2 == 0 ? factory : shop, Attained::lower_secondary,
               static_cast<std::uint8_t>(row), 30'000.0 + 100.0 * static_cast<double>(row));
    }
    economy_.run(phase_, {2020, 4});
    const std::vector<std::int64_t> sums(cells_.log_wage_sum.data(),
                                         cells_.log_wage_sum.data() + cells_.end_row());
    economy_.use_threads(3);
    phase_.run(economy_.tick({2020, 4}));
    EXPECT_TRUE(std::equal(sums.begin(), sums.end(), cells_.log_wage_sum.data()));
}

}  // namespace
}  // namespace vocational::testing
