// SPDX-License-Identifier: Apache-2.0
// 4.2 The nested logit of equation E2, as arithmetic and as tastes. Utility of option j of nest m:
//   U_j = V_j + ζ_m + λ η_j,   η Gumbel,   ζ = λ ln S with S positive stable of index λ,
// so that ζ + λη is standard Gumbel again (Cardell 1997) and choosing the largest U gives exactly
//   P(j) = P(j | m) P(m),  P(j | m) ∝ exp(V_j / λ),  P(m) ∝ exp(λ ln Σ_m exp(V_j / λ)).
// Tastes are drawn by option and by nest, so a person's liking of one option never depends on which
// others exist. λ = 1 is the plain logit. Knows no track and no school.
#pragma once

#include <span>
#include <vector>

#include "sim/random/rng.hpp"

namespace vocational {

// Words of random numbers that a nest's and an option's taste take.
inline constexpr std::uint64_t nest_taste_words = 4;
inline constexpr std::uint64_t option_taste_words = 2;

// ln Σ exp(v), without overflow; the expected utility of the best, less Euler's constant.
double log_sum(std::span<const double> utilities);

// Choice probabilities of the plain logit.
std::vector<double> logit_shares(std::span<const double> utilities);

// λ ln Σ exp(v / λ): the utility of a nest as a whole.
double inclusive_value(std::span<const double> utilities, double dissimilarity);

// The same of options of different size, λ ln Σ w exp(v / λ) ÷ Σ w: does not depend on how many
// rows stand for a given number of places. Weights are not negative and not all 0.
double inclusive_value(std::span<const double> utilities, std::span<const double> weights,
                       double dissimilarity);

// Choice probabilities of the nested logit; nest[j] is the nest of option j, numbered from 0.
std::vector<double> nested_shares(std::span<const double> utilities,
                                  std::span<const std::size_t> nest, double dissimilarity);

// Percent change of an option's probability for one percent more of its attribute x.
constexpr double own_elasticity(double coefficient, double x, double share) {
    return coefficient * x * (1.0 - share);
}
// The coefficient of a logarithmic attribute that gives this elasticity at this share.
constexpr double coefficient_of(double elasticity, double share) {
    return elasticity / (1.0 - share);
}

// ζ of a nest; takes nest_taste_words. Dissimilarity in (0, 1].
double nest_taste(double dissimilarity, sim::Rng& rng);

// λ η of an option within its nest; takes option_taste_words.
inline double option_taste(double dissimilarity, sim::Rng& rng) {
    return dissimilarity * rng.gumbel();
}

}  // namespace vocational
