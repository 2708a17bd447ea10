// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/firm_counts.hpp"

#include <gtest/gtest.h>

#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

constexpr std::size_t sectors = 3;

class FirmCountsTest : public ::testing::TestWithParam<double> {
  protected:
    FirmCountsTest() {
        economy_.setting.scale = GetParam();
        economy_.cities.share[0] = 0.7;
        economy_.cities.share[1] = 0.3;
    }

    // Formal jobs of a city's sector, in agents.
    double formal(std::size_t city, std::size_t sector) const {
        return economy_.records.jobs(economy_.setting.province_of[city].row(), sector, 2020) *
               economy_.cities.share[city] * (1.0 - economy_.records.pooled_share(sector)) /
               GetParam();
    }

    LabourWorld economy_{1, {}};
};

TEST_P(FirmCountsTest, KeepTheJobsOfCitiesAndOfSectors) {
    const FirmCounts counts(economy_.records, economy_.cities, 2020, economy_.setting);
    for (const RowRange& cities : economy_.setting.cities_of) {
        for (std::size_t s = 0; s < sectors; ++s) {
            double recorded = 0.0;
            double held = 0.0;
            for (std::size_t city = cities.begin; city < cities.end; ++city) {
                recorded += formal(city, s);
                held += formal(city, s) * counts(city, s).share_of_jobs;
                EXPECT_EQ(counts(city, s).firms > 0, counts(city, s).share_of_jobs > 0.0);
            }
            EXPECT_NEAR(held, recorded, 1e-6 * recorded);
        }
        // Cities too, unless the firms that there are make that impossible.
        if (GetParam() <= 10.0) {
            for (std::size_t city = cities.begin; city < cities.end; ++city) {
                double recorded = 0.0;
                double held = 0.0;
                for (std::size_t s = 0; s < sectors; ++s) {
                    recorded += formal(city, s);
                    held += formal(city, s) * counts(city, s).share_of_jobs;
                }
                EXPECT_NEAR(held, recorded, 1e-6 * recorded);
            }
        }
    }
}

TEST_P(FirmCountsTest, LeaveNoSectorOfAProvinceAndNoCityWithoutAFirm) {
    const FirmCounts counts(economy_.records, economy_.cities, 2020, economy_.setting);
    for (const RowRange& cities : economy_.setting.cities_of) {
        for (std::size_t s = 0; s < sectors; ++s) {
            std::int64_t firms = 0;
            for (std::size_t city = cities.begin; city < cities.end; ++city) {
                firms += counts(city, s).firms;
            }
            EXPECT_GE(firms, 1) << "sector " << s;
        }
    }
    for (std::size_t city = 0; city < testing::cities; ++city) {
        EXPECT_GE(counts(city, 0).firms + counts(city, 1).firms + counts(city, 2).firms, 1);
    }
}

INSTANTIATE_TEST_SUITE_P(Scales, FirmCountsTest, ::testing::Values(1.0, 10.0, 1000.0));

TEST(FirmCounts, AreJobsOverTheMeanSizeOfFirms) {
    LabourWorld economy(1, {});
    economy.setting.scale = 1.0;
    const FirmCounts counts(economy.records, economy.cities, 2020, economy.setting);
    // 2,000 jobs in manufacturing in firms of 50; half of 2,000 jobs in services in firms of 10.
    EXPECT_EQ(counts(0, manufacturing).firms + counts(1, manufacturing).firms, 40);
    EXPECT_EQ(counts(2, manufacturing).firms, 40);
    EXPECT_EQ(counts(2, services).firms, 100);
    EXPECT_NEAR(counts(2, services).share_of_jobs, 1.0, 1e-12);
}

}  // namespace
}  // namespace vocational::testing
