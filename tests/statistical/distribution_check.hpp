// SPDX-License-Identifier: Apache-2.0
// Draws samples under many keys and collects p-values: one small test for each key and one large
// test of everything, which sees smaller errors. The p-values are then tested together.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "sim/random/rng.hpp"
#include "tests/support/statistics.hpp"

namespace sim::testing {

inline constexpr std::uint32_t check_keys = 40;
inline constexpr std::uint32_t check_sample = 2000;
inline constexpr std::uint64_t check_seed = 20'220'901;

// One variate for each of `check_sample` identities; `key` is the replicate.
template <class T, class Draw>
std::vector<T> keyed_sample(std::uint32_t key, const Draw& draw_one) {
    const Stream stream(check_seed, key, Purpose("check"));
    std::vector<T> sample;
    sample.reserve(check_sample);
    for (std::uint32_t number = 0; number < check_sample; ++number) {
        Rng rng = stream.at(Identity::of(1, 2, number), key);
        sample.push_back(static_cast<T>(draw_one(rng)));
    }
    return sample;
}

// Collects the p-values of one claim. The bounds are such that a right program fails once in ten
// thousand choices of the seed; the seed is fixed, so it passes always or never.
class PValues {
  public:
    explicit PValues(std::string claim) : claim_(std::move(claim)) {}

    void add(double p) { list_.push_back(p); }

    void expect_uniform() const {
        ASSERT_GE(list_.size(), 20U) << claim_;
        EXPECT_GT(uniformity_p_value(list_), 1e-4) << claim_;
        double least = 1.0;
        for (const double p : list_) {
            least = std::min(least, p);
        }
        EXPECT_GT(least, 1e-4 / static_cast<double>(list_.size())) << claim_;
    }

  private:
    std::string claim_;
    std::vector<double> list_;
};

// That a variate has a continuous distribution function.
template <class Draw>
void expect_continuous(const std::string& claim, const Draw& draw_one, const Cdf& cdf) {
    PValues p_values(claim);
    std::vector<double> all;
    for (std::uint32_t key = 0; key < check_keys; ++key) {
        const std::vector<double> sample = keyed_sample<double>(key, draw_one);
        p_values.add(anderson_darling_p_value(sample, cdf));
        all.insert(all.end(), sample.begin(), sample.end());
    }
    p_values.expect_uniform();
    EXPECT_GT(ks_p_value(all, cdf), 1e-4) << claim;
    EXPECT_GT(anderson_darling_p_value(all, cdf), 1e-4) << claim;
}

// That a whole-number variate has the probabilities mass(k) for k in [first, first + cells) and the
// probability `below` of lying under them.
template <class Draw>
void expect_whole(const std::string& claim, const Draw& draw_one, std::uint64_t first,
                  std::size_t cells, double below,
                  const std::function<double(std::uint64_t)>& mass) {
    // Cell 0 is everything below; the last cell is everything above.
    const auto cell_mass = [&](std::uint64_t cell) {
        return cell == 0 ? below : mass(first + cell - 1);
    };
    const auto cell_of = [&](Rng& rng) {
        const auto value = static_cast<std::uint64_t>(draw_one(rng));
        return value < first ? 0 : value - first + 1;
    };
    PValues p_values(claim);
    std::vector<std::uint64_t> all;
    for (std::uint32_t key = 0; key < check_keys; ++key) {
        const auto sample = keyed_sample<std::uint64_t>(key, cell_of);
        p_values.add(chi_square_p_value(sample, cells + 2, cell_mass));
        all.insert(all.end(), sample.begin(), sample.end());
    }
    p_values.expect_uniform();
    EXPECT_GT(chi_square_p_value(all, cells + 2, cell_mass), 1e-4) << claim;
}

}  // namespace sim::testing
