// SPDX-License-Identifier: Apache-2.0
#include "sim/statistics/segregation.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "sim/core/contract.hpp"
#include "sim/random/elementary.hpp"

namespace sim {

namespace {

// E|X − kp| of X binomial (k, p), by de Moivre's identity: twice the first whole number m above kp
// times (1 − p) P(X = m). Time grows with m.
double mean_absolute_deviation(std::uint64_t k, double p) {
    const auto m = static_cast<std::uint64_t>(std::floor(static_cast<double>(k) * p)) + 1;
    if (m > k) {  // only if p rounds to 1
        return 0.0;
    }
    double log_probability = static_cast<double>(k - m) * elementary::log1p(-p);
    for (std::uint64_t i = 1; i <= m; ++i) {
        log_probability +=
            elementary::log(static_cast<double>(k - m + i) / static_cast<double>(i) * p);
    }
    return 2.0 * static_cast<double>(m) * (1.0 - p) * elementary::exp(log_probability);
}

}  // namespace

double dissimilarity(std::span<const double> members, std::span<const double> others) {
    SIM_EXPECT(members.size() == others.size());
    const double all_members = std::accumulate(members.begin(), members.end(), 0.0);
    const double all_others = std::accumulate(others.begin(), others.end(), 0.0);
    if (all_members <= 0.0 || all_others <= 0.0) {
        return 0.0;
    }
    double sum = 0.0;
    for (std::size_t unit = 0; unit < members.size(); ++unit) {
        sum += std::abs(members[unit] / all_members - others[unit] / all_others);
    }
    return 0.5 * sum;
}

double random_dissimilarity(std::uint64_t size, double share) {
    return random_dissimilarity(std::span(&size, 1), share);
}

double random_dissimilarity(std::span<const std::uint64_t> sizes, double share) {
    SIM_EXPECT(share > 0.0 && share < 1.0);
    double deviation = 0.0;
    double people = 0.0;
    for (const std::uint64_t size : sizes) {
        if (size > 0) {
            deviation += mean_absolute_deviation(size, share);
            people += static_cast<double>(size);
        }
    }
    SIM_EXPECT(people > 0.0);
    return deviation / (2.0 * people * share * (1.0 - share));
}

double net_dissimilarity(double observed, double random) {
    SIM_EXPECT(random < 1.0);
    return (observed - random) / (1.0 - random);
}

}  // namespace sim
