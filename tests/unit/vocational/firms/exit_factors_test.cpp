// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/exit_factors.hpp"

#include <gtest/gtest.h>

#include "models/vocational/firms/firm_turnover.hpp"
#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

std::vector<double> factors_of(const LabourWorld& economy) {
    return exit_factors(economy.setting, economy.records, economy.params.firm, economy.cities,
                        economy.firms, 2020);
}

// Jobs of manufacturing: 2,000 a province, half of them in city 0, ten to an agent.
TEST(ExitFactors, MakeAsManyJobsEndAsUnderTheLawOfSizes) {
    const LabourWorld economy(1, {{0, manufacturing, false, 0, 0.2F},
                                  {0, manufacturing, false, 0, 0.8F},
                                  {0, services, true, 0}});
    const FirmParams& params = economy.params.firm;
    const std::vector<double> factors = factors_of(economy);
    const double small = 0.2 * 100.0;
    const double large = 0.8 * 100.0;
    const double ending =
        (small * exit_hazard(params, small) + large * exit_hazard(params, large)) / 100.0;
    EXPECT_NEAR(factors[manufacturing] * ending,
                exits_under_law(params, economy.records.mean_firm_size(manufacturing)), 1e-6);
    EXPECT_EQ(factors[services], 1.0);  // a pool is no firm
}

TEST(ExitFactors, AreAboveOneWhereLargeFirmsAreOverrepresented) {
    const LabourWorld one(1, {{0, manufacturing, false, 0}});
    std::vector<FirmSpec> twenty(20, FirmSpec{0, manufacturing, false, 0, 0.05F});
    const LabourWorld many(1, twenty);
    EXPECT_GT(factors_of(one)[manufacturing], factors_of(many)[manufacturing]);
}

TEST(ExitsUnderLaw, LieBetweenTheHazardOfTheMeanAndTheHighest) {
    const LabourWorld economy(1, {});
    const FirmParams& params = economy.params.firm;
    for (const double mean : {5.0, 20.0, 100.0}) {
        EXPECT_GT(exits_under_law(params, mean), 0.0);
        EXPECT_LT(exits_under_law(params, mean), params.highest_exit_rate());
        EXPECT_GT(exits_under_law(params, mean), exits_under_law(params, 2.0 * mean));
    }
}

}  // namespace
}  // namespace vocational::testing
