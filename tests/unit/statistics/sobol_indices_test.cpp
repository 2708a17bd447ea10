// SPDX-License-Identifier: Apache-2.0
// Indices of functions whose shares of variance are known in closed form.
#include "sim/statistics/sobol_indices.hpp"

#include <array>
#include <functional>

#include <gtest/gtest.h>

#include "sim/random/rng.hpp"

namespace sim {
namespace {

using Function = std::function<double(const std::array<double, 3>&)>;

// A radial design of independent uniform numbers.
std::vector<double> outcomes_of(const Function& f, std::size_t points, std::uint64_t seed) {
    std::vector<double> outcomes;
    const Stream stream(seed, 0, Purpose("test"));
    for (std::size_t j = 0; j < points; ++j) {
        Rng rng = stream.at(Identity{j}, 0);
        std::array<double, 3> a{};
        std::array<double, 3> b{};
        for (std::size_t k = 0; k < 3; ++k) {
            a[k] = rng.uniform();
            b[k] = rng.uniform();
        }
        outcomes.push_back(f(a));
        outcomes.push_back(f(b));
        for (std::size_t k = 0; k < 3; ++k) {
            std::array<double, 3> mixed = a;
            mixed[k] = b[k];
            outcomes.push_back(f(mixed));
        }
    }
    return outcomes;
}

// Additive: variance a² / 12 of each term.
double additive(const std::array<double, 3>& x) {
    return 3.0 * x[0] + 4.0 * x[1];
}

// x1 x2 with means of zero: all of the variance is interaction.
double product(const std::array<double, 3>& x) {
    return (x[0] - 0.5) * (x[1] - 0.5);
}

TEST(SobolIndices, OfASumAreTheSharesOfItsTerms) {
    const SobolIndices indices = sobol_indices(outcomes_of(additive, 20'000, 1), 3, 200, 1);
    EXPECT_NEAR(indices.variance, 25.0 / 12.0, 0.05);
    EXPECT_NEAR(indices.first[0].value, 0.36, 0.02);
    EXPECT_NEAR(indices.first[1].value, 0.64, 0.02);
    EXPECT_NEAR(indices.total[0].value, 0.36, 0.02);
    EXPECT_EQ(indices.first[2].value, 0.0);  // what does not act moves nothing, exactly
    EXPECT_EQ(indices.total[2].value, 0.0);
}

TEST(SobolIndices, TellInteractionFromWhatFactorsDoAlone) {
    const SobolIndices indices = sobol_indices(outcomes_of(product, 20'000, 2), 3, 200, 1);
    EXPECT_NEAR(indices.first[0].value, 0.0, 0.03);
    EXPECT_NEAR(indices.total[0].value, 1.0, 0.05);
    EXPECT_NEAR(indices.total[1].value, 1.0, 0.05);
}

TEST(SobolIndices, HaveIntervalsThatCoverTheTruth) {
    int covered = 0;
    constexpr int repeats = 200;
    for (std::uint64_t seed = 0; seed < repeats; ++seed) {
        const SobolIndices indices =
            sobol_indices(outcomes_of(additive, 200, 100 + seed), 3, 300, 1);
        covered += indices.first[0].low <= 0.36 && 0.36 <= indices.first[0].high ? 1 : 0;
    }
    // 95 % of 200 is 190; percentile intervals of 200 points cover a little less.
    EXPECT_GE(covered, 180);
    EXPECT_LE(covered, 199);
}

TEST(SobolIndices, LeaveOutBasePointsThatAreNotWhole) {
    std::vector<double> outcomes = outcomes_of(additive, 100, 3);
    const SobolIndices whole = sobol_indices(outcomes, 3, 0, 1);
    outcomes.insert(outcomes.end(), {1e9, std::numeric_limits<double>::quiet_NaN(), 1e9, 1e9, 1e9});
    const SobolIndices gappy = sobol_indices(outcomes, 3, 0, 1);
    EXPECT_EQ(gappy.used, 100U);
    EXPECT_EQ(gappy.first[0].value, whole.first[0].value);
}

TEST(SobolIndices, OfAConstantAreMissing) {
    const SobolIndices indices =
        sobol_indices(outcomes_of([](const auto&) { return 2.0; }, 10, 1), 3, 10, 1);
    EXPECT_EQ(indices.variance, 0.0);
    EXPECT_TRUE(std::isnan(indices.first[0].value));
}

}  // namespace
}  // namespace sim
