// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/effort.hpp"

#include <gtest/gtest.h>

namespace vocational {
namespace {

TEST(Effort, IsTheDeclaredMeanAtTheAverage) {
    const GovernmentParams params;
    EXPECT_NEAR(fidelity(params, 0.8, {}), 0.8, 1e-14);
    EXPECT_GT(fidelity(params, 0.8, {.affluence = 1.0}), 0.8);
    EXPECT_LT(fidelity(params, 0.8, {.own = -1.0}), 0.8);
}

// Evidence: accountability raises effort, narrows its spread and invites relabelling.
TEST(Effort, AccountabilityRaisesAndNarrowsItAndIsGamed) {
    const GovernmentParams params;
    const auto spread = [&](double accountability) {
        return log_odds(fidelity(params, 0.8, {1.0, 0.0, accountability})) -
               log_odds(fidelity(params, 0.8, {-1.0, 0.0, accountability}));
    };
    EXPECT_GT(fidelity(params, 0.8, {.accountability = 1.0}), fidelity(params, 0.8, {}));
    EXPECT_NEAR(spread(0.0), 2.0 * params.fidelity_spread, 1e-12);
    EXPECT_NEAR(spread(1.0), spread(0.0) * (1.0 - params.accountability_narrowing), 1e-12);
    EXPECT_GT(relabelled_share(params, 1.0), relabelled_share(params, 0.0));
    EXPECT_DOUBLE_EQ(relabelled_share(params, 1.0), params.gaming_elasticity);
}

}  // namespace
}  // namespace vocational
