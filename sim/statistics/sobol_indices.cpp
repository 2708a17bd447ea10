// SPDX-License-Identifier: Apache-2.0
#include "sim/statistics/sobol_indices.hpp"

#include <numeric>

#include "sim/core/contract.hpp"
#include "sim/random/rng.hpp"

namespace sim {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

struct PointEstimates {
    double mean = missing;
    double variance = missing;
    std::vector<double> first;
    std::vector<double> total;
};

// Over the base points that `chosen` names, some of them perhaps more than once.
PointEstimates estimates(std::span<const double> outcomes, std::size_t factors,
                         const std::vector<std::size_t>& chosen) {
    PointEstimates result{missing, missing, std::vector<double>(factors, missing),
                          std::vector<double>(factors, missing)};
    const std::size_t width = factors + 2;
    const auto count = static_cast<double>(chosen.size());
    if (chosen.size() < 2) {
        return result;
    }
    double sum = 0.0;
    for (const std::size_t j : chosen) {
        sum += outcomes[j * width] + outcomes[j * width + 1];
    }
    result.mean = sum / (2.0 * count);
    double squares = 0.0;
    for (const std::size_t j : chosen) {
        for (const std::size_t part : {std::size_t{0}, std::size_t{1}}) {
            const double deviation = outcomes[j * width + part] - result.mean;
            squares += deviation * deviation;
        }
    }
    result.variance = squares / (2.0 * count - 1.0);
    if (!(result.variance > 0.0)) {
        return result;
    }
    for (std::size_t k = 0; k < factors; ++k) {
        double first = 0.0;
        double total = 0.0;
        for (const std::size_t j : chosen) {
            const double at_a = outcomes[j * width];
            const double at_b = outcomes[j * width + 1];
            const double mixed = outcomes[j * width + 2 + k];
            first += (at_b - result.mean) * (mixed - at_a);
            total += (mixed - at_a) * (mixed - at_a);
        }
        result.first[k] = first / count / result.variance;
        result.total[k] = total / (2.0 * count) / result.variance;
    }
    return result;
}

}  // namespace

SobolIndices sobol_indices(std::span<const double> outcomes, std::size_t factors,
                           std::size_t resamples, std::uint64_t seed) {
    const std::size_t width = factors + 2;
    SIM_EXPECT(factors > 0 && outcomes.size() % width == 0);
    std::vector<std::size_t> whole;
    for (std::size_t j = 0; j < outcomes.size() / width; ++j) {
        const auto row = outcomes.subspan(j * width, width);
        if (std::none_of(row.begin(), row.end(), [](double y) { return std::isnan(y); })) {
            whole.push_back(j);
        }
    }
    const PointEstimates at = estimates(outcomes, factors, whole);
    std::vector<std::vector<double>> first(factors);
    std::vector<std::vector<double>> total(factors);
    const Stream stream(seed, 0, Purpose("sensitivity/bootstrap"));
    std::vector<std::size_t> chosen(whole.size());
    for (std::size_t b = 0; b < resamples && whole.size() > 1; ++b) {
        Rng rng = stream.at(Identity{b}, 0);
        for (std::size_t& j : chosen) {
            j = whole[rng.below(static_cast<std::uint32_t>(whole.size()))];
        }
        const PointEstimates drawn = estimates(outcomes, factors, chosen);
        for (std::size_t k = 0; k < factors; ++k) {
            first[k].push_back(drawn.first[k]);
            total[k].push_back(drawn.total[k]);
        }
    }
    SobolIndices indices{whole.size(), at.mean, at.variance, {}, {}};
    for (std::size_t k = 0; k < factors; ++k) {
        indices.first.push_back(percentile_interval(at.first[k], std::move(first[k])));
        indices.total.push_back(percentile_interval(at.total[k], std::move(total[k])));
    }
    return indices;
}

}  // namespace sim
