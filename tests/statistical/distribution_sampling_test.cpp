// SPDX-License-Identifier: Apache-2.0
// Yes or no, whole numbers below n, categories, orders and samples: all outcomes have their
// probabilities.
#include <array>

#include "sim/random/alias_table.hpp"
#include "sim/random/distributions.hpp"
#include "sim/random/sampling.hpp"
#include "tests/statistical/distribution_check.hpp"

namespace sim::testing {
namespace {

TEST(DistributionSampling, Bernoulli) {
    for (const double p : {0.01, 0.3, 0.5, 0.98}) {
        expect_whole(
            "bernoulli", [&](Rng& rng) { return rng.bernoulli(p) ? 1 : 0; }, 0, 2, 0.0,
            [&](std::uint64_t k) { return k == 1 ? p : 1.0 - p; });
    }
}

TEST(DistributionSampling, Below) {
    for (const std::uint32_t n : {2U, 3U, 10U, 37U, 100U}) {
        expect_whole(
            "below", [&](Rng& rng) { return rng.below(n); }, 0, n, 0.0,
            [&](std::uint64_t) { return 1.0 / n; });
    }
    // Without rejection, every third cell would come twice as often as the others.
    constexpr std::uint32_t large = 3U << 30U;
    expect_whole(
        "below a large number", [&](Rng& rng) { return rng.below(large) % 3; }, 0, 3, 0.0,
        [](std::uint64_t) { return 1.0 / 3.0; });
}

TEST(DistributionSampling, Rounded) {
    expect_whole(
        "rounded", [](Rng& rng) { return draw::rounded(rng, 6.3); }, 6, 2, 0.0,
        [](std::uint64_t k) { return k == 6 ? 0.7 : 0.3; });
}

TEST(DistributionSampling, Categories) {
    std::vector<double> weights;
    std::vector<double> cumulative;
    double total = 0.0;
    for (std::size_t i = 0; i < 37; ++i) {
        weights.push_back(i % 5 == 3 ? 0.0 : 1.0 / (1.0 + static_cast<double>(i)));
        total += weights.back();
        cumulative.push_back(total);
    }
    const auto mass = [&](std::uint64_t i) { return weights[i] / total; };
    const AliasTable table(weights);
    expect_whole("alias table", table, 0, weights.size(), 0.0, mass);
    expect_whole(
        "categorical", [&](Rng& rng) { return draw::categorical(rng, cumulative); }, 0,
        weights.size(), 0.0, mass);
}

// The number of an order of four: which of its 24 it is.
std::uint64_t rank_of(const std::vector<std::uint32_t>& order) {
    std::uint64_t rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::uint64_t smaller_later = 0;
        for (std::size_t j = i + 1; j < order.size(); ++j) {
            smaller_later += order[j] < order[i] ? 1U : 0U;
        }
        rank = rank * (order.size() - i) + smaller_later;
    }
    return rank;
}

TEST(DistributionSampling, EveryOrderIsEquallyLikely) {
    expect_whole(
        "permutation", [](Rng& rng) { return rank_of(draw::permutation(rng, 4)); }, 0, 24, 0.0,
        [](std::uint64_t) { return 1.0 / 24.0; });
}

TEST(DistributionSampling, EverySetIsEquallyLikely) {
    std::array<std::uint64_t, 64> number_of_set{};
    std::uint64_t sets = 0;
    for (std::size_t members = 0; members < 64; ++members) {
        if (std::popcount(members) == 3) {
            number_of_set[members] = sets;
            ++sets;
        }
    }
    ASSERT_EQ(sets, 20U);
    const auto draw_set = [&](Rng& rng) {
        std::size_t members = 0;
        for (const std::uint32_t member : draw::sample_without_replacement(rng, 6, 3)) {
            members |= std::size_t{1} << member;
        }
        return number_of_set[members];
    };
    expect_whole("sample without replacement", draw_set, 0, 20, 0.0,
                 [](std::uint64_t) { return 1.0 / 20.0; });
}

TEST(DistributionSampling, KeyedOffsetsAreUniformOverTicks) {
    PValues p_values("keyed offset");
    const Stream stream(check_seed, 0, Purpose("offset"));
    for (std::uint32_t place = 0; place < check_keys; ++place) {
        std::vector<double> offsets;
        for (std::uint32_t tick = 8000; tick < 8400; ++tick) {
            offsets.push_back(draw::keyed_offset(stream, Identity{place}, tick));
        }
        p_values.add(ks_p_value(offsets, [](double u) { return u; }));
    }
    p_values.expect_uniform();
}

// The whole chain must be able to fail: a coin that is off by one in a hundred is found out.
TEST(DistributionSampling, TheCheckFindsASmallError) {
    std::vector<std::uint64_t> all;
    for (std::uint32_t key = 0; key < check_keys; ++key) {
        const auto sample =
            keyed_sample<std::uint64_t>(key, [](Rng& rng) { return rng.bernoulli(0.51) ? 1 : 0; });
        all.insert(all.end(), sample.begin(), sample.end());
    }
    EXPECT_LT(chi_square_p_value(all, 2, [](std::uint64_t) { return 0.5; }), 1e-4);
}

}  // namespace
}  // namespace sim::testing
