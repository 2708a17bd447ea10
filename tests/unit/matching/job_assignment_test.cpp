// SPDX-License-Identifier: Apache-2.0
// How many are hired in a cell, and who.
#include "sim/matching/job_assignment.hpp"

#include <array>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "sim/core/contract.hpp"
#include "sim/matching/urn_ball.hpp"

namespace sim::testing {
namespace {

constexpr std::array<float, 5> score{2.0F, 5.0F, 5.0F, 1.0F, 5.0F};
constexpr std::array<std::uint64_t, 5> lottery{10, 30, 20, 50, 20};
constexpr std::array<std::uint64_t, 5> identity{1, 2, 9, 4, 5};
constexpr Candidates five{score, lottery, identity};

std::vector<std::uint32_t> first(HiringMode mode, std::uint32_t count) {
    std::vector<std::uint32_t> order(5);
    choose_candidates(five, mode, count, order);
    order.resize(count);
    return order;
}

TEST(JobAssignment, RanksByScoreThenLotteryThenIdentity) {
    EXPECT_EQ(first(HiringMode::ranked, 5), (std::vector<std::uint32_t>{4, 2, 1, 0, 3}));
    EXPECT_EQ(first(HiringMode::ranked, 2), (std::vector<std::uint32_t>{4, 2}));
    EXPECT_TRUE(first(HiringMode::ranked, 0).empty());
}

TEST(JobAssignment, RandomModeLooksAtTheLotteryOnly) {
    EXPECT_EQ(first(HiringMode::random, 5), (std::vector<std::uint32_t>{0, 4, 2, 1, 3}));
    EXPECT_EQ(first(HiringMode::random, 3), (std::vector<std::uint32_t>{0, 4, 2}));
    std::vector<std::uint32_t> order(5);
    choose_candidates({{}, lottery, identity}, HiringMode::random, 1, order);
    EXPECT_EQ(order.front(), 0U);
}

TEST(JobAssignment, WholeHiresSettleTheFractionOnly) {
    EXPECT_EQ(whole_hires(2.25, 0.2499), 3U);
    EXPECT_EQ(whole_hires(2.25, 0.25), 2U);
    EXPECT_EQ(whole_hires(5.0, 0.0), 5U);
    EXPECT_EQ(whole_hires(5.0, std::nextafter(1.0, 0.0)), 5U);
    EXPECT_EQ(whole_hires(0.0, 0.0), 0U);
}

// Mean hires over evenly spaced uniforms; exact up to one part in `draws`.
double mean_hires(double seekers, double vacancies, double people_per_agent) {
    constexpr int draws = 10'000;
    const auto agents = static_cast<std::size_t>(seekers / people_per_agent);
    const std::vector<float> scores(agents, 0.0F);
    std::vector<std::uint64_t> numbers(agents);
    for (std::size_t agent = 0; agent < agents; ++agent) {
        numbers[agent] = agent;
    }
    std::vector<std::uint32_t> order(agents);
    double hires = 0.0;
    for (int draw = 0; draw < draws; ++draw) {
        hires += assign_jobs({seekers, vacancies, people_per_agent}, {scores, numbers, numbers},
                             HiringMode::ranked, (draw + 0.5) / draws, order);
    }
    return hires / draws * people_per_agent;
}

TEST(JobAssignment, ExpectedHiresInPeopleAreTheSameAtEveryScale) {
    const double expected = expected_matches(12.0, 6.0);
    EXPECT_NEAR(mean_hires(12.0, 6.0, 1.0), expected, 1e-3);
    EXPECT_NEAR(mean_hires(12.0, 6.0, 3.0), expected, 3e-3);
    EXPECT_NEAR(mean_hires(12.0, 6.0, 6.0), expected, 6e-3);
    EXPECT_NEAR(mean_hires(12.0, 6.0, 12.0), expected, 12e-3);
    EXPECT_DOUBLE_EQ(expected_hires({12e3, 6e3, 1e3}), expected);
}

TEST(JobAssignment, NeverHiresMoreThanThereAreCandidatesOrVacancies) {
    const std::vector<std::uint64_t> numbers{0, 1, 2, 3, 4, 5, 6, 7};
    std::vector<std::uint32_t> order(8);
    for (std::uint32_t agents = 0; agents <= 8; ++agents) {
        for (std::uint32_t vacancies = 0; vacancies <= 8; ++vacancies) {
            for (const double uniform : {0.0, 0.5, 0.999}) {
                const std::span<const std::uint64_t> keys(numbers.data(), agents);
                const std::uint32_t hires =
                    assign_jobs({agents * 100.0, vacancies * 100.0, 100.0}, {{}, keys, keys},
                                HiringMode::random, uniform, std::span(order).first(agents));
                EXPECT_LE(hires, agents);
                EXPECT_LE(hires, vacancies);
            }
        }
    }
    // More applications expected than candidates came.
    const std::span<const std::uint64_t> keys(numbers.data(), 2);
    EXPECT_EQ(assign_jobs({5.0, 50.0, 1.0}, {{}, keys, keys}, HiringMode::random, 0.0,
                          std::span(order).first(2)),
              2U);
}

#if SIM_CONTRACTS
TEST(JobAssignment, RefusesWhatIsNotACell) {
    EXPECT_THROW(expected_hires({1.0, 1.0, 0.0}), ContractError);
    EXPECT_THROW(expected_hires({-1.0, 1.0, 1.0}), ContractError);
    EXPECT_THROW(whole_hires(1.0, 1.0), ContractError);
    EXPECT_THROW(first(HiringMode::ranked, 6), ContractError);
}
#endif

}  // namespace
}  // namespace sim::testing
