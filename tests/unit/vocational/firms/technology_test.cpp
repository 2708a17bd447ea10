// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/technology.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

constexpr std::size_t many = 4000;

class TechnologyTest : public ::testing::Test {
  protected:
    TechnologyTest()
        : economy_(1, std::vector<FirmSpec>(many, {0, manufacturing, false, 10, 1.0F / many})),
          states_(economy_.world.table<FirmStateTable>()),
          alliances_(economy_.world.table<AllianceTable>()),
          phase_(economy_.setting, economy_.records, economy_.params) {
        give_first_technology(economy_.setting, economy_.records, economy_.params.firm, {2020, 1},
                              economy_.firms, states_);
    }

    // Share of firms that moved to the frontier of the quarter.
    double adopters(sim::Quarter when) {
        economy_.run(phase_, when);
        const auto frontier = static_cast<float>(
            SectorPace(economy_.params.firm, economy_.records).frontier(manufacturing, when, 2020));
        double count = 0.0;
        for (std::size_t f = 0; f < many; ++f) {
            count += states_.technology[f] == frontier ? 1.0 : 0.0;
        }
        return count / many;
    }

    double mean_technology() const {
        double sum = 0.0;
        for (std::size_t f = 0; f < many; ++f) {
            sum += static_cast<double>(states_.technology[f]);
        }
        return sum / many;
    }

    LabourWorld economy_;
    FirmStateTable& states_;
    AllianceTable& alliances_;
    Technology phase_;
};

TEST_F(TechnologyTest, FirstVintagesAreAsOldAsAdoptionMakesThem) {
    const double mean_age = -1.0 / std::log1p(-double{economy_.params.firm.adoption_rate});
    EXPECT_NEAR(mean_technology(), -economy_.params.firm.pace_industry * mean_age, 0.005);
}

TEST_F(TechnologyTest, FirmsAdoptAtTheirHazard) {
    const double plain = sim::quarterly(economy_.params.firm.adoption_rate);
    EXPECT_NEAR(adopters({2020, 2}), plain, 0.01);
}

TEST_F(TechnologyTest, SkillAlliancesAndServicesSpeedAdoptionUp) {
    const FirmParams& params = economy_.params.firm;
    const double plain = adoption_hazard(params, params.skilled_share_reference, 0.0, 0.0);
    EXPECT_DOUBLE_EQ(plain, params.adoption_rate);
    EXPECT_NEAR(adoption_hazard(params, params.skilled_share_reference + 0.1, 0.0, 0.0) / plain,
                std::exp(0.1 * params.adoption_skill_slope), 1e-12);
    EXPECT_GT(adoption_hazard(params, 0.3, 1.0, 0.0), plain);
    EXPECT_GT(adoption_hazard(params, 0.3, 0.0, 1.0), plain);
    const CitySectorId cell = city_sector(CityId(0), manufacturing, economy_.records.sectors());
    alliances_.consortium[cell.row()] = 1.0F;
    alliances_.age[cell.row()] = 255;
    EXPECT_NEAR(adopters({2020, 2}), sim::quarterly(adoption_hazard(params, -1.0, 1.0, 0.0)),
                0.012);
}

TEST_F(TechnologyTest, GainsSinceTheStartYearShiftTheMix) {
    economy_.run(phase_, {2020, 3});
    const double before = mean_technology();
    for (std::size_t f = 0; f < many; ++f) {
        ASSERT_EQ(states_.skill_demand[f], 0.0F);
    }
    for (int quarter = 4; quarter < 24; ++quarter) {
        economy_.run(phase_, sim::Quarter(2020, 1) + quarter);
    }
    double demand = 0.0;
    for (std::size_t f = 0; f < many; ++f) {
        demand += static_cast<double>(states_.skill_demand[f]);
    }
    EXPECT_NEAR(demand / many, economy_.params.firm.skill_bias * (mean_technology() - before),
                1e-3);
    EXPECT_GT(demand, 0.0);
}

TEST(AllianceTest, GrowsToItsStrengthWithAge) {
    EXPECT_DOUBLE_EQ(alliance_strength(0.5, 0.2, 0, 8), 0.0);
    EXPECT_DOUBLE_EQ(alliance_strength(0.5, 0.2, 4, 8), 0.25);
    EXPECT_DOUBLE_EQ(alliance_strength(0.5, 0.8, 80, 8), 0.8);
}

}  // namespace
}  // namespace vocational::testing
