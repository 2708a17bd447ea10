// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/choice/nested_logit.hpp"

#include <algorithm>
#include <array>

#include "sim/random/elementary.hpp"
#include "sim/random/elementary_batch.hpp"

namespace vocational {

namespace {

constexpr std::size_t sines = 4;  // computed side by side

// ln sin(π x) in the place of each x in (0, 1), by the sine's series on (0, π / 2]: basic
// arithmetic alone, so the same bits everywhere.
void log_sines_of_pi(std::array<double, sines>& numbers) {
    constexpr double pi = 3.14159265358979323846;
    std::array<double, sines> square;
    std::array<double, sines> sum;
    for (std::size_t i = 0; i < sines; ++i) {
        const double x = numbers[i];
        numbers[i] = pi * (x > 0.5 ? 1.0 - x : x);
        square[i] = numbers[i] * numbers[i];
        sum[i] = 1.0;
    }
    for (int n = 20; n >= 2; n -= 2) {
        for (std::size_t i = 0; i < sines; ++i) {
            sum[i] = 1.0 - sum[i] * square[i] / (n * (n + 1.0));
        }
    }
    for (std::size_t i = 0; i < sines; ++i) {
        numbers[i] *= sum[i];
    }
    sim::elementary::log_each(numbers);
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
    constexpr double any = 0.5;
    std::array<double, sines> logs{dissimilarity * angle, angle, rest * angle, any};
    log_sines_of_pi(logs);
    return dissimilarity * logs[0] - logs[1] + rest * (logs[2] - sim::elementary::log(waiting));
}

}  // namespace vocational
