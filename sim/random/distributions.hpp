// SPDX-License-Identifier: Apache-2.0
// Random variates from an Rng. All are our own: those of the standard library differ from library
// to library. Only basic arithmetic, square roots and sim/random/elementary.hpp are used, so the
// bits are the same on every machine. Parameters outside the stated range break a contract.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/random/rng.hpp"

namespace sim::draw {

// One uniform each: the variate is a monotone function of it, so that two runs that differ only in
// parameters give every identity the same rank.

// `sd` at least 0.
inline double normal(Rng& rng, double mean, double sd) {
    SIM_EXPECT(sd >= 0.0);
    return mean + sd * rng.normal();
}

// Exponential of a normal variate; its median is exp(log_mean). `log_sd` at least 0.
inline double log_normal(Rng& rng, double log_mean, double log_sd) {
    SIM_EXPECT(log_sd >= 0.0);
    return elementary::exp(log_mean + log_sd * rng.normal());
}

// `mean` at least 0.
inline double exponential(Rng& rng, double mean) {
    SIM_EXPECT(mean >= 0.0);
    return mean * rng.exponential();
}

// Of maxima: mean is location + 0.5772 scale. `scale` at least 0.
inline double gumbel(Rng& rng, double location, double scale) {
    SIM_EXPECT(scale >= 0.0);
    return location + scale * rng.gumbel();
}

// Survival (minimum / x)^tail_index for x at or above minimum; both above 0.
inline double pareto(Rng& rng, double minimum, double tail_index) {
    SIM_EXPECT(minimum > 0.0 && tail_index > 0.0);
    return minimum * elementary::exp(rng.exponential() / tail_index);
}

// Lower or higher whole number next to x, with mean x; |x| below 2^52.
std::int64_t rounded(Rng& rng, double x);

// Normal with `mean` and `sd` > 0 before it is cut to [low, high]; either end may be infinite. The
// interval must begin within 37 sd of the mean on the mean's side.
class TruncatedNormal {
  public:
    TruncatedNormal(double mean, double sd, double low, double high);

    double operator()(Rng& rng) const;

  private:
    double mean_;
    double signed_sd_;  // negative when the interval was mirrored into the lower tail
    double low_;
    double high_;
    double first_;  // probability below the interval, after mirroring
    double width_;  // probability of the interval
};

// Rejection and search: exact up to rounding; the number of words taken varies. Draw them last or
// from a purpose of their own if later draws must stay in step between runs.

// Gamma with density proportional to x^(shape - 1) exp(-x / scale); shape > 0, scale at least 0.
double gamma(Rng& rng, double shape, double scale);

// Beta on [0, 1] with mean shape_one / (shape_one + shape_zero); both shapes above 1e-300. Proper
// also where both are far below 1.
double beta(Rng& rng, double shape_one, double shape_zero);

// Successes in n trials; n up to 2^50, p in [0, 1].
std::uint64_t binomial(Rng& rng, std::uint64_t n, double p);

// `mean` in [0, 2^50].
std::uint64_t poisson(Rng& rng, double mean);

// Marked items among `taken` items from an urn with `marked` and `plain` items; taken at most their
// sum, which is at most 2^32. Takes one uniform; time grows with the standard deviation.
std::uint64_t hypergeometric(Rng& rng, std::uint64_t marked, std::uint64_t plain,
                             std::uint64_t taken);

// Index i with probability proportional to cumulative[i] - cumulative[i - 1]; the sums must not
// fall, begin at or above 0 and end above 0. One uniform, monotone in it. A category of weight zero
// never comes.
std::size_t categorical(Rng& rng, std::span<const double> cumulative);

}  // namespace sim::draw
