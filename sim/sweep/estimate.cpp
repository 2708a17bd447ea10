// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/estimate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/distributions/students_t.hpp>

#include "sim/core/contract.hpp"

namespace sim {

namespace {

// Of Student's t at 97.5 %; kept for the last count, because a caller asks for one again and again.
double t_quantile(std::size_t count) {
    thread_local std::size_t last = 0;
    thread_local double quantile = 0.0;
    if (count != last) {
        const auto n = static_cast<double>(count);
        quantile = boost::math::quantile(boost::math::students_t(n - 1.0), 0.975);
        last = count;
    }
    return quantile;
}

}  // namespace

Estimate estimate(std::span<const double> draws) {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    double sum = 0.0;
    std::size_t count = 0;
    std::size_t below = 0;
    for (const double draw : draws) {
        if (!std::isnan(draw)) {
            sum += draw;
            ++count;
            below += draw < 0.0 ? 1 : 0;
        }
    }
    if (count == 0) {
        return {missing, missing, missing, missing, 0};
    }
    const auto n = static_cast<double>(count);
    const double mean = sum / n;
    const double share = static_cast<double>(below) / n;
    if (count == 1) {
        return {mean, missing, missing, share, 1};
    }
    double squares = 0.0;
    for (const double draw : draws) {
        squares += std::isnan(draw) ? 0.0 : (draw - mean) * (draw - mean);
    }
    if (squares == 0.0) {
        return {mean, mean, mean, share, count};
    }
    const double half = t_quantile(count) * std::sqrt(squares / (n - 1.0) / n);
    return {mean, mean - half, mean + half, share, count};
}

Estimate ratio_estimate(std::span<const double> numerators, std::span<const double> denominators) {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    constexpr Estimate none{missing, missing, missing, missing, 0};
    SIM_EXPECT(numerators.size() == denominators.size());
    const Estimate above = estimate(numerators);
    const Estimate below = estimate(denominators);
    const std::size_t count = denominators.size();
    if (above.draws != count || below.draws != count || !(below.low > 0.0)) {
        return none;
    }
    double variance_above = 0.0;
    double variance_below = 0.0;
    double covariance = 0.0;
    std::size_t negative = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double a = numerators[i] - above.mean;
        const double b = denominators[i] - below.mean;
        variance_above += a * a;
        variance_below += b * b;
        covariance += a * b;
        negative += numerators[i] / denominators[i] < 0.0 ? 1U : 0U;
    }
    const auto n = static_cast<double>(count);
    const double t = t_quantile(count);
    const double scale = t * t / (n * (n - 1.0));  // to squares of half widths of means
    // (above − r·below)² = scale · var(above − r·below) has the ends of the interval as roots; the
    // leading coefficient is positive because the denominator's interval excludes zero.
    const double a = below.mean * below.mean - scale * variance_below;
    const double b = above.mean * below.mean - scale * covariance;
    const double c = above.mean * above.mean - scale * variance_above;
    const double root = std::sqrt(std::max(0.0, b * b - a * c));
    return {above.mean / below.mean, (b - root) / a, (b + root) / a,
            static_cast<double>(negative) / n, count};
}

}  // namespace sim
