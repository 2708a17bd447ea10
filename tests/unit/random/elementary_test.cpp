// SPDX-License-Identifier: Apache-2.0
// Logarithm and exponential against those of the C library, and at the edges of their ranges.
#include "sim/random/elementary.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "sim/random/elementary_batch.hpp"

namespace sim::testing {
namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

TEST(Elementary, LogAgreesWithTheLibraryOverAllMagnitudes) {
    for (int step = 0; step <= 20'000; ++step) {
        const double x = std::pow(10.0, -307.0 + 614.0 * step / 20'000.0);
        EXPECT_NEAR(elementary::log(x), std::log(x), 2.0 * epsilon * std::abs(std::log(x))) << x;
    }
}

TEST(Elementary, LogKeepsItsPrecisionNearOne) {
    for (int step = 1; step <= 2'000; ++step) {
        for (const double x : {1.0 + step * 1e-9, 1.0 - step * 1e-9, 1.0 + step * 3e-4}) {
            EXPECT_NEAR(elementary::log(x), std::log(x), 2.0 * epsilon * std::abs(std::log(x)))
                << x;
        }
    }
    EXPECT_EQ(elementary::log(1.0), 0.0);
    EXPECT_EQ(elementary::log(0x1p-1022), std::log(0x1p-1022));
}

TEST(Elementary, Log1pAgreesWithTheLibrary) {
    for (int step = 0; step <= 20'000; ++step) {
        const double x = -0.9999 + 4.0 * step / 20'000.0;
        EXPECT_NEAR(elementary::log1p(x), std::log1p(x), 3.0 * epsilon * std::abs(std::log1p(x)))
            << x;
    }
    EXPECT_EQ(elementary::log1p(0.0), 0.0);
    EXPECT_EQ(elementary::log1p(1e-300), 1e-300);
    EXPECT_EQ(elementary::log1p(-1e-18), -1e-18);
}

TEST(Elementary, ExpAgreesWithTheLibraryOverAllMagnitudes) {
    for (int step = 0; step <= 20'000; ++step) {
        const double x = -708.0 + 1417.0 * step / 20'000.0;
        EXPECT_NEAR(elementary::exp(x), std::exp(x), 2.0 * epsilon * std::exp(x)) << x;
    }
    EXPECT_EQ(elementary::exp(0.0), 1.0);
}

TEST(Elementary, ExpIsRightAtTheEndsOfItsRange) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(elementary::exp(710.0), infinity);
    EXPECT_EQ(elementary::exp(infinity), infinity);
    EXPECT_EQ(elementary::exp(-infinity), 0.0);
    EXPECT_EQ(elementary::exp(-746.0), 0.0);
    EXPECT_NEAR(elementary::exp(-740.0), std::exp(-740.0), 5e-324);  // subnormal
    EXPECT_TRUE(std::isnan(elementary::exp(std::numeric_limits<double>::quiet_NaN())));
}

// The same bits, whatever number of them is left over.
void expect_batch(void (*each)(std::span<double>), double (*one)(double),
                  const std::vector<double>& numbers) {
    for (std::size_t count = 0; count <= numbers.size();
         count = count < 20 ? count + 1 : 2 * count) {
        std::vector<double> batch(numbers.end() - static_cast<std::ptrdiff_t>(count),
                                  numbers.end());
        const std::vector<double> alone = batch;
        each(batch);
        for (std::size_t i = 0; i < count; ++i) {
            EXPECT_EQ(std::bit_cast<std::uint64_t>(batch[i]),
                      std::bit_cast<std::uint64_t>(one(alone[i])))
                << alone[i];
        }
    }
}

TEST(Elementary, BatchesHaveTheBitsOfOneByOne) {
    std::vector<double> positive;
    std::vector<double> any;
    for (int step = 0; step <= 40'000; ++step) {
        positive.push_back(std::pow(10.0, -307.0 + 614.0 * step / 40'000.0));
        positive.push_back(1.0 - 1e-9 * step);
        any.push_back(-745.0 + 1454.0 * step / 40'000.0);
        any.push_back(1e-4 * (step - 20'000));
    }
    expect_batch(elementary::log_each, elementary::log, positive);
    expect_batch(elementary::exp_each, elementary::exp, any);
    any.insert(any.end(), {710.0, -746.0, std::numeric_limits<double>::infinity(), -1e300});
    expect_batch(elementary::exp_each, elementary::exp, any);
}

}  // namespace
}  // namespace sim::testing
