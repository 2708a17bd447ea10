// SPDX-License-Identifier: Apache-2.0
// Tests of distributions as functions from data to a p-value. A p-value is uniform on (0, 1) if the
// claim holds; a statistical test makes many small ones and then tests the p-values themselves.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace sim::testing {

using Cdf = std::function<double(double)>;

// Kolmogorov-Smirnov, two-sided: that the sample comes from a continuous distribution. Stephens'
// correction keeps the error of the p-value below 0.005 from 100 values on.
double ks_p_value(std::span<const double> sample, const Cdf& cdf);

// Anderson-Darling, heeding the tails more than Kolmogorov-Smirnov (Marsaglia & Marsaglia 2004).
double anderson_darling_p_value(std::span<const double> sample, const Cdf& cdf);

// Pearson's chi-square: that counts have the given probabilities, which sum to 1. Neighbouring
// cells are pooled until each expects at least 10; a count where the probability is 0 gives 0.
double chi_square_p_value(std::span<const std::uint64_t> counts,
                          std::span<const double> probabilities);

// Chi-square for whole numbers: `mass(k)` is the probability of k; numbers of `cells` and above
// form the last cell.
double chi_square_p_value(std::span<const std::uint64_t> sample, std::size_t cells,
                          const std::function<double(std::uint64_t)>& mass);

// That a sample has the given mean, when its standard deviation is known; two-sided.
double mean_p_value(std::span<const double> sample, double mean, double sd);

// That pairs are uncorrelated; two-sided, by Student's t.
double correlation_p_value(std::span<const double> first, std::span<const double> second);

// That pairs of uniforms are independent: chi-square over a grid of `cells` by `cells`.
double pair_p_value(std::span<const double> first, std::span<const double> second,
                    std::size_t cells);

// Two-sided p-value of a standard normal statistic.
double normal_p_value(double z);

// That independent p-values are uniform, by Kolmogorov-Smirnov. Small when too many are small and
// also when they are too good to be true.
double uniformity_p_value(std::span<const double> p_values);

}  // namespace sim::testing
