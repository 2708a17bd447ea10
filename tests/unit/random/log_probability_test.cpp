// SPDX-License-Identifier: Apache-2.0
// The probabilities behind rejection of counts, against gamma functions of Boost.Math: an error
// here is far too small to show in samples.
#include "sim/random/log_probability.hpp"

#include <cmath>

#include <boost/math/special_functions/gamma.hpp>
#include <gtest/gtest.h>

namespace sim::testing {
namespace {

using draw::detail::log_binomial_ratio;
using draw::detail::log_poisson;
using draw::detail::stirling_correction;

// In long double, so that the reference keeps its digits where large terms cancel.
long double log_factorial(double k) {
    return boost::math::lgamma(static_cast<long double>(k) + 1);
}

TEST(LogProbability, StirlingCorrectionIsTheRestOfTheLogFactorial) {
    const long double half_log_two_pi = 0.918938533204672741780329736405617640L;
    for (double k = 0.0; k < 60.0; k += 1.0) {
        const long double z = static_cast<long double>(k) + 1;
        const long double rest =
            log_factorial(k) - ((z - 0.5L) * std::log(z) - z + half_log_two_pi);
        EXPECT_NEAR(stirling_correction(k), static_cast<double>(rest), 2e-14) << k;
    }
}

TEST(LogProbability, BinomialRatioAgreesWithFactorials) {
    struct Case {
        double n;
        double p;
        double step;
    };
    for (const Case& row : {Case{20.0, 0.5, 1.0},
                            {30.0, 0.4, 1.0},
                            {1000.0, 0.011, 1.0},
                            {1e5, 0.3, 25.0},
                            {1e9, 0.2, 3000.0}}) {
        const double odds = row.p / (1.0 - row.p);
        const double m = std::floor((row.n + 1.0) * row.p);
        for (int steps = -20; steps <= 20; ++steps) {
            const double k = m + steps * row.step;
            if (k < 0.0 || k > row.n) {
                continue;
            }
            const long double expected =
                log_factorial(m) + log_factorial(row.n - m) - log_factorial(k) -
                log_factorial(row.n - k) +
                static_cast<long double>(k - m) * std::log(static_cast<long double>(odds));
            EXPECT_NEAR(log_binomial_ratio(k, m, row.n, odds), static_cast<double>(expected),
                        1e-12 + 1e-18 * row.n * 10.0)
                << row.n << ' ' << k;
        }
    }
}

TEST(LogProbability, PoissonAgreesWithFactorials) {
    for (const double mean : {10.0, 14.3, 200.0, 1e5, 1e9}) {
        const double step = std::ceil(std::sqrt(mean) / 4.0);
        for (int steps = -20; steps <= 20; ++steps) {
            const double k = std::floor(mean) + steps * step;
            if (k < 0.0) {
                continue;
            }
            const long double wide = mean;
            const long double expected =
                static_cast<long double>(k) * std::log(wide) - wide - log_factorial(k);
            EXPECT_NEAR(log_poisson(k, mean), static_cast<double>(expected), 1e-12 + 1e-17 * mean)
                << mean << ' ' << k;
        }
    }
}

}  // namespace
}  // namespace sim::testing
