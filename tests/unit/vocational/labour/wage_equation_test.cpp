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
    const double expected = std::log(100'000.0) + std::log(1.2) - 0.036 + p_.general_skill * 0.5 +
                            p_.specific_skill * 1.2 + p_.complementarity * 0.5 * 1.2 +
                            p_.experience * 5.0 + p_.experience_squared * 25.0 + 0.1 - 0.2;
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

TEST_F(WageEquationTest, PremiumIsThatOfTheMeanSkillOfTheLevel) {
    auto& means = economy_.world.table<LevelSkillTable>();
    const std::size_t associate = sim::index_of(Level::associate);
    means.general[associate] = 1.5;
    means.specific[associate] = 2.0;
    const Worker usual{Attained::higher_vocational, machines, 1.5, 2.0};
    const Occupation technician = Occupation::of(JobLevel::technician, machines);
    EXPECT_NEAR(log_wage(usual, technician), std::log(100'000.0 * 1.5), 1e-12);
    const Worker better{Attained::higher_vocational, machines, 2.5, 3.0};
    EXPECT_NEAR(log_wage(better, technician) - log_wage(usual, technician),
                p_.general_skill + p_.specific_skill + p_.complementarity * (2.5 * 3.0 - 1.5 * 2.0),
                1e-12);
}

TEST_F(WageEquationTest, PayFollowsThePathOfProvinceAndLevel) {
    const Worker worker{Attained::secondary_vocational, machines, 0.0, 0.0};
    const double skilled_before = log_wage(worker, skilled);
    const double elementary_before = log_wage(worker, elementary);
    const double pool = economy_.wages.log_pool_income(ProvinceId(0), services, 0.0);
    auto& paths = economy_.world.table<PayPathTable>();
    paths.now[pay_path(ProvinceId(0), JobLevel::skilled_worker).row()] = 0.3;
    paths.now[pool_path(ProvinceId(0)).row()] = 0.2;
    EXPECT_NEAR(log_wage(worker, skilled) - skilled_before, 0.3, 1e-12);
    EXPECT_EQ(log_wage(worker, elementary), elementary_before);
    EXPECT_NEAR(economy_.wages.log_pool_income(ProvinceId(0), services, 0.0) - pool, 0.2, 1e-12);
    EXPECT_NEAR(economy_.wages.mean_wage(ProvinceId(0), manufacturing), 100'000.0 * std::exp(0.2),
                1e-6);
    // What firms get for the wage does not rise with it.
    EXPECT_NEAR(economy_.wages.log_effective_skill(
                    worker, {ProvinceId(0), manufacturing, skilled, 0.0}, 0.0),
                skilled_before, 1e-12);
}

TEST_F(WageEquationTest, GivingUpTheBarrierRaisesVocationalCredentialsAlone) {
    const Occupation technician = Occupation::of(JobLevel::technician, machines);
    const auto seen = [&](Attained attained, Occupation occupation, double removed) {
        return economy_.wages.perceived_productivity({attained, machines, 0.0, 0.0}, occupation,
                                                     {false, 0.0, removed}, economy_.params.market);
    };
    const double barrier = economy_.params.market.first_degree_focus;
    EXPECT_NEAR(seen(Attained::higher_vocational, technician, 1.0) -
                    seen(Attained::higher_vocational, technician, 0.0),
                barrier, 1e-12);
    EXPECT_NEAR(seen(Attained::higher_vocational, technician, 0.5) -
                    seen(Attained::higher_vocational, technician, 0.0),
                0.5 * barrier, 1e-12);
    EXPECT_EQ(seen(Attained::academic_bachelor, technician, 1.0),
              seen(Attained::academic_bachelor, technician, 0.0));
    EXPECT_EQ(seen(Attained::higher_vocational, skilled, 1.0),
              seen(Attained::higher_vocational, skilled, 0.0));
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
