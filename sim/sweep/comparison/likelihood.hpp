// SPDX-License-Identifier: Apache-2.0
// Words for probabilities, as the IPCC's authors use them: Mastrandrea et al. (2010), Guidance Note
// for Lead Authors of the IPCC Fifth Assessment Report on Consistent Treatment of Uncertainties,
// table 1. This is the only place that binds words to bounds.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace sim {

struct LikelihoodWord {
    std::string_view word;
    double least;  // probability
    double most;
};

// The narrowest range that holds a probability gives its word; the ranges of the table overlap.
inline constexpr std::array<LikelihoodWord, 7> likelihood_words{{
    {"exceptionally unlikely", 0.0, 0.01},
    {"virtually certain", 0.99, 1.0},
    {"very unlikely", 0.0, 0.10},
    {"very likely", 0.90, 1.0},
    {"unlikely", 0.0, 0.33},
    {"likely", 0.66, 1.0},
    {"about as likely as not", 0.33, 0.66},
}};

// The word for a share of draws. Draws so few that a range is narrower than one of them cannot
// speak of it: its word gives way to the next wider one, and below four draws there is none.
constexpr std::string_view likelihood_of(double share, std::size_t draws) {
    constexpr std::size_t least_draws = 4;
    constexpr double rounding = 1e-9;  // 10 draws can tell 0.90 to 1
    for (const LikelihoodWord& entry : likelihood_words) {
        const bool can_tell =
            static_cast<double>(draws) * (entry.most - entry.least) >= 1.0 - rounding;
        if (draws >= least_draws && can_tell && share >= entry.least && share <= entry.most) {
            return entry.word;
        }
    }
    return {};
}

}  // namespace sim
