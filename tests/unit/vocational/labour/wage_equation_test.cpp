// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/agents/wage_equation.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

constexpr Field machines = Field::equipment_manufacturing;
constexpr Occupation skilled = Occupation::of(JobLevel::skilled_worker, machines);
constexpr Occupation elementary = Occupation::of(JobLevel::elementary, Field::general);

class WageEquationTest : public ::testing::Test {
  protected:
    WageEquationTest() : economy_(1, {}) {
        economy_.wages.prepare(economy_.setting, economy_.records);
    }

    double log_wage(const Worker& worker, Occupation occupation, double experience = 0.0) const {
        return economy_.wages.log_wage(worker, {ProvinceId(0), manufacturing, occupation, 0.0},
                                       experience, 0.0);
    }

    LabourWorld economy_;
    const WageParams& p_ = economy_.params.wage;
};

TEST_F(WageEquationTest, MatchesTheFormulaTermByTerm) {
    const Worker worker{Attained::secondary_vocational, machines, 0.5, 1.2};
    const double expected = std::log(100'000.0) + p_.level_offset + std::log(1.2) - 0.036 +
                            p_.general_skill * 0.5 + p_.specific_skill * 1.2 +
                            p_.complementarity * 0.5 * 1.2 + p_.experience * 5.0 +
                            p_.experience_squared * 25.0 + 0.1 - 0.2;
    EXPECT_NEAR(
        economy_.wages.log_wage(worker, {ProvinceId(0), manufacturing, skilled, 0.1}, 20.0, -0.2),
        expected, 1e-12);
}

TEST_F(WageEquationTest, LevelPremiumIsOfTheLevelAttainedAndGapsOfTheJob) {
    const Worker bachelor{Attained::academic_bachelor, Field::general, 0.0, 0.0};
    const Worker general{Attained::general_high, Field::general, 0.0, 0.0};
    const Worker least{Attained::below_lower_secondary, Field::general, 0.0, 0.0};
    EXPECT_NEAR(log_wage(bachelor, skilled) - log_wage(general, skilled),
                std::log(1.75 / 1.2) + std::log(0.86), 1e-12);
    EXPECT_NEAR(log_wage(least, skilled) - log_wage(least, elementary), std::log(1.1), 1e-12);
}

TEST_F(WageEquationTest, AnotherFieldCostsAboveElementaryJobsOnly) {
    const Worker nurse{Attained::secondary_vocational, Field::health, 0.0, 1.0};
    const Worker mechanic{Attained::secondary_vocational, machines, 0.0, 1.0};
    EXPECT_NEAR(log_wage(mechanic, skilled) - log_wage(nurse, skilled),
                p_.specific_skill - std::log(0.89), 1e-12);
    EXPECT_DOUBLE_EQ(log_wage(mechanic, elementary), log_wage(nurse, elementary));
}

TEST_F(WageEquationTest, StructuresMoveVocationalUpperSecondaryLeaversAlone) {
    const auto gaps = [&](WageGap gap) {
        economy_.params.structures.wage_gap.assign(std::string(sim::enum_name(gap)));
        economy_.wages.prepare(economy_.setting, economy_.records);
        const double general = economy_.wages.credential(Attained::general_high);
        EXPECT_NEAR(general, std::log(1.2), 1e-12);
        EXPECT_NEAR(economy_.wages.credential(Attained::higher_vocational), std::log(1.5), 1e-12);
        EXPECT_EQ(economy_.wages.credential(Attained::technical_school),
                  economy_.wages.credential(Attained::secondary_vocational));
        return economy_.wages.credential(Attained::secondary_vocational) - general;
    };
    EXPECT_NEAR(gaps(WageGap::matched), -0.036, 1e-12);
    EXPECT_NEAR(gaps(WageGap::penalty), -0.193, 1e-12);
    EXPECT_NEAR(gaps(WageGap::premium), 0.432, 1e-12);
}

TEST_F(WageEquationTest, PoolsPayTheirIncomeOnAverage) {
    // Both provinces have the same wages, so farm income is the national one.
    double farm = 0.0;
    double own_account = 0.0;
    constexpr int people = 20'000;
    for (std::uint32_t i = 0; i < people; ++i) {
        const double residual = economy_.wages.residual(sim::Identity::of(1, 2, i), 8000);
        farm += std::exp(economy_.wages.log_pool_income(ProvinceId(0), agriculture, residual));
        own_account += std::exp(economy_.wages.log_pool_income(ProvinceId(1), services, residual));
    }
    // Relative standard error: 0.31 / sqrt(20,000) = 0.2 %.
    EXPECT_NEAR(farm / people, 24'000.0, 200.0);
    EXPECT_NEAR(own_account / people, 48'000.0, 400.0);
}

TEST_F(WageEquationTest, ResidualBelongsToPersonAndQuarter) {
    const sim::Identity person = sim::Identity::of(1, 2, 3);
    EXPECT_EQ(economy_.wages.residual(person, 8000), economy_.wages.residual(person, 8000));
    EXPECT_NE(economy_.wages.residual(person, 8000), economy_.wages.residual(person, 8001));
    EXPECT_NE(economy_.wages.residual(person, 8000),
              economy_.wages.residual(sim::Identity::of(1, 2, 4), 8000));
}

}  // namespace
}  // namespace vocational::testing
