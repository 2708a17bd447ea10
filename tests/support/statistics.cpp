// SPDX-License-Identifier: Apache-2.0
// P-values. Limit laws are written out; chi-square, Student and normal tails come from Boost.Math.
#include "tests/support/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "sim/core/contract.hpp"

namespace sim::testing {

namespace {

// The sample as probabilities under the claim, in rising order.
std::vector<double> sorted_probabilities(std::span<const double> sample, const Cdf& cdf) {
    SIM_EXPECT(!sample.empty());
    std::vector<double> values(sample.begin(), sample.end());
    std::sort(values.begin(), values.end());
    std::transform(values.begin(), values.end(), values.begin(), cdf);
    return values;
}

// Upper tail of Kolmogorov's law; below 0.3 it is 1 to five digits.
double kolmogorov_tail(double x) {
    if (x < 0.3) {
        return 1.0;
    }
    double sum = 0.0;
    for (int term = 1; term <= 20; ++term) {
        const double sign = term % 2 == 1 ? 2.0 : -2.0;
        sum += sign * std::exp(-2.0 * term * term * x * x);
    }
    return std::clamp(sum, 0.0, 1.0);
}

// Limit law of the Anderson-Darling statistic.
double anderson_darling_limit(double z) {
    if (z < 2.0) {
        const double inner =
            2.00012 +
            (0.247105 - (0.0649821 - (0.0347962 - (0.011672 - 0.00168691 * z) * z) * z) * z) * z;
        return std::exp(-1.2337141 / z) / std::sqrt(z) * inner;
    }
    const double inner =
        1.0776 - (2.30695 - (0.43424 - (0.082433 - (0.008056 - 0.0003146 * z) * z) * z) * z) * z;
    return std::exp(-std::exp(inner));
}

// What the law for a sample of n adds to the limit x.
double anderson_darling_correction(double n, double x) {
    if (x > 0.8) {
        return (-130.2137 +
                (745.2337 - (1705.091 - (1950.646 - (1116.360 - 255.7844 * x) * x) * x) * x) * x) /
               n;
    }
    const double border = 0.01265 + 0.1757 / n;
    if (x < border) {
        const double t = x / border;
        return std::sqrt(t) * (1.0 - t) * (49.0 * t - 102.0) *
               (0.0037 / (n * n) + 0.00078 / n + 0.00006) / n;
    }
    const double t = (x - border) / (0.8 - border);
    const double shape =
        -0.00022633 + (6.54034 - (14.6538 - (14.458 - (8.259 - 1.91864 * t) * t) * t) * t) * t;
    return shape * (0.04213 + 0.01365 / n) / n;
}

double chi_square_tail(double statistic, double degrees) {
    const boost::math::chi_squared_distribution<double> law(degrees);
    return boost::math::cdf(boost::math::complement(law, statistic));
}

double mean_of(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

double ks_p_value(std::span<const double> sample, const Cdf& cdf) {
    const std::vector<double> p = sorted_probabilities(sample, cdf);
    const auto n = static_cast<double>(p.size());
    double distance = 0.0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const auto below = static_cast<double>(i);
        distance = std::max({distance, p[i] - below / n, (below + 1.0) / n - p[i]});
    }
    const double root = std::sqrt(n);
    return kolmogorov_tail(distance * (root + 0.12 + 0.11 / root));
}

double anderson_darling_p_value(std::span<const double> sample, const Cdf& cdf) {
    const std::vector<double> p = sorted_probabilities(sample, cdf);
    const auto n = static_cast<double>(p.size());
    double sum = 0.0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const double low = std::max(p[i], 1e-300);
        const double high = std::max(1.0 - p[p.size() - 1 - i], 1e-300);
        sum += (2.0 * static_cast<double>(i) + 1.0) * (std::log(low) + std::log(high));
    }
    const double statistic = -n - sum / n;
    const double limit = anderson_darling_limit(statistic);
    return std::clamp(1.0 - limit - anderson_darling_correction(n, limit), 0.0, 1.0);
}

double chi_square_p_value(std::span<const std::uint64_t> counts,
                          std::span<const double> probabilities) {
    SIM_EXPECT(counts.size() == probabilities.size());
    constexpr double least_expected = 10.0;
    double total = 0.0;
    for (const std::uint64_t count : counts) {
        total += static_cast<double>(count);
    }
    SIM_EXPECT(total >= 2.0 * least_expected);
    std::vector<double> observed;
    std::vector<double> expected;
    bool is_full = true;  // whether the last pooled cell expects enough
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (is_full) {
            observed.push_back(0.0);
            expected.push_back(0.0);
        }
        if (probabilities[i] <= 0.0 && counts[i] > 0) {
            return 0.0;
        }
        observed.back() += static_cast<double>(counts[i]);
        expected.back() += total * probabilities[i];
        is_full = expected.back() >= least_expected;
    }
    if (!is_full && expected.size() > 1) {
        expected[expected.size() - 2] += expected.back();
        observed[observed.size() - 2] += observed.back();
        expected.pop_back();
        observed.pop_back();
    }
    SIM_EXPECT(expected.size() >= 2);
    double statistic = 0.0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double difference = observed[i] - expected[i];
        statistic += difference * difference / expected[i];
    }
    return chi_square_tail(statistic, static_cast<double>(expected.size() - 1));
}

double chi_square_p_value(std::span<const std::uint64_t> sample, std::size_t cells,
                          const std::function<double(std::uint64_t)>& mass) {
    SIM_EXPECT(cells >= 2);
    std::vector<std::uint64_t> counts(cells, 0);
    for (const std::uint64_t value : sample) {
        ++counts[std::min<std::size_t>(value, cells - 1)];
    }
    std::vector<double> probabilities(cells);
    double rest = 1.0;
    for (std::size_t k = 0; k + 1 < cells; ++k) {
        probabilities[k] = mass(k);
        rest -= probabilities[k];
    }
    probabilities.back() = std::max(rest, 0.0);
    return chi_square_p_value(counts, probabilities);
}

double normal_p_value(double z) {
    return 2.0 * boost::math::cdf(boost::math::normal_distribution<double>(), -std::abs(z));
}

double mean_p_value(std::span<const double> sample, double mean, double sd) {
    SIM_EXPECT(!sample.empty() && sd > 0.0);
    return normal_p_value((mean_of(sample) - mean) / sd *
                          std::sqrt(static_cast<double>(sample.size())));
}

double correlation_p_value(std::span<const double> first, std::span<const double> second) {
    SIM_EXPECT(first.size() == second.size() && first.size() > 3);
    const double mean_first = mean_of(first);
    const double mean_second = mean_of(second);
    double product = 0.0;
    double square_first = 0.0;
    double square_second = 0.0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const double x = first[i] - mean_first;
        const double y = second[i] - mean_second;
        product += x * y;
        square_first += x * x;
        square_second += y * y;
    }
    SIM_EXPECT(square_first > 0.0 && square_second > 0.0);
    const double r =
        std::clamp(product / std::sqrt(square_first * square_second), -1.0 + 1e-15, 1.0 - 1e-15);
    const double degrees = static_cast<double>(first.size()) - 2.0;
    const boost::math::students_t_distribution<double> law(degrees);
    return 2.0 * boost::math::cdf(law, -std::abs(r) * std::sqrt(degrees / (1.0 - r * r)));
}

double pair_p_value(std::span<const double> first, std::span<const double> second,
                    std::size_t cells) {
    SIM_EXPECT(first.size() == second.size());
    const auto cell = [cells](double u) {
        return std::min(static_cast<std::size_t>(u * static_cast<double>(cells)), cells - 1);
    };
    std::vector<std::uint64_t> counts(cells * cells, 0);
    for (std::size_t i = 0; i < first.size(); ++i) {
        ++counts[cell(first[i]) * cells + cell(second[i])];
    }
    const std::vector<double> equal(counts.size(), 1.0 / static_cast<double>(counts.size()));
    return chi_square_p_value(counts, equal);
}

double uniformity_p_value(std::span<const double> p_values) {
    return ks_p_value(p_values, [](double p) { return p; });
}

}  // namespace sim::testing
