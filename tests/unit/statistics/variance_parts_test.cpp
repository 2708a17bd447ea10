// SPDX-License-Identifier: Apache-2.0
// Parts of the variance of tables whose parts are known.
#include "sim/statistics/variance_parts.hpp"

#include <array>
#include <vector>

#include <gtest/gtest.h>

#include "sim/random/rng.hpp"

namespace sim {
namespace {

struct Truth {
    double structures, parameters, together, shared_luck, own_luck;
};

// Normal terms of these variances.
std::vector<double> table_of(const CrossedTable& shape, const Truth& truth, std::uint64_t seed) {
    Rng rng = Stream(seed, 0, Purpose("test")).at(Identity{0}, 0);
    const auto terms = [&](std::size_t count, double variance) {
        std::vector<double> list(count);
        for (double& term : list) {
            term = std::sqrt(variance) * rng.normal();
        }
        return list;
    };
    const auto structures = terms(shape.structures, truth.structures);
    const auto settings = terms(shape.settings, truth.parameters);
    const auto replicates = terms(shape.replicates, truth.shared_luck);
    std::vector<double> table;
    for (std::size_t i = 0; i < shape.structures; ++i) {
        for (std::size_t j = 0; j < shape.settings; ++j) {
            const double together = std::sqrt(truth.together) * rng.normal();
            for (std::size_t k = 0; k < shape.replicates; ++k) {
                table.push_back(100.0 + structures[i] + settings[j] + replicates[k] + together +
                                std::sqrt(truth.own_luck) * rng.normal());
            }
        }
    }
    return table;
}

struct Averages {
    double structures = 0.0, parameters = 0.0, together = 0.0, replicates = 0.0, total = 0.0;
};

Averages averages(const CrossedTable& shape, const Truth& truth, int tables) {
    Averages of;
    for (int t = 0; t < tables; ++t) {
        const auto seed = static_cast<std::uint64_t>(t + 1);
        const VarianceParts parts = variance_parts(table_of(shape, truth, seed), shape, 0, 1);
        of.structures += parts.structures.value / tables;
        of.parameters += parts.parameters.value / tables;
        of.together += parts.together.value / tables;
        of.replicates += parts.replicates.value / tables;
        of.total += parts.total.value / tables;
    }
    return of;
}

TEST(VarianceParts, AreUnbiasedWithSharedLuckAndWithout) {
    const CrossedTable shape{.structures = 5, .settings = 6, .replicates = 3};
    const Averages shared = averages(shape, {4.0, 9.0, 1.0, 2.0, 3.0}, 4000);
    EXPECT_NEAR(shared.structures, 4.0, 0.2);
    EXPECT_NEAR(shared.parameters, 9.0, 0.4);
    EXPECT_NEAR(shared.together, 1.0, 0.05);
    EXPECT_NEAR(shared.replicates, 5.0, 0.15);
    EXPECT_NEAR(shared.total, 19.0, 0.5);
    const Averages own = averages(shape, {0.0, 1.0, 0.0, 0.0, 10.0}, 4000);
    EXPECT_NEAR(own.structures, 0.0, 0.1);
    EXPECT_NEAR(own.parameters, 1.0, 0.1);
    EXPECT_NEAR(own.replicates, 10.0, 0.1);
}

TEST(VarianceParts, OfAShortListThatIsWholeAreThoseOfTheList) {
    // 0 or 4, each with probability one half: a variance of 4, not the 8 of two draws from a
    // normal.
    const CrossedTable shape{
        .structures = 2, .settings = 2, .replicates = 2, .all_structures = 2, .all_settings = 2};
    const std::vector<double> table{0.0, 0.0, 1.0, 1.0, 4.0, 4.0, 7.0, 7.0};
    // f = 4 t + s + 2 t s: means over s 0.5 and 5.5, over t 2 and 4.
    const VarianceParts parts = variance_parts(table, shape, 20, 1);
    EXPECT_NEAR(parts.structures.value, 6.25, 1e-12);
    EXPECT_NEAR(parts.parameters.value, 1.0, 1e-12);
    EXPECT_NEAR(parts.together.value, 0.25, 1e-12);
    EXPECT_NEAR(parts.replicates.value, 0.0, 1e-12);
    EXPECT_NEAR(parts.total.value, 7.5, 1e-12);
    EXPECT_NEAR(parts.structure_share.low, 6.25 / 7.5, 1e-9);  // nothing is left to be drawn
    EXPECT_NEAR(parts.structure_share.high, 6.25 / 7.5, 1e-9);
}

TEST(VarianceParts, OfLatinHypercubesInBlocksAreUnbiased) {
    // The sum of two uniform numbers: variance 1 / 6, all of it additive.
    double in_blocks = 0.0;
    double in_one = 0.0;
    constexpr int tables = 3000;
    constexpr std::size_t points = 8;
    for (int t = 0; t < tables; ++t) {
        std::vector<double> table;
        for (const std::size_t block : {0U, 1U}) {
            Rng rng =
                Stream(static_cast<std::uint64_t>(t), 0, Purpose("test")).at(Identity{block}, 0);
            std::array<std::array<std::size_t, points / 2>, 2> order{{{0, 1, 2, 3}, {0, 1, 2, 3}}};
            for (auto& of : order) {
                for (std::size_t left = of.size(); left > 1; --left) {
                    std::swap(of[left - 1], of[rng.below(static_cast<std::uint32_t>(left))]);
                }
            }
            for (std::size_t p = 0; p < points / 2; ++p) {
                double sum = 0.0;
                for (const auto& of : order) {
                    sum += (static_cast<double>(of[p]) + rng.uniform()) / (points / 2);
                }
                table.insert(table.end(), {sum, sum});
            }
        }
        CrossedTable shape{.settings = points, .replicates = 2, .blocks = 2};
        in_blocks += variance_parts(table, shape, 0, 1).parameters.value / tables;
        shape.blocks = 0;
        in_one += variance_parts(table, shape, 0, 1).parameters.value / tables;
    }
    EXPECT_NEAR(in_blocks, 1.0 / 6.0, 0.003);
    EXPECT_GT(in_one, 1.0 / 6.0 + 0.01) << "what the blocks are for";
}

TEST(VarianceParts, IntervalsHoldTheTruth) {
    const CrossedTable shape{.structures = 12, .settings = 12, .replicates = 6};
    const Truth truth{4.0, 9.0, 1.0, 0.0, 3.0};
    int covered = 0;
    constexpr int tables = 150;
    for (int t = 0; t < tables; ++t) {
        const VarianceParts parts =
            variance_parts(table_of(shape, truth, static_cast<std::uint64_t>(t)), shape, 150, 1);
        covered += parts.parameters.low <= 9.0 && 9.0 <= parts.parameters.high ? 1 : 0;
        EXPECT_LE(parts.parameters.low, parts.parameters.value);
        EXPECT_LE(parts.parameters.value, parts.parameters.high);
    }
    EXPECT_GT(covered, tables * 3 / 4);
}

TEST(VarianceParts, LeaveOutSettingsWithGapsAndPartsThatAreNotThere) {
    const CrossedTable shape{.settings = 4, .replicates = 2};
    const double missing = std::numeric_limits<double>::quiet_NaN();
    const VarianceParts parts =
        variance_parts(std::vector<double>{1, 2, 5, missing, 3, 4, 8, 9}, shape, 50, 1);
    EXPECT_EQ(parts.settings_used, 3U);
    EXPECT_NEAR(parts.mean, 27.0 / 6.0, 1e-12);
    EXPECT_TRUE(std::isnan(parts.structures.value));
    EXPECT_TRUE(std::isnan(parts.together.value));
    // Means 1.5, 3.5, 8.5 with luck that moves all alike: their own variance.
    EXPECT_NEAR(parts.parameters.value, 13.0, 1e-9);
    EXPECT_NEAR(parts.parameter_share.value + parts.replicate_share.value, 1.0, 1e-12);
    EXPECT_EQ(
        variance_parts(std::vector<double>{missing, 2.0}, {.replicates = 2}, 5, 1).settings_used,
        0U);
}

}  // namespace
}  // namespace sim
