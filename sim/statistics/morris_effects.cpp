// SPDX-License-Identifier: Apache-2.0
#include "sim/statistics/morris_effects.hpp"

#include "sim/core/contract.hpp"
#include "sim/random/rng.hpp"

namespace sim {

namespace {

double mean_of(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return values.empty() ? std::numeric_limits<double>::quiet_NaN()
                          : sum / static_cast<double>(values.size());
}

double deviation_of(const std::vector<double>& values, double mean) {
    if (values.size() < 2) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace

MorrisEffects morris_effects(std::span<const double> outcomes, std::span<const MorrisMove> moves,
                             std::size_t factors, std::size_t resamples, std::uint64_t seed) {
    const std::size_t width = factors + 1;
    const std::size_t trajectories = outcomes.size() / width;
    SIM_EXPECT(outcomes.size() == trajectories * width && moves.size() == trajectories * factors);
    std::vector<std::vector<double>> effects(factors);  // by factor, then trajectory
    MorrisEffects result;
    for (std::size_t t = 0; t < trajectories; ++t) {
        const auto row = outcomes.subspan(t * width, width);
        if (std::any_of(row.begin(), row.end(), [](double y) { return std::isnan(y); })) {
            continue;
        }
        ++result.used;
        for (std::size_t s = 0; s < factors; ++s) {
            const MorrisMove& move = moves[t * factors + s];
            effects[move.factor].push_back((row[s + 1] - row[s]) / move.step);
        }
    }
    const Stream stream(seed, 0, Purpose("sensitivity/bootstrap"));
    for (const std::vector<double>& of : effects) {
        const double mu = mean_of(of);
        std::vector<double> sizes;
        for (const double effect : of) {
            sizes.push_back(std::abs(effect));
        }
        std::vector<double> draws;
        std::vector<double> drawn(sizes.size());
        for (std::size_t b = 0; b < resamples && sizes.size() > 1; ++b) {
            Rng rng = stream.at(Identity{b}, 0);  // the same trajectories for every factor
            for (double& size : drawn) {
                size = sizes[rng.below(static_cast<std::uint32_t>(sizes.size()))];
            }
            draws.push_back(mean_of(drawn));
        }
        result.mu.push_back(mu);
        result.mu_star.push_back(percentile_interval(mean_of(sizes), std::move(draws)));
        result.sigma.push_back(deviation_of(of, mu));
    }
    return result;
}

}  // namespace sim
