// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/sensitivity/words.hpp"

#include <numbers>

#include <fmt/format.h>

#include "sim/core/text.hpp"

namespace sim {

namespace {

void add_used(const Sensitivity& all, std::size_t used, std::string_view noun,
              std::vector<std::string>& words) {
    if (used < all.trials) {
        words.push_back(fmt::format("{} of {} {} have all their members; the others are left out",
                                    used, all.trials, noun));
    }
}

void add_sobol(const Sensitivity& all, const MeasureSensitivity& of,
               std::vector<std::string>& words) {
    const SobolIndices& indices = of.sobol;
    if (!(indices.variance > 0.0)) {
        words.emplace_back("the outcome does not vary, so no factor has a share of its variance");
        return;
    }
    std::vector<std::string> negative;
    std::vector<std::string> above;
    double sum = 0.0;
    for (std::size_t k = 0; k < all.factors.size(); ++k) {
        sum += indices.first[k].value;
        if (indices.first[k].value < 0.0) {
            negative.push_back(fmt::format("{} ({:.3f})", all.factors[k], indices.first[k].value));
        }
        if (indices.first[k].low > indices.total[k].high) {
            above.push_back(all.factors[k]);
        }
    }
    if (!negative.empty()) {
        words.push_back(fmt::format(
            "first-order index below 0: {}. A share of variance cannot be negative, but its "
            "estimate "
            "is a mean of products that scatter around the true value, and where that is near 0 "
            "half "
            "of all estimates fall below it: read it as 0 within its interval; more base points "
            "narrow it",
            listed(negative)));
    }
    if (!above.empty()) {
        words.push_back(
            fmt::format("the first-order index of {} exceeds its total index beyond both "
                        "intervals: too few base points",
                        listed(above)));
    }
    if (sum < 1.0) {
        words.push_back(
            fmt::format("{:.0f} % of the variance comes from factors acting together, "
                        "from noise, or is not resolved by so few points",
                        100.0 * (1.0 - sum)));
    }
    if (all.replicates < 2) {
        words.emplace_back(
            "with one replicate per point, noise of the model cannot be told from what "
            "factors do together");
    } else {
        words.push_back(
            fmt::format("noise of the replicates is {:.2g} of the variance between "
                        "points: total indices up to that say nothing",
                        of.noise_share()));
    }
}

void add_morris(const Sensitivity& all, const MeasureSensitivity& of,
                std::vector<std::string>& words) {
    if (all.replicates < 2) {
        words.emplace_back(
            "with one replicate per point, noise of the model cannot be told from "
            "effects");
        return;
    }
    words.push_back(
        fmt::format("noise of the replicates alone gives a mu* of about {:.3g} {}; "
                    "factors near it may have no effect at all",
                    morris_noise(all.design, of.noise_variance), of.unit));
}

}  // namespace

double morris_noise(const DesignSpec& design, double noise_variance) {
    // The mean size of a normal deviate is the square root of 2 / pi; a difference has two of them.
    return std::sqrt(2.0 * noise_variance) * std::sqrt(2.0 / std::numbers::pi) /
           morris_step(design.levels);
}

std::vector<std::string> sensitivity_words(const Sensitivity& all, const MeasureSensitivity& of) {
    std::vector<std::string> words;
    if (all.design.kind == DesignKind::sobol) {
        add_used(all, of.sobol.used, "base points", words);
        add_sobol(all, of, words);
    } else {
        add_used(all, of.morris.used, "trajectories", words);
        add_morris(all, of, words);
    }
    return words;
}

}  // namespace sim
