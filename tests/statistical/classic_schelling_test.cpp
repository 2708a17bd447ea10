// SPDX-License-Identifier: Apache-2.0
// Segregation that mild preferences end in, against 200 runs of an independent program: 50 × 50
// torus, eight neighbours, density 0.95. Both sides carry sampling error; 3 joint standard errors.
#include <ostream>

#include <gtest/gtest.h>

#include "tests/statistical/classic_runs.hpp"

namespace {

struct Case {
    double threshold;
    double share;
    double share_error;
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << "threshold " << one.threshold;
}

class SchellingShare : public testing::TestWithParam<Case> {};

TEST_P(SchellingShare, MeetsThePublishedMean) {
    constexpr std::uint32_t runs = 100;
    constexpr int sweeps = 60;  // no run has needed more than 36
    const Case& expected = GetParam();
    const sim::Scenario scenario =
        classic_test::scenario_of({{"city.threshold", expected.threshold}}, sweeps, 1971);
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    std::vector<double> shares;
    for (std::uint32_t replicate = 0; replicate < runs; ++replicate) {
        const classic_test::Finished run(classic::make_schelling(), scenario, replicate, *executor);
        ASSERT_EQ(run.last("moves"), std::vector<double>{0.0}) << "replicate " << replicate;
        ASSERT_EQ(run.last("unhappy_share"), std::vector<double>{0.0});
        shares.push_back(run.last("same_type_share").at(0));
    }
    const auto [mean, error] = classic_test::estimate(shares);
    EXPECT_NEAR(mean, expected.share, 3.0 * std::hypot(error, expected.share_error))
        << "standard error " << error;
}

INSTANTIATE_TEST_SUITE_P(Density95, SchellingShare,
                         testing::Values(Case{0.2, 0.5622, 0.0006}, Case{0.3, 0.7562, 0.0008},
                                         Case{0.4, 0.8413, 0.0006}, Case{0.5, 0.8697, 0.0006}));

}  // namespace
