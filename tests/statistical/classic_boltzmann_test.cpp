// SPDX-License-Identifier: Apache-2.0
// The stationary distribution of exchanged money against theory: shares of money are uniform on the
// simplex without saving (exponential for many traders), close to a gamma distribution with it.
#include <array>
#include <ostream>

#include <gtest/gtest.h>

#include "tests/statistical/classic_runs.hpp"

namespace {

// Enough rounds to forget the start: without saving the second moment approaches its limit by a
// factor 2/3 a round, with a saving propensity of 0.75 by a factor 0.8.
constexpr int rounds = 80;

std::vector<double> ginis(classic_test::Parameters parameters, std::uint32_t runs,
                          std::uint64_t seed) {
    parameters["exchange.rounds_per_quarter"] = std::int64_t{rounds};
    const sim::Scenario scenario = classic_test::scenario_of(std::move(parameters), 1, seed);
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    std::vector<double> sample;
    for (std::uint32_t replicate = 0; replicate < runs; ++replicate) {
        const classic_test::Finished run(classic::make_boltzmann_wealth(), scenario, replicate,
                                         *executor);
        sample.push_back(run.last("wealth_gini").at(0));
    }
    return sample;
}

class FewTraders : public testing::TestWithParam<int> {};

TEST_P(FewTraders, MeanGiniIsThatOfUniformShares) {
    const std::int64_t traders = GetParam();
    const auto [mean, error] = classic_test::estimate(
        ginis({{"exchange.traders", traders}, {"exchange.initial_money", std::int64_t{1'000'000}}},
              2000, 12));
    const double n = static_cast<double>(traders);
    EXPECT_NEAR(mean, (n - 1.0) / (2.0 * n), 3.0 * error);
}

// Three traders: one of them rests in each round.
INSTANTIATE_TEST_SUITE_P(Sizes, FewTraders, testing::Values(2, 3, 10, 51));

TEST(ManyTraders, GiniIsOneHalf) {
    constexpr double n = 10'000.0;
    constexpr std::uint32_t runs = 20;
    const auto [mean, error] = classic_test::estimate(ginis({}, runs, 2000));
    // The Gini of n uniform shares has variance 1 / (12 (n − 1)) for large n.
    const double known_error = std::sqrt(1.0 / (12.0 * (n - 1.0)) / runs);
    EXPECT_NEAR(mean, (n - 1.0) / (2.0 * n), 3.0 * known_error);
    EXPECT_GT(error, 0.5 * known_error);
    EXPECT_LT(error, 2.0 * known_error);
}

TEST(ManyTraders, WealthClassesAreExponential) {
    constexpr std::uint32_t runs = 10;
    const sim::Scenario scenario =
        classic_test::scenario_of({{"exchange.rounds_per_quarter", std::int64_t{rounds}}}, 1, 4);
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    std::array<double, 6> observed{};
    for (std::uint32_t replicate = 0; replicate < runs; ++replicate) {
        const classic_test::Finished run(classic::make_boltzmann_wealth(), scenario, replicate,
                                         *executor);
        const std::vector<double> counts = run.last("traders_by_wealth_class");
        ASSERT_EQ(counts.size(), observed.size());
        for (std::size_t i = 0; i < counts.size(); ++i) {
            observed[i] += counts[i];
        }
        EXPECT_EQ(run.last("mean_money"), std::vector<double>{10'000.0});
        EXPECT_EQ(run.last("mean_money_base"), std::vector<double>{10'000.0});
    }
    constexpr std::array lower{0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 1e9};
    constexpr double traders = 10'000.0 * runs;
    double chi_square = 0.0;
    for (std::size_t i = 0; i < observed.size(); ++i) {
        const double expected = traders * (std::exp(-lower[i]) - std::exp(-lower[i + 1]));
        chi_square += (observed[i] - expected) * (observed[i] - expected) / expected;
    }
    EXPECT_LT(chi_square, 20.5);  // exceeded by chance once in 1,000, 5 degrees of freedom
}

struct Saving {
    double propensity;
    double gini;  // of the gamma distribution of shape 1 + 3 propensity / (1 − propensity)
};

void PrintTo(const Saving& one, std::ostream* out) {
    *out << "saving " << one.propensity;
}

class SavingTraders : public testing::TestWithParam<Saving> {};

TEST_P(SavingTraders, GiniIsThatOfTheGammaDistributionWithinTwoPercent) {
    const auto [mean, error] = classic_test::estimate(
        ginis({{"exchange.saving_propensity", GetParam().propensity}}, 10, 7));
    EXPECT_NEAR(mean, GetParam().gini, 0.02 * GetParam().gini);
    EXPECT_LT(error, 0.005 * GetParam().gini);  // sampling takes a quarter of that at most
}

INSTANTIATE_TEST_SUITE_P(Propensities, SavingTraders,
                         testing::Values(Saving{0.25, 0.375}, Saving{0.5, 0.27343750},
                                         Saving{0.75, 0.17619705}));

}  // namespace
