// SPDX-License-Identifier: Apache-2.0
// Binomial, Poisson and hypergeometric variates: inversion by search where few steps do, Hoermann's
// transformed rejection (BTRS 1993, PTRS 1993) elsewhere. No normal approximation anywhere.
#include <algorithm>
#include <cmath>

#include "sim/random/distributions.hpp"
#include "sim/random/log_probability.hpp"

namespace sim::draw {

namespace {

// Means from which transformed rejection is valid and faster than search.
constexpr double rejection_from_mean = 10.0;
// With a mean below that, more than this has probability below 1e-100: a guard against rounding.
constexpr std::uint64_t search_limit = 200;

std::uint64_t binomial_by_search(Rng& rng, std::uint64_t n, double p) {
    const auto trials = static_cast<double>(n);
    const double odds = p / (1.0 - p);
    double probability = elementary::exp(trials * elementary::log1p(-p));
    double rest = rng.uniform();
    const std::uint64_t last = std::min(n, search_limit);
    std::uint64_t k = 0;
    while (rest > probability && k < last) {
        rest -= probability;
        const auto successes = static_cast<double>(k);
        probability *= (trials - successes) / (successes + 1.0) * odds;
        ++k;
    }
    return k;
}

// BTRS (Hoermann 1993, J. Stat. Comput. Simul. 46), for p <= 1/2 and n p >= 10.
std::uint64_t binomial_by_rejection(Rng& rng, std::uint64_t trials, double p) {
    const auto n = static_cast<double>(trials);
    const double sd = std::sqrt(n * p * (1.0 - p));
    const double b = 1.15 + 2.53 * sd;
    const double a = -0.0873 + 0.0248 * b + 0.01 * p;
    const double centre = n * p + 0.5;
    const double alpha = (2.83 + 5.1 / b) * sd;
    const double sure = 0.92 - 4.2 / b;
    const double odds = p / (1.0 - p);
    const double mode = std::floor((n + 1.0) * p);
    while (true) {
        const double u = rng.uniform() - 0.5;
        const double v = rng.uniform();
        const double edge = 0.5 - std::abs(u);
        const double k = std::floor((2.0 * a / edge + b) * u + centre);
        if (k < 0.0 || k > n) {
            continue;
        }
        if (edge >= 0.07 && v <= sure) {
            return static_cast<std::uint64_t>(k);
        }
        const double height = elementary::log(v * alpha / (a / (edge * edge) + b));
        if (height <= detail::log_binomial_ratio(k, mode, n, odds)) {
            return static_cast<std::uint64_t>(k);
        }
    }
}

std::uint64_t poisson_by_search(Rng& rng, double mean) {
    double probability = elementary::exp(-mean);
    double rest = rng.uniform();
    std::uint64_t k = 0;
    while (rest > probability && k < search_limit) {
        rest -= probability;
        ++k;
        probability *= mean / static_cast<double>(k);
    }
    return k;
}

// PTRS (Hoermann 1993, Insurance: Mathematics and Economics 12), for means of 10 or more. With the
// published constants the hat is up to 0.6 per cent too low and the sure acceptance up to 0.4 per
// cent too generous at single points, which would shift probabilities by up to 6e-7. One per cent
// more height and two less sure acceptance make the method exact.
std::uint64_t poisson_by_rejection(Rng& rng, double mean) {
    const double b = 0.931 + 2.53 * std::sqrt(mean);
    const double a = -0.059 + 0.02483 * b;
    constexpr double heightening = 1.01;
    const double inverse_alpha = heightening * (1.1239 + 1.1328 / (b - 3.4));
    const double sure = 0.98 * (0.9277 - 3.6224 / (b - 2.0));
    while (true) {
        const double u = rng.uniform() - 0.5;
        const double v = rng.uniform();
        const double edge = 0.5 - std::abs(u);
        const double k = std::floor((2.0 * a / edge + b) * u + mean + 0.43);
        if (edge >= 0.07 && v <= sure) {
            return static_cast<std::uint64_t>(k);
        }
        if (k < 0.0 || (edge < 0.013 && v > edge)) {
            continue;
        }
        const double height = elementary::log(v * inverse_alpha / (a / (edge * edge) + b));
        if (height <= detail::log_poisson(k, mean)) {
            return static_cast<std::uint64_t>(k);
        }
    }
}

// An urn, with probabilities relative to that of the mode: never normalised, hence free of the
// rounding of large factorials.
struct Urn {
    double marked;
    double plain;
    double taken;

    double first() const { return std::max(0.0, taken - plain); }
    double last() const { return std::min(marked, taken); }
    double mode() const {
        const double most = std::floor((taken + 1.0) * (marked + 1.0) / (marked + plain + 2.0));
        return std::clamp(most, first(), last());
    }
    // Probability of k + 1 over that of k.
    double ratio(double k) const {
        return (marked - k) * (taken - k) / ((k + 1.0) * (plain - taken + k + 1.0));
    }
};

}  // namespace

std::uint64_t binomial(Rng& rng, std::uint64_t n, double p) {
    SIM_EXPECT(p >= 0.0 && p <= 1.0 && n <= (std::uint64_t{1} << 50U));
    if (p > 0.5) {
        return n - binomial(rng, n, 1.0 - p);
    }
    if (static_cast<double>(n) * p < rejection_from_mean) {
        return binomial_by_search(rng, n, p);
    }
    return binomial_by_rejection(rng, n, p);
}

std::uint64_t poisson(Rng& rng, double mean) {
    SIM_EXPECT(mean >= 0.0 && mean <= 0x1p50);
    return mean < rejection_from_mean ? poisson_by_search(rng, mean)
                                      : poisson_by_rejection(rng, mean);
}

std::uint64_t hypergeometric(Rng& rng, std::uint64_t marked, std::uint64_t plain,
                             std::uint64_t taken) {
    constexpr std::uint64_t most = std::uint64_t{1} << 32U;
    SIM_EXPECT(marked <= most && plain <= most && marked + plain <= most);
    SIM_EXPECT(taken <= marked + plain);
    constexpr double negligible = 1e-20;
    const Urn urn{static_cast<double>(marked), static_cast<double>(plain),
                  static_cast<double>(taken)};
    const double mode = urn.mode();
    const double last = urn.last();
    double from = mode;
    double from_weight = 1.0;
    while (from > urn.first() && from_weight > negligible) {
        from -= 1.0;
        from_weight /= urn.ratio(from);
    }
    double total = 0.0;
    double weight = from_weight;
    for (double k = from; k <= last && (k <= mode || weight > negligible); k += 1.0) {
        total += weight;
        weight *= urn.ratio(k);
    }
    double rest = rng.uniform() * total;
    double k = from;
    weight = from_weight;
    while (rest > weight && k < last) {
        rest -= weight;
        weight *= urn.ratio(k);
        k += 1.0;
    }
    return static_cast<std::uint64_t>(k);
}

}  // namespace sim::draw
