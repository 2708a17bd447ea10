// SPDX-License-Identifier: Apache-2.0
// Crossed designs: every combination of structures that is run meets the same settings.
#include "sim/sweep/experiment/crossed_design.hpp"

#include <map>
#include <set>

#include <gtest/gtest.h>

namespace sim {
namespace {

// Structures of two and three levels, with parameters before, between and behind.
const StructureLevels levels{0, 2, 0, 3, 0};

std::vector<double> part(const UnitPoint& point, bool of_structures) {
    std::vector<double> values;
    for (std::size_t k = 0; k < levels.size(); ++k) {
        if ((levels[k] > 0) == of_structures) {
            values.push_back(point[k]);
        }
    }
    return values;
}

std::map<std::vector<double>, std::vector<std::vector<double>>> by_structure(
    const std::vector<UnitPoint>& points) {
    std::map<std::vector<double>, std::vector<std::vector<double>>> found;
    for (const UnitPoint& point : points) {
        found[part(point, true)].push_back(part(point, false));
    }
    return found;
}

TEST(CrossedDesign, GivesEveryCombinationTheSameSettings) {
    const DesignSpec spec{.kind = DesignKind::crossed, .points = 8, .seed = 3};
    EXPECT_EQ(structures_of_design(spec, levels), 6U);
    const auto points = crossed_design(spec, levels);
    ASSERT_EQ(points.size(), 48U);
    const auto found = by_structure(points);
    ASSERT_EQ(found.size(), 6U);
    for (const auto& [structure, settings] : found) {
        EXPECT_EQ(settings, found.begin()->second);
    }
    EXPECT_EQ(points, crossed_design(spec, levels));
    EXPECT_NE(points,
              crossed_design({.kind = DesignKind::crossed, .points = 8, .seed = 4}, levels));
}

TEST(CrossedDesign, SettingsAreTwoLatinHypercubes) {
    const DesignSpec spec{.kind = DesignKind::crossed, .points = 10, .seed = 1};
    const auto points = crossed_design(spec, {0, 0});
    ASSERT_EQ(points.size(), 10U);
    for (const std::size_t first : {0U, 5U}) {
        for (const std::size_t k : {0U, 1U}) {
            std::set<int> strata;
            for (std::size_t p = first; p < first + 5; ++p) {
                strata.insert(static_cast<int>(points[p][k] * 5.0));
            }
            EXPECT_EQ(strata, (std::set<int>{0, 1, 2, 3, 4}));
        }
    }
    EXPECT_NE(points[0], points[5]);
}

TEST(CrossedDesign, DrawsCombinationsEvenlyAndNoneTwice) {
    std::map<std::vector<double>, int> drawn;
    constexpr int designs = 3000;
    for (int seed = 0; seed < designs; ++seed) {
        const DesignSpec spec{.kind = DesignKind::crossed,
                              .points = 4,
                              .seed = static_cast<std::uint64_t>(seed),
                              .structures = 2};
        const auto found = by_structure(crossed_design(spec, levels));
        ASSERT_EQ(found.size(), 2U);
        for (const auto& [structure, settings] : found) {
            ++drawn[structure];
        }
    }
    ASSERT_EQ(drawn.size(), 6U);
    for (const auto& [structure, times] : drawn) {
        EXPECT_NEAR(times, designs / 3, 120);  // four and a half standard deviations
    }
}

TEST(CrossedDesign, MoreThanThereAreIsAll) {
    EXPECT_EQ(structures_of_design({.kind = DesignKind::crossed, .structures = 100}, levels), 6U);
    EXPECT_EQ(structures_of_design({.kind = DesignKind::crossed, .structures = 4}, levels), 4U);
    EXPECT_EQ(combinations_of({0, 0}), 1U);
    EXPECT_EQ(combinations_of(StructureLevels(80, 3)), 0U);
}

}  // namespace
}  // namespace sim
