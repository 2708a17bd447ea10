// SPDX-License-Identifier: Apache-2.0
// Designs: what each promises about where its points lie.
#include "sim/sweep/experiment/design.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "sim/sweep/experiment/sobol_sequence.hpp"

namespace sim {
namespace {

// How many of the points lie in each of `cells` equal intervals of a coordinate.
std::vector<int> counts(const std::vector<UnitPoint>& points, std::size_t k, std::size_t cells) {
    std::vector<int> counted(cells, 0);
    for (const UnitPoint& point : points) {
        ++counted.at(static_cast<std::size_t>(point[k] * static_cast<double>(cells)));
    }
    return counted;
}

TEST(SobolSequence, HasTheDirectionNumbersOfJoeAndKuo) {
    // The first eight points in six dimensions, in Gray code order, as other programs with these
    // numbers give them.
    const std::vector<UnitPoint> expected{{0, 0, 0, 0, 0, 0},
                                          {.5, .5, .5, .5, .5, .5},
                                          {.75, .25, .25, .25, .75, .75},
                                          {.25, .75, .75, .75, .25, .25},
                                          {.375, .375, .625, .875, .375, .125},
                                          {.875, .875, .125, .375, .875, .625},
                                          {.625, .125, .875, .625, .625, .875},
                                          {.125, .625, .375, .125, .125, .375}};
    EXPECT_EQ(sobol_sequence(8, 6, Scrambling::none, 1), expected);
}

TEST(SobolSequence, StaysANetWhenScrambled) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const auto points = sobol_sequence(256, 12, Scrambling::owen, seed);
        for (std::size_t k = 0; k < 12; ++k) {
            EXPECT_EQ(counts(points, k, 256), std::vector<int>(256, 1)) << seed << ' ' << k;
        }
        // The first two coordinates are a (0, 2)-sequence: one point in each box of any shape.
        for (const std::size_t rows : {2U, 16U, 64U}) {
            std::set<std::pair<std::size_t, std::size_t>> boxes;
            for (const UnitPoint& point : points) {
                boxes.emplace(
                    static_cast<std::size_t>(point[0] * static_cast<double>(rows)),
                    static_cast<std::size_t>(point[1] * 256.0 / static_cast<double>(rows)));
            }
            EXPECT_EQ(boxes.size(), 256U);
        }
    }
}

TEST(SobolSequence, IsScrambledByItsSeedAlone) {
    const auto once = sobol_sequence(16, 3, Scrambling::owen, 7);
    EXPECT_EQ(once, sobol_sequence(16, 3, Scrambling::owen, 7));
    EXPECT_NE(once, sobol_sequence(16, 3, Scrambling::owen, 8));
    const auto more = sobol_sequence(64, 5, Scrambling::owen, 7);
    for (std::size_t i = 0; i < once.size(); ++i) {
        EXPECT_TRUE(std::equal(once[i].begin(), once[i].end(), more[i].begin()));
    }
}

TEST(SobolSequence, IsUniformOverScramblings) {
    // A single point is uniform: its mean over scramblings is one half within four standard errors.
    double sum = 0.0;
    constexpr int seeds = 2000;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        sum += sobol_sequence(1, 1, Scrambling::owen, seed)[0][0];
    }
    EXPECT_NEAR(sum / seeds, 0.5, 4.0 * std::sqrt(1.0 / 12.0 / seeds));
}

TEST(FactorialDesign, HasEveryCombinationOnce) {
    const auto points = factorial_design({2, 3});
    ASSERT_EQ(points.size(), 6U);
    EXPECT_EQ(std::set<UnitPoint>(points.begin(), points.end()).size(), 6U);
    EXPECT_EQ(points[0], (UnitPoint{0.25, 1.0 / 6.0}));
    EXPECT_EQ(points[1], (UnitPoint{0.25, 0.5}));
    EXPECT_EQ(points[3], (UnitPoint{0.75, 1.0 / 6.0}));
    EXPECT_EQ(factorial_design({}).size(), 1U);
}

TEST(LhsDesign, HasOnePointInEachInterval) {
    const DesignSpec spec{.kind = DesignKind::lhs, .points = 37, .seed = 5};
    const auto points = lhs_design(spec, 4);
    for (std::size_t k = 0; k < 4; ++k) {
        EXPECT_EQ(counts(points, k, 37), std::vector<int>(37, 1));
    }
    EXPECT_NE(points[0][0], points[0][1]);
    EXPECT_EQ(points, lhs_design(spec, 4));
}

TEST(SobolDesign, MixesEachCoordinateOfBIntoA) {
    const DesignSpec spec{.kind = DesignKind::sobol, .points = 8, .seed = 3};
    const auto points = sobol_design(spec, 3);
    ASSERT_EQ(points.size(), points_of_design(spec, 3));
    for (std::size_t j = 0; j < 8; ++j) {
        const UnitPoint& a = points[j * 5];
        const UnitPoint& b = points[j * 5 + 1];
        for (std::size_t k = 0; k < 3; ++k) {
            EXPECT_NE(a[k], b[k]);
            for (std::size_t other = 0; other < 3; ++other) {
                EXPECT_EQ(points[j * 5 + 2 + k][other], other == k ? b[other] : a[other]);
            }
        }
    }
}

TEST(MorrisDesign, MovesEachFactorOnceByOneStepOnTheGrid) {
    const DesignSpec spec{.kind = DesignKind::morris, .points = 50, .levels = 4, .seed = 3};
    const auto points = morris_design(spec, 5);
    ASSERT_EQ(points.size(), points_of_design(spec, 5));
    std::set<std::size_t> first_moves;
    for (std::size_t t = 0; t < 50; ++t) {
        std::set<std::size_t> moved;
        for (std::size_t s = 0; s < 5; ++s) {
            const UnitPoint& from = points[t * 6 + s];
            const UnitPoint& to = points[t * 6 + s + 1];
            std::size_t changes = 0;
            for (std::size_t k = 0; k < 5; ++k) {
                const double level = to[k] * 3.0;
                EXPECT_NEAR(level, std::round(level), 1e-12);
                EXPECT_GE(to[k], 0.0);
                EXPECT_LE(to[k], 1.0);
                if (from[k] != to[k]) {
                    ++changes;
                    moved.insert(k);
                    EXPECT_NEAR(std::abs(to[k] - from[k]), morris_step(4), 1e-12);
                    if (s == 0) {
                        first_moves.insert(k);
                    }
                }
            }
            EXPECT_EQ(changes, 1U);
        }
        EXPECT_EQ(moved.size(), 5U);
    }
    EXPECT_EQ(first_moves.size(), 5U);  // the order is random
}

}  // namespace
}  // namespace sim
