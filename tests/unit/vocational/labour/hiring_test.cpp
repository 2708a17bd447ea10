// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/hiring.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "sim/matching/urn_ball.hpp"

namespace vocational {
namespace {

TEST(HiringTest, ExpectedHiresFollowTheLargeMarketLaw) {
    for (const double posts : {0.01, 0.5, 1.0, 7.0, 5000.0}) {
        for (const double queue : {0.0, 0.3, 1.0, 4.0}) {
            EXPECT_NEAR(expected_hires(queue * posts, posts),
                        sim::expected_matches(queue * posts, posts), 1e-12 * posts);
        }
    }
    EXPECT_EQ(expected_hires(5.0, 0.0), 0.0);
}

TEST(HiringTest, ConstantReturnsAtEveryScale) {
    for (const double scale : {0.001, 1.0, 1000.0}) {
        EXPECT_NEAR(expected_hires(3.0 * scale, 2.0 * scale) / scale, expected_hires(3.0, 2.0),
                    1e-9);
    }
}

// The mean chance over all ranks is the urn-ball chance, whatever the queue.
TEST(HiringTest, RankedChancesAverageToTheBlindOne) {
    for (const double queue : {0.1, 1.0, 5.0}) {
        double sum = 0.0;
        constexpr int bands = 50;
        for (int i = 0; i < bands; ++i) {
            sum += hire_chance(queue, static_cast<double>(i) / bands,
                               static_cast<double>(i + 1) / bands) /
                   bands;
        }
        EXPECT_NEAR(sum, (1.0 - std::exp(-queue)) / queue, 1e-9);
        EXPECT_NEAR(sum, hire_chance(queue, 0.0, 1.0), 1e-9);
    }
}

TEST(HiringTest, TheBestAreHiredFirst) {
    EXPECT_NEAR(hire_chance(4.0, 0.0, 0.0), 1.0, 1e-12);
    EXPECT_NEAR(hire_chance(4.0, 1.0, 1.0), std::exp(-4.0), 1e-9);
    EXPECT_GT(hire_chance(4.0, 0.0, 0.1), hire_chance(4.0, 0.1, 0.2));
}

TEST(HiringTest, RanksCountTheBetterOnesOfTheSameOccupation) {
    const Occupation nurse = Occupation::of(JobLevel::technician, Field::health);
    const Occupation driver = Occupation::of(JobLevel::skilled_worker, Field::transport);
    Ranks ranks;
    ranks.clear();
    for (const double score : {-1.0, 0.0, 1.0, 2.0}) {
        ranks.add(nurse, score);
    }
    ranks.add(driver, 3.0);
    ranks.finish();
    EXPECT_DOUBLE_EQ(ranks.band(nurse, 2.0).from, 0.0);
    EXPECT_DOUBLE_EQ(ranks.band(nurse, 2.0).to, 0.25);
    EXPECT_DOUBLE_EQ(ranks.band(nurse, -1.0).from, 0.75);
    EXPECT_DOUBLE_EQ(ranks.band(nurse, -1.0).to, 1.0);
    EXPECT_DOUBLE_EQ(ranks.band(driver, 3.0).to, 1.0);
}

TEST(HiringTest, ChancesOfManyAreThoseOfEach) {
    HireChances some;
    std::vector<double> alone;
    std::size_t taken = 0;
    for (int i = 0; i < 300; ++i) {
        const double from = 0.003 * i;
        const double to = i % 7 == 0 ? from : from + 0.05;
        some.add(0.02 * i, from, to);
        alone.push_back(hire_chance(0.02 * i, from, to));
        if (some.is_full() || i == 299) {
            for (const double chance : some.take()) {
                EXPECT_EQ(chance, alone[taken++]);
            }
        }
    }
    EXPECT_EQ(taken, alone.size());
}

}  // namespace
}  // namespace vocational
