// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/present_value.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace vocational {
namespace {

double present_value(const std::vector<double>& flows, double yearly_rate) {
    double sum = 0.0;
    int quarter = 0;
    for (const double flow : flows) {
        sum += flow * discount_factor(yearly_rate, quarter++);
    }
    return sum;
}

TEST(PresentValue, OfAConstantFlowIsAGeometricSum) {
    for (const double rate : {0.03, 0.05, 0.08}) {
        const double step = std::pow(1.0 + rate, -0.25);
        const double expected = 10.0 * (1.0 - std::pow(step, 20)) / (1.0 - step);
        EXPECT_NEAR(present_value(std::vector<double>(20, 10.0), rate), expected, 1e-11);
    }
    EXPECT_DOUBLE_EQ(present_value({1.0, 2.0, 3.0}, 0.0), 6.0);
    EXPECT_NEAR(discount_factor(0.05, 4), 1.0 / 1.05, 1e-15);
}

TEST(PresentValue, OfABondIsItsPrincipal) {
    const double rate = 0.05;
    std::vector<double> service(41, annuity(100.0, quarterly_rate(rate), 40));
    service[0] = 0.0;  // the first payment is due after a quarter
    EXPECT_NEAR(present_value(service, rate), 100.0, 1e-10);
}

}  // namespace
}  // namespace vocational
