// SPDX-License-Identifier: Apache-2.0
// Target R10 on the code that choices use: two tracks, families follow last year's entrants of
// their city. m = tanh(h + J m): one equilibrium up to J = 1, history above it.
#include "models/vocational/markets/choice/peer_effect.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/markets/choice/nested_logit.hpp"

namespace vocational {
namespace {

// Share of the first of two tracks less that of the second, a year after it was m.
double next(double m, double h, double social_interaction) {
    const std::array<double, 2> utilities{h + peer_utility(social_interaction, 0.5 * (1.0 + m)),
                                          -h + peer_utility(social_interaction, 0.5 * (1.0 - m))};
    const auto shares = logit_shares(utilities);
    return shares[0] - shares[1];
}

double settled(double start, double h, double social_interaction) {
    double m = start;
    for (int year = 0; year < 20'000; ++year) {
        const double before = m;
        m = next(m, h, social_interaction);
        if (std::abs(m - before) < 1e-14) {
            break;
        }
    }
    return m;
}

TEST(PeerEffect, OneYearIsTheHyperbolicTangent) {
    EXPECT_NEAR(next(0.3, 0.1, 0.8), std::tanh(0.1 + 0.8 * 0.3), 1e-12);
}

TEST(PeerEffect, BelowTheCriticalStrengthThereIsOneEquilibrium) {
    for (const double strength : {0.0, 0.4, 0.9}) {
        EXPECT_NEAR(settled(0.9, 0.0, strength), 0.0, 1e-8) << strength;
        EXPECT_NEAR(settled(-0.9, 0.0, strength), 0.0, 1e-8) << strength;
    }
}

TEST(PeerEffect, AboveItThereAreTwo) {
    EXPECT_NEAR(settled(0.5, 0.0, 1.2), 0.65856966, 1e-8);
    EXPECT_NEAR(settled(-0.5, 0.0, 1.2), -0.65856966, 1e-8);
    EXPECT_NEAR(settled(0.5, 0.0, 2.0), 0.95750402, 1e-8);
    EXPECT_NEAR(settled(-0.5, 0.0, 2.0), -0.95750402, 1e-8);
    EXPECT_NEAR(settled(-0.9, 0.1, 1.5), -0.80108038, 1e-8);
    EXPECT_NEAR(settled(0.9, 0.1, 1.5), 0.89385520, 1e-8);
}

// Whether the lower equilibrium is left; near its end m creeps past it for many thousand years.
bool leaves_below(double h, double social_interaction) {
    double m = -0.9;
    for (double before = -1.0; m < 0.0 && m != before;) {
        before = m;
        m = next(m, h, social_interaction);
    }
    return m >= 0.0;
}

TEST(PeerEffect, TheSecondEquilibriumEndsAtTheTargetsField) {
    double held = 0.2;
    double left = 0.21;
    while (left - held > 1e-9) {
        const double middle = 0.5 * (held + left);
        (leaves_below(middle, 1.5) ? left : held) = middle;
    }
    EXPECT_NEAR(held, 0.20754646, 1e-8);
}

// The path of m while h rises and falls again.
double widest_gap(double social_interaction) {
    double gap = 0.0;
    double up = settled(-0.9, -0.5, social_interaction);
    std::array<double, 101> rising{};
    for (std::size_t i = 0; i <= 100; ++i) {
        rising[i] = up = settled(up, -0.5 + 0.01 * static_cast<double>(i), social_interaction);
    }
    double down = up;
    for (std::size_t i = 101; i-- > 0;) {
        down = settled(down, -0.5 + 0.01 * static_cast<double>(i), social_interaction);
        gap = std::max(gap, std::abs(down - rising[i]));
    }
    return gap;
}

TEST(PeerEffect, UpAndDownDifferAboveTheCriticalStrengthOnly) {
    EXPECT_LT(widest_gap(0.8), 1e-6);
    EXPECT_GT(widest_gap(1.5), 1.0);
}

}  // namespace
}  // namespace vocational
