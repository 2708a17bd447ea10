// SPDX-License-Identifier: Apache-2.0
// Apportionment on random entitlements: every total right to one, nothing lost, fair over the
// years.
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "sim/matching/apportion.hpp"
#include "tests/property/matching/law.hpp"
#include "tests/support/test_random.hpp"

namespace sim::testing {
namespace {

using Counts = std::vector<std::int64_t>;

// Slack for the doubles of the test itself.
constexpr double slack = 1e-6;

// Cells of very different size, a third of them empty.
std::vector<double> any_entitlements(TestRandom& random) {
    std::vector<double> cells(pick<std::size_t>(1, 60));
    for (double& cell : cells) {
        cell = random.below(3) == 0 ? 0.0 : std::exp(12.0 * random.uniform() - 6.0);
    }
    return cells;
}

TestRandom any_random() {
    return TestRandom(pick_seed());
}

std::int64_t sum(const Counts& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

void assert_right_to_one(const std::vector<double>& entitlements, const Counts& counts) {
    double due = 0.0;
    std::int64_t given = 0;
    for (std::size_t cell = 0; cell < counts.size(); ++cell) {
        due += entitlements[cell];
        given += counts[cell];
        RC_ASSERT(counts[cell] >= 0);
        RC_ASSERT(std::abs(static_cast<double>(counts[cell]) - entitlements[cell]) < 1.0 + slack);
        RC_ASSERT(std::abs(static_cast<double>(given) - due) < 1.0 + slack);
        RC_ASSERT(entitlements[cell] > 0.0 || counts[cell] == 0);
    }
}

TEST(ApportionLaws, EveryRunningTotalIsRightToOne) {
    check_law([] {
        TestRandom random = any_random();
        const std::vector<double> entitlements = any_entitlements(random);
        Counts counts(entitlements.size());
        apportion(entitlements, random.uniform(), counts);
        assert_right_to_one(entitlements, counts);
    });
}

TEST(ApportionLaws, NationalTotalsAreExact) {
    check_law([] {
        TestRandom random = any_random();
        std::vector<double> weights = any_entitlements(random);
        weights.push_back(1.0);
        const std::int64_t total = random.below(1'000'000);
        Counts counts(weights.size());
        const double offset = random.uniform();
        apportion_total(weights, total, offset, counts);
        RC_ASSERT(sum(counts) == total);
        const double scale = static_cast<double>(total) / sum(weights);
        for (double& weight : weights) {
            weight *= scale;
        }
        assert_right_to_one(weights, counts);
        // Entitlements that the caller has scaled end at the same total.
        apportion(weights, offset, counts);
        RC_ASSERT(sum(counts) == total);
    });
}

TEST(ApportionLaws, GroupTotalsAreRightToOneAndTheSumIsExact) {
    check_law([] {
        TestRandom random = any_random();
        std::vector<double> entitlements = any_entitlements(random);
        entitlements.push_back(std::ceil(sum(entitlements)) + 1.0 - sum(entitlements));
        const auto whole = static_cast<std::int64_t>(std::llround(sum(entitlements)));
        std::vector<std::uint32_t> groups{0};
        std::vector<double> own;
        while (groups.back() < entitlements.size()) {
            const auto left = static_cast<std::uint32_t>(entitlements.size()) - groups.back();
            groups.push_back(groups.back() + random.below(left + 1));
            own.push_back(random.uniform());
        }
        Counts counts(entitlements.size());
        apportion_groups(groups, entitlements, random.uniform(), own, counts);
        RC_ASSERT(sum(counts) == whole);
        Counts totals;
        std::vector<double> dues;
        for (std::size_t group = 0; group < own.size(); ++group) {
            const auto begin = static_cast<std::ptrdiff_t>(groups[group]);
            const auto end = static_cast<std::ptrdiff_t>(groups[group + 1]);
            const Counts cells(counts.begin() + begin, counts.begin() + end);
            const std::vector<double> due(entitlements.begin() + begin, entitlements.begin() + end);
            assert_right_to_one(due, cells);
            totals.push_back(sum(cells));
            dues.push_back(sum(due));
        }
        assert_right_to_one(dues, totals);
    });
}

// Over evenly spaced offsets each cell gets its entitlement; with own offsets of groups as well.
TEST(ApportionLaws, NobodyIsFavouredOverTheOffsets) {
    check_law([] {
        constexpr int years = 200;
        TestRandom random = any_random();
        std::vector<double> entitlements = any_entitlements(random);
        entitlements.resize(std::min<std::size_t>(entitlements.size(), 8));
        const auto cells = static_cast<std::uint32_t>(entitlements.size());
        const std::vector<std::uint32_t> groups{0, cells / 2, cells};
        std::vector<double> plain(cells, 0.0);
        std::vector<double> nested(cells, 0.0);
        Counts counts(cells);
        for (int year = 0; year < years; ++year) {
            const double offset = (year + 0.5) / years;
            apportion(entitlements, offset, counts);
            for (std::size_t cell = 0; cell < cells; ++cell) {
                plain[cell] += static_cast<double>(counts[cell]) / years;
            }
            for (int inner = 0; inner < 20; ++inner) {
                const double own = (inner + 0.5) / 20;
                apportion_groups(groups, entitlements, offset, std::vector{own, own}, counts);
                for (std::size_t cell = 0; cell < cells; ++cell) {
                    nested[cell] += static_cast<double>(counts[cell]) / (years * 20);
                }
            }
        }
        for (std::size_t cell = 0; cell < cells; ++cell) {
            RC_ASSERT(std::abs(plain[cell] - entitlements[cell]) < 1.01 / years);
            RC_ASSERT(std::abs(nested[cell] - entitlements[cell]) < 1.01 / years + 1.01 / 20);
        }
    });
}

}  // namespace
}  // namespace sim::testing
