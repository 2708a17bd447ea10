// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/emulator.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "sim/random/rng.hpp"

namespace sim {
namespace {

// Of the third degree in one coordinate, with a product of two; the fourth does nothing.
double surface(const Point& p) {
    const double t = p[0] - 0.5;
    return 1.0 + 2.0 * p[1] - 4.0 * t * t * t + 3.0 * p[1] * p[2];
}

std::vector<double> values_of(const std::vector<Point>& points, double noise) {
    Rng rng = Stream(5, 0, Purpose("noise")).at({}, 0);
    std::vector<double> values;
    for (const Point& point : points) {
        values.push_back(surface(point) + noise * rng.normal());
    }
    return values;
}

TEST(Emulator, IsExactForAPolynomialOfItsTerms) {
    const std::vector<Point> points = sobol_points(60, 4, 1);
    const Emulator emulator(whole_cube(4), points, values_of(points, 0.0));
    for (const Point& point : sobol_points(20, 4, 2)) {
        EXPECT_NEAR(emulator.mean(point), surface(point), 1e-6);
        EXPECT_NEAR(emulator.predict(point).mean, emulator.mean(point), 1e-12);
        const std::vector<double> gradient = emulator.gradient(point);
        const double t = point[0] - 0.5;
        EXPECT_NEAR(gradient[0], -12.0 * t * t, 1e-4);
        EXPECT_NEAR(gradient[1], 2.0 + 3.0 * point[2], 1e-4);
        EXPECT_NEAR(gradient[2], 3.0 * point[1], 1e-4);
        EXPECT_NEAR(gradient[3], 0.0, 1e-4);
    }
}

TEST(Emulator, KnowsItsOwnError) {
    const std::vector<Point> points = sobol_points(120, 4, 1);
    const double noise = 0.2;
    const Emulator emulator(whole_cube(4), points, values_of(points, noise));
    double squares = 0.0;
    const std::vector<Point> others = sobol_points(200, 4, 3);
    for (const Point& point : others) {
        const double z = (emulator.mean(point) - surface(point)) / emulator.predict(point).sd;
        squares += z * z;  // without the noise of the run itself, so below one
        EXPECT_NEAR(emulator.predict(point).sd, noise, 0.08);
    }
    EXPECT_LT(squares / static_cast<double>(others.size()), 1.0);
}

TEST(Emulator, GivesNoTermsToNoise) {
    const std::vector<Point> points = sobol_points(80, 6, 1);
    Rng rng = Stream(8, 0, Purpose("noise")).at({}, 0);
    int with_terms = 0;
    for (int repeat = 0; repeat < 50; ++repeat) {
        std::vector<double> values(points.size());
        for (double& value : values) {
            value = rng.normal();
        }
        const Emulator emulator(whole_cube(6), points, values);
        for (const double slope : emulator.gradient(Point(6, 0.3))) {
            with_terms += slope != 0.0 ? 1 : 0;
        }
    }
    EXPECT_LE(with_terms, 6);  // of 300
}

TEST(Emulator, PassesOverPointsWithoutAValue) {
    const std::vector<Point> points = sobol_points(60, 4, 1);
    std::vector<double> values = values_of(points, 0.0);
    values[7] = std::nan("");
    values[30] = std::nan("");
    const Emulator emulator(whole_cube(4), points, values);
    EXPECT_NEAR(emulator.mean(points[7]), surface(points[7]), 1e-6);
}

TEST(UnitCube, GoesThereAndBackOnEachScale) {
    for (const FitScale scale : {FitScale::linear, FitScale::log, FitScale::logit}) {
        const FittedParameter parameter{"p", "1", {0.02, 0.9}, scale};
        EXPECT_EQ(value_at(parameter, 0.0), 0.02);
        EXPECT_EQ(value_at(parameter, 1.0), 0.9);
        for (const double unit : {0.1, 0.5, 0.77}) {
            EXPECT_NEAR(unit_of(parameter, value_at(parameter, unit)), unit, 1e-5);
        }
    }
    // Half-way between 1 and 100 by factors is 10.
    EXPECT_EQ(value_at({"p", "1", {1.0, 100.0}, FitScale::log}, 0.5), 10.0);
    EXPECT_EQ(unit_of({"p", "1", {1.0, 100.0}, FitScale::log}, 500.0), 1.0);
}

TEST(UnitCube, SobolPointsFillTheCubeEvenly) {
    const std::vector<Point> points = sobol_points(256, 5, 11);
    for (std::size_t k = 0; k < 5; ++k) {
        std::vector<int> cells(64, 0);
        for (const Point& point : points) {
            ++cells[static_cast<std::size_t>(point[k] * 64.0)];
        }
        for (const int count : cells) {
            EXPECT_EQ(count, 4);  // a net: each cell of an elementary interval alike
        }
    }
    EXPECT_EQ(points, sobol_points(256, 5, 11));
    EXPECT_NE(points, sobol_points(256, 5, 12));
}

}  // namespace
}  // namespace sim
