// SPDX-License-Identifier: Apache-2.0
// R8: regressions on records give back the equation that made them.
#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/least_squares.hpp"
#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

constexpr int people = 40'000;

struct Mincer {
    std::vector<std::vector<double>> rows;
    std::vector<double> log_wages;
    std::vector<double> schooling;
    std::vector<double> ability;
};

// The equation of R8; with a price, ability that rises with schooling is paid too.
Mincer records_of(double price_of_ability) {
    constexpr std::array<double, 4> years{9.0, 12.0, 15.0, 16.0};
    Mincer m;
    sim::Rng rng = sim::Stream(1, 0, sim::Purpose("mincer")).at(sim::Identity{1}, 0);
    for (int i = 0; i < people; ++i) {
        const double s = years[rng.below(4)];
        const double x = 40.0 * rng.uniform();
        const double a = 0.1 * (s - 13.0) + rng.normal();
        m.rows.push_back({1.0, s, x, x * x});
        m.log_wages.push_back(1.2 + 0.08 * s + 0.04 * x - 0.0006 * x * x + 0.5 * rng.normal() +
                              price_of_ability * a);
        m.schooling.push_back(s);
        m.ability.push_back(a);
    }
    return m;
}

TEST(MincerRegression, RecoversTheFourCoefficients) {
    const Mincer m = records_of(0.0);
    const sim::testing::Fit fit = sim::testing::least_squares(m.rows, m.log_wages);
    const std::array<double, 4> truth{1.2, 0.08, 0.04, -0.0006};
    for (std::size_t k = 0; k < truth.size(); ++k) {
        EXPECT_NEAR(fit.coefficients[k], truth[k], 3.0 * fit.standard_errors[k]) << k;
    }
    EXPECT_NEAR(fit.standard_errors[1], 0.5 / std::sqrt(7.5 * people), 2e-5);
    // Earnings peak at −b ÷ 2c; its error by the delta method, slopes −1 ÷ 2c and b ÷ 2c².
    const double b = fit.coefficients[2];
    const double c = fit.coefficients[3];
    const double by_b = -0.5 / c;
    const double by_c = 0.5 * b / (c * c);
    const double error =
        std::sqrt(by_b * by_b * fit.covariance[2][2] + by_c * by_c * fit.covariance[3][3] +
                  2.0 * by_b * by_c * fit.covariance[2][3]);
    EXPECT_NEAR(-0.5 * b / c, 100.0 / 3.0, 3.0 * error);
    EXPECT_LT(error, 1.0);
}

TEST(MincerRegression, OmittedAbilityBiasesByCovarianceOverVarianceTimesItsPrice) {
    constexpr double price = 0.15;
    const Mincer m = records_of(price);
    const sim::testing::Fit fit = sim::testing::least_squares(m.rows, m.log_wages);
    double mean_s = 0.0;
    double mean_a = 0.0;
    for (int i = 0; i < people; ++i) {
        mean_s += m.schooling[static_cast<std::size_t>(i)] / people;
        mean_a += m.ability[static_cast<std::size_t>(i)] / people;
    }
    double covariance = 0.0;
    double variance = 0.0;
    for (std::size_t i = 0; i < people; ++i) {
        covariance += (m.schooling[i] - mean_s) * (m.ability[i] - mean_a);
        variance += (m.schooling[i] - mean_s) * (m.schooling[i] - mean_s);
    }
    EXPECT_GT(covariance / variance, 0.09);
    EXPECT_NEAR(fit.coefficients[1], 0.08 + price * covariance / variance,
                3.0 * fit.standard_errors[1]);
}

// Workers of all levels, fields and jobs, paid by the model's equation.
TEST(MincerRegression, RecoversTheWageEquationFromItsOwnRecords) {
    LabourWorld economy(1, {});
    const WageEquation& wages = economy.wages;
    constexpr std::array<Attained, 4> attained{Attained::lower_secondary, Attained::general_high,
                                               Attained::higher_vocational,
                                               Attained::academic_bachelor};
    constexpr std::array<Field, 2> own{Field::health, Field::equipment_manufacturing};
    sim::Rng rng = sim::Stream(2, 0, sim::Purpose("mincer")).at(sim::Identity{1}, 0);
    std::vector<std::vector<double>> rows;
    std::vector<double> log_wages;
    for (std::uint32_t i = 0; i < people; ++i) {
        const std::size_t level = rng.below(4);
        const std::size_t asked = 1 + rng.below(3);
        const Field field = level < 2 ? Field::general : own[rng.below(2)];
        const Occupation job = Occupation::of(static_cast<JobLevel>(asked), Field::health);
        const double g = rng.normal();
        const double s = level < 2 ? 0.0 : 1.0 + rng.normal();
        const double x = std::floor(100.0 * rng.uniform());
        const Worker worker{attained[level], field, g, s};
        log_wages.push_back(wages.log_wage(worker, {ProvinceId(0), manufacturing, job, 0.0}, x,
                                           wages.residual(sim::Identity::of(1, 2, i), 8000)));
        const double match = is_own_field(field, job) ? 1.0 : 0.0;
        rows.push_back({1.0, level == 1 ? 1.0 : 0.0, level == 2 ? 1.0 : 0.0, level == 3 ? 1.0 : 0.0,
                        g, s * match, g * s, x / 4.0, x * x / 16.0, level > asked ? 1.0 : 0.0,
                        level < asked ? 1.0 : 0.0, is_other_field(field, job) ? 1.0 : 0.0});
    }
    const sim::testing::Fit fit = sim::testing::least_squares(rows, log_wages);
    const WageParams& p = economy.params.wage;
    const std::array<double, 12> truth{std::log(100'000.0),
                                       std::log1p(p.upper_secondary),
                                       std::log1p(p.associate),
                                       std::log1p(p.bachelor),
                                       p.general_skill,
                                       p.specific_skill,
                                       p.complementarity,
                                       p.experience,
                                       p.experience_squared,
                                       std::log1p(p.over_education),
                                       std::log1p(p.under_education),
                                       std::log1p(p.field_mismatch)};
    for (std::size_t k = 0; k < truth.size(); ++k) {
        EXPECT_NEAR(fit.coefficients[k], truth[k], 3.0 * fit.standard_errors[k]) << k;
    }
}

}  // namespace
}  // namespace vocational::testing
