// SPDX-License-Identifier: Apache-2.0
// The normal distribution function and its inverse against values computed with 40 digits.
#include "sim/random/normal.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

struct Point {
    double argument;
    double value;
};

TEST(NormalQuantile, AgreesWithFortyDigitArithmetic) {
    constexpr Point points[] = {{1e-300, -37.047096299361199237}, {1e-20, -9.2623400897984075796},
                                {1e-5, -4.2648907939228246102},   {0.025, -1.9599639845400542118},
                                {0.075, -1.4395314709384559349},  {0.3, -0.52440051270804081597}};
    for (const Point& point : points) {
        EXPECT_NEAR(normal_quantile(point.argument), point.value, 1e-15 * std::abs(point.value));
    }
    EXPECT_EQ(normal_quantile(0.5), 0.0);
}

TEST(NormalQuantile, IsSymmetricAndRises) {
    double before = -40.0;
    for (int step = 1; step < 4096; ++step) {
        const double p = step / 4096.0;
        EXPECT_EQ(normal_quantile(p), -normal_quantile(1.0 - p)) << p;
        EXPECT_GT(normal_quantile(p), before) << p;
        before = normal_quantile(p);
    }
}

TEST(NormalCdf, AgreesWithFortyDigitArithmetic) {
    constexpr Point points[] = {
        {-37.0, 5.7255712225245768227e-300}, {-10.0, 7.619853024160526066e-24},
        {-3.0, 0.0013498980316300945267},    {-2.0, 0.0227501319481792072},
        {-1.0, 0.15865525393145705141},      {-0.1, 0.46017216272297101633},
        {0.5, 0.69146246127401310364},       {2.0, 0.9772498680518207928},
        {2.5, 0.99379033467422386483},       {6.0, 0.99999999901341235496}};
    for (const Point& point : points) {
        EXPECT_NEAR(normal_cdf(point.argument), point.value, 1e-12 * point.value) << point.argument;
    }
}

TEST(NormalCdf, IsRightAtInfinity) {
    EXPECT_EQ(normal_cdf(-INFINITY), 0.0);
    EXPECT_EQ(normal_cdf(INFINITY), 1.0);
    EXPECT_EQ(normal_cdf(0.0), 0.5);
}

TEST(NormalCdf, IsTheInverseOfTheQuantile) {
    for (int step = -70; step <= 70; ++step) {
        const double x = step / 10.0;
        const double p = normal_cdf(-std::abs(x));
        EXPECT_NEAR(normal_quantile(p), -std::abs(x), 1e-12) << x;
    }
}

}  // namespace
}  // namespace sim::testing
