// SPDX-License-Identifier: Apache-2.0
// Whole-number variates against the probabilities of Boost.Math, on both sides of every switch
// between methods; very large ones through their randomised distribution function.
#include <cmath>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/hypergeometric.hpp>
#include <boost/math/distributions/poisson.hpp>

#include "sim/random/distributions.hpp"
#include "tests/statistical/distribution_check.hpp"
#include "tests/support/test_random.hpp"

namespace sim::testing {
namespace {

// Whole numbers within seven standard deviations, and how likely it is to lie below them.
struct Range {
    std::uint64_t first;
    std::size_t cells;
    double below;
};

template <class Law>
Range range_of(const Law& law, std::uint64_t lowest, std::uint64_t highest) {
    const double mean = boost::math::mean(law);
    const double sd = boost::math::standard_deviation(law);
    const double low = std::max(std::floor(mean - 7.0 * sd), static_cast<double>(lowest));
    const double high = std::min(std::ceil(mean + 7.0 * sd), static_cast<double>(highest));
    const auto first = static_cast<std::uint64_t>(low);
    const double below = first > lowest ? boost::math::cdf(law, low - 1.0) : 0.0;
    return {first, static_cast<std::size_t>(high - low) + 1, below};
}

TEST(DistributionCounts, Binomial) {
    struct Case {
        std::uint64_t n;
        double p;
    };
    for (const Case& row : {Case{1, 0.3},
                            {7, 0.5},
                            {19, 0.5},
                            {20, 0.5},
                            {21, 0.5},
                            {40, 0.75},
                            {100, 0.099},
                            {100, 0.1},
                            {100, 0.11},
                            {1000, 0.003},
                            {1000, 0.2},
                            {1000, 0.97},
                            {100'000, 0.5}}) {
        const boost::math::binomial law(static_cast<double>(row.n), row.p);
        const Range range = range_of(law, 0, row.n);
        expect_whole(
            "binomial " + std::to_string(row.n) + ' ' + std::to_string(row.p),
            [&](Rng& rng) { return draw::binomial(rng, row.n, row.p); }, range.first, range.cells,
            range.below,
            [&](std::uint64_t k) { return boost::math::pdf(law, static_cast<double>(k)); });
    }
}

TEST(DistributionCounts, Poisson) {
    for (const double mean : {0.02, 0.9, 5.0, 9.99, 10.0, 12.0, 40.0, 900.0, 1e5}) {
        const boost::math::poisson law(mean);
        const Range range = range_of(law, 0, 1'000'000'000);
        expect_whole(
            "poisson " + std::to_string(mean), [&](Rng& rng) { return draw::poisson(rng, mean); },
            range.first, range.cells, range.below,
            [&](std::uint64_t k) { return boost::math::pdf(law, static_cast<double>(k)); });
    }
}

TEST(DistributionCounts, Hypergeometric) {
    struct Case {
        unsigned marked;
        unsigned plain;
        unsigned taken;
    };
    for (const Case& row : {Case{5, 5, 4},
                            {10, 90, 30},
                            {90, 10, 95},
                            {300, 200, 150},
                            {40, 5000, 600},
                            {900, 900, 1000}}) {
        const boost::math::hypergeometric law(row.marked, row.taken, row.marked + row.plain);
        const std::uint64_t lowest = row.taken > row.plain ? row.taken - row.plain : 0;
        const Range range = range_of(law, lowest, std::min(row.marked, row.taken));
        expect_whole(
            "hypergeometric " + std::to_string(row.marked),
            [&](Rng& rng) { return draw::hypergeometric(rng, row.marked, row.plain, row.taken); },
            range.first, range.cells, range.below,
            [&](std::uint64_t k) { return boost::math::pdf(law, static_cast<double>(k)); });
    }
}

// Millions of draws where rejection works: sees errors of a few in ten thousand.
template <class Law, class Draw>
void expect_many(const std::string& claim, const Law& law, std::uint64_t highest,
                 const Draw& draw_one) {
    const Range range = range_of(law, 0, highest);
    std::vector<std::uint64_t> counts(range.cells + 2, 0);
    const Stream stream(check_seed, 0, Purpose("many counts"));
    for (std::uint32_t number = 0; number < 2'000'000; ++number) {
        Rng rng = stream.at(Identity{number}, 0);
        const std::uint64_t k = draw_one(rng);
        ++counts[k < range.first ? 0 : std::min<std::size_t>(k - range.first, range.cells) + 1];
    }
    std::vector<double> probabilities = {range.below};
    double rest = 1.0 - range.below;
    for (std::size_t cell = 0; cell < range.cells; ++cell) {
        probabilities.push_back(boost::math::pdf(law, static_cast<double>(range.first + cell)));
        rest -= probabilities.back();
    }
    probabilities.push_back(std::max(rest, 0.0));
    EXPECT_GT(chi_square_p_value(counts, probabilities), 1e-4) << claim;
}

TEST(DistributionCounts, MillionsOfBinomials) {
    for (const auto& [n, p] : {std::pair{20U, 0.5}, {100U, 0.1}, {1000U, 0.2}, {100'000U, 0.4}}) {
        expect_many(
            "binomial " + std::to_string(n), boost::math::binomial(n, p), n,
            [trials = n, chance = p](Rng& rng) { return draw::binomial(rng, trials, chance); });
    }
}

TEST(DistributionCounts, MillionsOfPoissons) {
    for (const double mean : {10.0, 20.0, 300.0, 1e4}) {
        expect_many("poisson " + std::to_string(mean), boost::math::poisson(mean), 1'000'000'000,
                    [&](Rng& rng) { return draw::poisson(rng, mean); });
    }
}

// A point chosen uniformly inside the step that the distribution function makes at k is uniform.
template <class Law>
double randomised(const Law& law, std::uint64_t k, double u) {
    const auto at = static_cast<double>(k);
    const double below = k > 0 ? boost::math::cdf(law, at - 1.0) : 0.0;
    return below + u * boost::math::pdf(law, at);
}

template <class Law, class Draw>
void expect_randomised_uniform(const std::string& claim, const Law& law, const Draw& draw_one) {
    TestRandom noise(3);
    PValues p_values(claim);
    std::vector<double> all;
    for (std::uint32_t key = 0; key < check_keys; ++key) {
        const Stream stream(check_seed, key, Purpose("large counts"));
        std::vector<double> sample;
        for (std::uint32_t number = 0; number < 100; ++number) {
            Rng rng = stream.at(Identity::of(1, 2, number), key);
            sample.push_back(randomised(law, draw_one(rng), noise.uniform()));
        }
        p_values.add(anderson_darling_p_value(sample, [](double u) { return u; }));
        all.insert(all.end(), sample.begin(), sample.end());
    }
    p_values.expect_uniform();
    EXPECT_GT(ks_p_value(all, [](double u) { return u; }), 1e-4) << claim;
}

TEST(DistributionCounts, LargeBinomial) {
    for (const double p : {1e-8, 0.002, 0.4, 0.9}) {
        constexpr std::uint64_t n = 10'000'000'000;
        expect_randomised_uniform("large binomial " + std::to_string(p),
                                  boost::math::binomial(static_cast<double>(n), p),
                                  [&](Rng& rng) { return draw::binomial(rng, n, p); });
    }
}

TEST(DistributionCounts, LargePoisson) {
    for (const double mean : {1e6, 3e8}) {
        expect_randomised_uniform("large poisson", boost::math::poisson(mean),
                                  [&](Rng& rng) { return draw::poisson(rng, mean); });
    }
}

}  // namespace
}  // namespace sim::testing
