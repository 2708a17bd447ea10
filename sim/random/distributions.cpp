// SPDX-License-Identifier: Apache-2.0
// Continuous variates beyond one-liners, and categories. Counts are in counts.cpp.
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sim::draw {

namespace {

// Gamma variate with shape of 1 or more and scale 1 (Marsaglia & Tsang 2000, ACM TOMS 26: squeeze,
// then the exact test).
double gamma_at_least_one(Rng& rng, double shape) {
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    while (true) {
        const double x = rng.normal();
        const double root = 1.0 + c * x;
        if (root <= 0.0) {
            continue;
        }
        const double v = root * root * root;
        const double u = rng.uniform();
        const double x2 = x * x;
        if (u < 1.0 - 0.0331 * x2 * x2 ||
            elementary::log(u) < 0.5 * x2 + d * (1.0 - v + elementary::log(v))) {
            return d * v;
        }
    }
}

// Logarithm of a gamma variate with scale 1. For shapes below 1, gamma(shape + 1) times a uniform
// to the power 1 / shape; as a logarithm it cannot underflow.
double log_gamma_variate(Rng& rng, double shape) {
    if (shape >= 1.0) {
        return elementary::log(gamma_at_least_one(rng, shape));
    }
    const double larger = gamma_at_least_one(rng, shape + 1.0);
    return elementary::log(larger) - rng.exponential() / shape;
}

}  // namespace

std::int64_t rounded(Rng& rng, double x) {
    SIM_EXPECT(std::abs(x) < 0x1p52);
    const double whole = std::floor(x);
    const bool up = rng.uniform() < x - whole;
    return static_cast<std::int64_t>(whole) + (up ? 1 : 0);
}

TruncatedNormal::TruncatedNormal(double mean, double sd, double low, double high)
    : mean_(mean), signed_sd_(sd), low_(low), high_(high) {
    SIM_EXPECT(sd > 0.0 && low < high);
    double from = (low - mean) / sd;
    double to = (high - mean) / sd;
    if (from > 0.0) {  // probabilities are precise in the lower tail only
        const double mirrored = -to;
        to = -from;
        from = mirrored;
        signed_sd_ = -sd;
    }
    SIM_EXPECT(to >= -37.0);
    first_ = normal_cdf(from);
    width_ = normal_cdf(to) - first_;
}

double TruncatedNormal::operator()(Rng& rng) const {
    double u = rng.uniform();
    if (signed_sd_ < 0.0) {
        u = 1.0 - u;  // the variate must rise with the uniform
    }
    const double p = std::max(first_ + width_ * u, std::numeric_limits<double>::min());
    // Below one, because a value that rounds to one has no quantile.
    const double below_one = std::min(p, 1.0 - 0x1p-53);
    return std::clamp(mean_ + signed_sd_ * normal_quantile(below_one), low_, high_);
}

double gamma(Rng& rng, double shape, double scale) {
    SIM_EXPECT(shape > 0.0 && scale >= 0.0);
    if (shape >= 1.0) {
        return scale * gamma_at_least_one(rng, shape);
    }
    return scale * elementary::exp(log_gamma_variate(rng, shape));
}

double beta(Rng& rng, double shape_one, double shape_zero) {
    SIM_EXPECT(shape_one > 1e-300 && shape_zero > 1e-300);
    const double log_one = log_gamma_variate(rng, shape_one);
    const double log_zero = log_gamma_variate(rng, shape_zero);
    return 1.0 / (1.0 + elementary::exp(log_zero - log_one));
}

std::size_t categorical(Rng& rng, std::span<const double> cumulative) {
    SIM_EXPECT(!cumulative.empty() && cumulative.front() >= 0.0 && cumulative.back() > 0.0);
    // Strictly below the total: uniform() is at most 1 - 2^-53.
    const double point = rng.uniform() * cumulative.back();
    const auto above = std::upper_bound(cumulative.begin(), cumulative.end(), point);
    return static_cast<std::size_t>(above - cumulative.begin());
}

}  // namespace sim::draw
