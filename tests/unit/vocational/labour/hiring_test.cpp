// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/hiring.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "sim/random/rng.hpp"

namespace vocational {
namespace {

TEST(HiringTest, ExpectedHiresFollowTheFiniteLaw) {
    for (const std::size_t posts : {1U, 2U, 7U, 50U}) {
        for (const std::size_t seekers : {0U, 1U, 3U, 50U, 1000U}) {
            const auto v = static_cast<double>(posts);
            const double expected =
                v * (1.0 - std::pow(1.0 - 1.0 / v, static_cast<double>(seekers)));
            EXPECT_NEAR(expected_hires(seekers, posts), expected, 1e-12 * v)
                << seekers << " seekers, " << posts << " posts";
        }
    }
    EXPECT_EQ(expected_hires(5, 0), 0.0);
    EXPECT_NEAR(expected_hires(50, 50), 31.79151600, 1e-8);  // the published value
}

// Seekers arrive by a Poisson law, so the mean over them is the large-market law, one post or many.
TEST(HiringTest, MeanOverRandomArrivalsIsTheLargeMarketLawAtEveryScale) {
    for (const double queue : {0.3, 1.0, 3.0}) {
        for (const std::size_t posts : {1U, 4U, 40U}) {
            const double arrivals = queue * static_cast<double>(posts);
            double mean = 0.0;
            double probability = std::exp(-arrivals);
            for (std::size_t n = 0; n < 600; ++n) {
                mean += probability * expected_hires(n, posts);
                probability *= arrivals / static_cast<double>(n + 1);
            }
            EXPECT_NEAR(mean / static_cast<double>(posts), 1.0 - std::exp(-queue), 1e-9);
        }
    }
}

std::vector<Seeker> seekers_of(std::size_t count, JobCellId cell) {
    std::vector<Seeker> seekers;
    const sim::Stream stream(3, 0, sim::Purpose("hiring test"));
    for (std::size_t i = 0; i < count; ++i) {
        sim::Rng rng = stream.at(sim::Identity{i}, 0);
        seekers.push_back({sim::Identity{i}, rng.bits64(), static_cast<std::uint32_t>(100 + i),
                           cell, static_cast<float>(rng.normal())});
    }
    return seekers;
}

TEST(HiringTest, SortsIntoCellsAndDropsWhoAppliesNowhere) {
    std::vector<Seeker> seekers = seekers_of(6, JobCellId(2));
    seekers[1].cell = JobCellId(0);
    seekers[4].cell = JobCellId();
    Applications applications;
    applications.sort(seekers, 3);
    EXPECT_EQ(applications.count(JobCellId(0)), 1U);
    EXPECT_EQ(applications.count(JobCellId(1)), 0U);
    ASSERT_EQ(applications.count(JobCellId(2)), 4U);
    EXPECT_EQ(applications.row(applications.begin(JobCellId(2))), 100U);
    EXPECT_EQ(applications.row(applications.begin(JobCellId(2)) + 3), 105U);
}

TEST(HiringTest, RankedHiringTakesTheBest) {
    const std::vector<Seeker> seekers = seekers_of(40, JobCellId(0));
    Applications applications;
    applications.sort(seekers, 1);
    const auto hired = applications.hire(JobCellId(0), 8, Hiring::ranked, 0.5);
    ASSERT_GE(hired.size(), 7U);
    std::vector<float> scores;
    for (const Seeker& seeker : seekers) {
        scores.push_back(seeker.score);
    }
    std::sort(scores.rbegin(), scores.rend());
    for (std::size_t i = 0; i < hired.size(); ++i) {
        EXPECT_EQ(seekers[applications.row(hired[i]) - 100].score, scores[i]);
    }
}

TEST(HiringTest, RandomHiringIgnoresTheScore) {
    std::vector<Seeker> seekers = seekers_of(40, JobCellId(0));
    Applications applications;
    applications.sort(seekers, 1);
    const auto first = applications.hire(JobCellId(0), 8, Hiring::random, 0.5);
    const std::vector<std::uint32_t> before(first.begin(), first.end());
    for (Seeker& seeker : seekers) {
        seeker.score = -seeker.score;
    }
    applications.sort(seekers, 1);
    const auto second = applications.hire(JobCellId(0), 8, Hiring::random, 0.5);
    EXPECT_EQ(before, std::vector<std::uint32_t>(second.begin(), second.end()));
}

TEST(HiringTest, NeverMoreHiresThanPostsOrSeekers) {
    Applications applications;
    for (const std::size_t count : {1U, 2U, 9U, 300U}) {
        applications.sort(seekers_of(count, JobCellId(0)), 1);
        for (const std::size_t posts : {1U, 2U, 9U, 300U}) {
            for (const double uniform : {0.0, 0.5, 0.999999}) {
                const auto hired =
                    applications.hire(JobCellId(0), posts, Hiring::random, uniform).size();
                EXPECT_LE(hired, std::min(count, posts));
                EXPECT_LE(std::abs(static_cast<double>(hired) - expected_hires(count, posts)), 1.0);
            }
        }
    }
}

}  // namespace
}  // namespace vocational
