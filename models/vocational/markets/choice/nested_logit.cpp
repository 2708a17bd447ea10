// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/choice/nested_logit.hpp"

#include <algorithm>

#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

// ln sin(π x) for x in (0, 1), by the sine's series on (0, π / 2]: basic arithmetic alone, so the
// same bits everywhere.
double log_sine_of_pi(double x) {
    constexpr double pi = 3.14159265358979323846;
    const double y = pi * (x > 0.5 ? 1.0 - x : x);
    const double square = y * y;
    double sum = 1.0;
    for (int n = 20; n >= 2; n -= 2) {
        sum = 1.0 - sum * square / (n * (n + 1.0));
    }
    return sim::elementary::log(y * sum);
}

double highest(std::span<const double> utilities) {
    SIM_EXPECT(!utilities.empty());
    return *std::max_element(utilities.begin(), utilities.end());
}

}  // namespace

double log_sum(std::span<const double> utilities) {
    return inclusive_value(utilities, 1.0);
}

double inclusive_value(std::span<const double> utilities, double dissimilarity) {
    const double top = highest(utilities);
    double sum = 0.0;
    for (const double v : utilities) {
        sum += sim::elementary::exp((v - top) / dissimilarity);
    }
    return top + dissimilarity * sim::elementary::log(sum);
}

double inclusive_value(std::span<const double> utilities, std::span<const double> weights,
                       double dissimilarity) {
    const double top = highest(utilities);
    double sum = 0.0;
    double weight = 0.0;
    for (std::size_t j = 0; j < utilities.size(); ++j) {
        sum += weights[j] * sim::elementary::exp((utilities[j] - top) / dissimilarity);
        weight += weights[j];
    }
    SIM_EXPECT(weight > 0.0);
    // An option of no weight may be the top one; the sum may then be tiny but not 0.
    return top + dissimilarity * sim::elementary::log(std::max(sum / weight, 1e-300));
}

std::vector<double> logit_shares(std::span<const double> utilities) {
    const double all = log_sum(utilities);
    std::vector<double> shares;
    for (const double v : utilities) {
        shares.push_back(sim::elementary::exp(v - all));
    }
    return shares;
}

std::vector<double> nested_shares(std::span<const double> utilities,
                                  std::span<const std::size_t> nest, double dissimilarity) {
    std::vector<std::vector<double>> members(1 + *std::max_element(nest.begin(), nest.end()));
    for (std::size_t j = 0; j < utilities.size(); ++j) {
        members[nest[j]].push_back(utilities[j]);
    }
    std::vector<double> values;
    for (const std::vector<double>& one : members) {
        values.push_back(inclusive_value(one, dissimilarity));
    }
    const std::vector<double> of_nest = logit_shares(values);
    std::vector<double> shares;
    for (std::size_t j = 0; j < utilities.size(); ++j) {
        const double within =
            sim::elementary::exp((utilities[j] - values[nest[j]]) / dissimilarity);
        shares.push_back(of_nest[nest[j]] * within);
    }
    return shares;
}

// Kanter's form of a positive stable number of index λ.
double nest_taste(double dissimilarity, sim::Rng& rng) {
    SIM_EXPECT(dissimilarity > 0.0 && dissimilarity <= 1.0);
    const double angle = rng.uniform();
    const double waiting = rng.exponential();
    if (dissimilarity == 1.0) {
        return 0.0;
    }
    const double rest = 1.0 - dissimilarity;
    return dissimilarity * log_sine_of_pi(dissimilarity * angle) - log_sine_of_pi(angle) +
           rest * (log_sine_of_pi(rest * angle) - sim::elementary::log(waiting));
}

}  // namespace vocational
