// SPDX-License-Identifier: Apache-2.0
// R10 through the model's own phases: twin cities with equal means, one of which began with a high
// prestige of vocational school and one with a low one. Families choose (Zhongkao), the young
// follow last year's and the city's prestige (NoteOutlook), and for forty years nothing else
// happens. Below the critical strength of following both come to the same place; above it each
// keeps its own, at the two roots of m = tanh(h + J m), long after prestige has lost its start.
#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/markets/zhongkao.hpp"
#include "models/vocational/phases/begin_pathways.hpp"
#include "models/vocational/phases/beliefs/form_beliefs.hpp"
#include "models/vocational/phases/beliefs/note_outlook.hpp"
#include "tests/unit/vocational/markets/twin_world.hpp"

namespace vocational::testing {
namespace {

constexpr int years = 40;
constexpr int measured = 10;  // last years that count
constexpr std::uint32_t a_quarter = 250;

// Means of the last years, by city.
struct Outcome {
    std::array<double, 2> difference{};  // share in vocational less share in general schools
    std::array<double, 2> prestige{};    // of vocational school
};

struct Twins {
    double social_interaction;
    double vocational_penalty = 0.0;
    double constant = 0.0;  // utility of vocational against general school: 2 h
};

Outcome live(const Twins& twins) {
    TwinWorld world(a_quarter, years);
    world.params.prestige.social_interaction.assign(twins.social_interaction);
    world.params.prestige.vocational_penalty.assign(twins.vocational_penalty);
    world.params.choice.secondary_vocational.assign(twins.constant);
    for (std::size_t city = 0; city < TwinWorld::cities; ++city) {
        const double side = city == 0 ? 1.0 : -1.0;
        world.standing().prestige[world.cell(city, Track::secondary_vocational)] = side;
        world.standing().prestige[world.cell(city, Track::general_high)] = -side;
        for (const Track track : {Track::secondary_vocational, Track::general_high}) {
            world.standing().peers[world.cell(city, track)] = 0.5;
        }
    }
    BeginPathways begin(world.world);
    FormBeliefs beliefs(world.setting, world.params);
    Zhongkao zhongkao(world.setting, world.params);
    NoteOutlook outlook(world.setting, world.params, world.world);
    Outcome outcome;
    for (int year = 0; year < years; ++year) {
        const sim::Quarter autumn(TwinWorld::first_year + year, 3);
        world.run(begin, autumn);
        world.run(beliefs, autumn);
        world.run(zhongkao, autumn);
        world.run(outlook, autumn);
        world.run(outlook, autumn + 1);
        for (std::size_t city = 0; city < 2 && year >= years - measured; ++city) {
            const StandingTable& now = world.standing();
            const std::size_t cell = world.cell(city, Track::secondary_vocational);
            outcome.difference[city] +=
                (now.peers[cell] - now.peers[world.cell(city, Track::general_high)]) / measured;
            outcome.prestige[city] += now.prestige[cell] / measured;
        }
    }
    return outcome;
}

// Standard error of the mean of the last years around the root m: shares of n people that follow
// last year's with slope J (1 − m²). Yearly means are correlated, so none is counted as new.
double error_at(double social_interaction, double m) {
    const double slope = social_interaction * (1.0 - m * m);
    return std::sqrt((1.0 - m * m) / (4.0 * a_quarter) / (1.0 - slope * slope));
}

TEST(PrestigeHistory, BelowTheCriticalStrengthItIsForgotten) {
    for (const double strength : {0.0, 0.4, 0.8}) {
        const Outcome outcome = live({strength});
        for (std::size_t city = 0; city < 2; ++city) {
            EXPECT_NEAR(outcome.difference[city], 0.0, 3.0 * error_at(strength, 0.0)) << strength;
            EXPECT_NEAR(outcome.prestige[city], 0.0, 0.01) << strength;
        }
    }
}

TEST(PrestigeHistory, AboveItEachTwinKeepsItsRoot) {
    constexpr double strength = 1.2;
    constexpr double root = 0.65856966;
    const Outcome outcome = live({strength});
    const double error = 3.0 * error_at(strength, root);
    EXPECT_NEAR(outcome.difference[0], root, error);
    EXPECT_NEAR(outcome.difference[1], -root, error);
    EXPECT_NEAR(outcome.prestige[0] - outcome.prestige[1], 0.0, 0.02);  // its start is gone
}

TEST(PrestigeHistory, AFieldBelowTheThresholdMovesTheRootsAndLeavesBoth) {
    constexpr double strength = 1.5;
    const Outcome outcome = live({strength, 0.0, -0.2});  // h = −0.1
    EXPECT_NEAR(outcome.difference[0], 0.80108038, 3.0 * error_at(strength, 0.80108038));
    EXPECT_NEAR(outcome.difference[1], -0.89385520, 3.0 * error_at(strength, 0.89385520));
}

// With the penalty that vocational tracks bear where many attend them, prestige itself keeps the
// history: where they are common it is low. That works against following, so the critical strength
// lies somewhat above 1.
TEST(PrestigeHistory, PrestigeDiffersBetweenTwinsAboveTheCriticalStrengthOnly) {
    const double penalty = PrestigeParams{}.vocational_penalty;
    const Outcome weak = live({PrestigeParams{}.social_interaction, penalty});
    EXPECT_NEAR(weak.prestige[0], weak.prestige[1], 0.02);
    EXPECT_NEAR(weak.difference[0], weak.difference[1], 0.1);
    const Outcome strong = live({1.5, penalty});
    EXPECT_LT(strong.prestige[0], strong.prestige[1] - 0.2);
    EXPECT_GT(strong.difference[0], strong.difference[1] + 0.8);
}

}  // namespace
}  // namespace vocational::testing
