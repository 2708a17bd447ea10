// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/estimate.hpp"

#include <cmath>
#include <limits>

#include <boost/math/distributions/students_t.hpp>

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

}  // namespace sim
