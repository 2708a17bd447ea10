// SPDX-License-Identifier: Apache-2.0
// Roy's model of self-selection: people know both of their wages and take the higher. With sD² =
// s1² + s2² − 2 r s1 s2 and z = (m1 − m2) ÷ sD, sector 1 has the share Φ(z), and the mean wage
// there is m1 + (s1² − r s1 s2) ÷ sD · φ(z) ÷ Φ(z). Normal draws are the
// engine's; who takes which wage is decided here, since no code of the engine compares wages.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <ostream>

#include <gtest/gtest.h>

#include "sim/random/rng.hpp"
#include "tests/support/test_random.hpp"

namespace sim::testing {
namespace {

struct Sector {
    double mean;
    double spread;
};

struct RoyCase {
    const char* name;
    Sector one;
    Sector two;
    double correlation;
};

void PrintTo(const RoyCase& one, std::ostream* out) {
    *out << one.name;
}

double normal_density(double z) {
    return std::exp(-0.5 * z * z) / std::sqrt(2.0 * std::numbers::pi);
}
double normal_probability(double z) {
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

// What the closed form says of the first sector.
struct Selected {
    double share;
    double mean_wage;
};

Selected closed_form(const Sector& own, const Sector& other, double correlation) {
    const double joint = correlation * own.spread * other.spread;
    const double spread =
        std::sqrt(own.spread * own.spread + other.spread * other.spread - 2.0 * joint);
    const double z = (own.mean - other.mean) / spread;
    const double share = normal_probability(z);
    const double selection = (own.spread * own.spread - joint) / spread;
    return {share, own.mean + selection * normal_density(z) / share};
}

struct Chosen {
    MeanOf in_one;  // 1 or 0
    MeanOf wage_in_one;
    MeanOf wage_in_two;
    MeanOf wage;
};

Chosen simulate(const RoyCase& world, std::uint32_t people) {
    const Stream stream(1951, 0, Purpose("roy_wages"));
    Chosen chosen;
    for (std::uint32_t person = 0; person < people; ++person) {
        Rng rng = stream.at(Identity{person}, 0);
        const double common = rng.normal();
        const double own = rng.normal();
        const double r = world.correlation;
        const double one = world.one.mean + world.one.spread * common;
        const double two =
            world.two.mean + world.two.spread * (r * common + std::sqrt(1.0 - r * r) * own);
        chosen.in_one.add(one > two ? 1.0 : 0.0);
        (one > two ? chosen.wage_in_one : chosen.wage_in_two).add(std::max(one, two));
        chosen.wage.add(std::max(one, two));
    }
    return chosen;
}

class RoySelection : public ::testing::TestWithParam<RoyCase> {};

TEST_P(RoySelection, ChoiceByTheHigherWageMeetsTheClosedForm) {
    const RoyCase& world = GetParam();
    const Selected one = closed_form(world.one, world.two, world.correlation);
    const Selected two = closed_form(world.two, world.one, world.correlation);
    const Chosen chosen = simulate(world, 2'000'000);
    EXPECT_NEAR(one.share + two.share, 1.0, 1e-14);
    EXPECT_NEAR(chosen.in_one.mean(), one.share, 3.0 * chosen.in_one.standard_error());
    EXPECT_NEAR(chosen.wage_in_one.mean(), one.mean_wage,
                3.0 * chosen.wage_in_one.standard_error());
    EXPECT_NEAR(chosen.wage_in_two.mean(), two.mean_wage,
                3.0 * chosen.wage_in_two.standard_error());
    EXPECT_NEAR(chosen.wage.mean(), one.share * one.mean_wage + two.share * two.mean_wage,
                3.0 * chosen.wage.standard_error());
}

INSTANTIATE_TEST_SUITE_P(Cases, RoySelection,
                         ::testing::Values(RoyCase{"independent", {0.0, 1.0}, {0.0, 1.0}, 0.0},
                                           RoyCase{"correlated", {0.2, 1.0}, {0.0, 1.0}, 0.5},
                                           RoyCase{"low_dispersion", {0.0, 1.0}, {0.1, 0.3}, 0.8},
                                           RoyCase{"comparative", {-0.5, 0.8}, {0.0, 0.6}, -0.4}));

TEST(RoySelection, ClosedFormHasThePublishedDigits) {
    const Selected even = closed_form({0.0, 1.0}, {0.0, 1.0}, 0.0);
    EXPECT_NEAR(even.share, 0.5, 1e-15);
    EXPECT_NEAR(even.mean_wage, 0.56418958, 5e-9);
    EXPECT_NEAR(even.mean_wage, 1.0 / std::sqrt(std::numbers::pi), 1e-15);
    const Selected one = closed_form({0.2, 1.0}, {0.0, 1.0}, 0.5);
    const Selected two = closed_form({0.0, 1.0}, {0.2, 1.0}, 0.5);
    EXPECT_NEAR(one.share, 0.57925971, 5e-9);
    EXPECT_NEAR(one.mean_wage, 0.53753659, 5e-9);
    EXPECT_NEAR(two.mean_wage, 0.46470792, 5e-9);
    EXPECT_NEAR(one.share * one.mean_wage + two.share * two.mean_wage, 0.50689464, 5e-9);
}

// Where wages hardly differ and skills go together, those who stay are the less able: their mean
// lies below the sector's own, while the other sector gains.
TEST(RoySelection, IsNegativeIntoTheSectorOfLowDispersion) {
    const RoyCase world{"low_dispersion", {0.0, 1.0}, {0.1, 0.3}, 0.8};
    const Chosen chosen = simulate(world, 100'000);
    EXPECT_LT(closed_form(world.two, world.one, world.correlation).mean_wage, world.two.mean);
    EXPECT_LT(chosen.wage_in_two.mean() + 3.0 * chosen.wage_in_two.standard_error(),
              world.two.mean);
    EXPECT_GT(chosen.wage_in_one.mean() - 3.0 * chosen.wage_in_one.standard_error(),
              world.one.mean);
}

}  // namespace
}  // namespace sim::testing
