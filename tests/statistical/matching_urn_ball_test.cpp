// SPDX-License-Identifier: Apache-2.0
// Balls thrown into urns one by one against the urn-ball law, the elasticities that a regression of
// simulated matches finds, and job assignment at several scales.
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "sim/matching/job_assignment.hpp"
#include "sim/matching/urn_ball.hpp"
#include "tests/support/test_random.hpp"

namespace sim::testing {
namespace {

// Urns that are hit when each seeker throws one ball.
std::uint32_t throw_balls(std::uint32_t seekers, std::uint32_t vacancies, TestRandom& random,
                          std::vector<char>& hit) {
    hit.assign(vacancies, 0);
    std::uint32_t matches = 0;
    for (std::uint32_t seeker = 0; seeker < seekers; ++seeker) {
        char& urn = hit[random.below(vacancies)];
        matches += urn == 0 ? 1 : 0;
        urn = 1;
    }
    return matches;
}

MeanOf simulate(std::uint32_t seekers, std::uint32_t vacancies, int repeats, std::uint32_t seed) {
    TestRandom random(seed);
    std::vector<char> hit;
    MeanOf matches;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        matches.add(throw_balls(seekers, vacancies, random, hit));
    }
    return matches;
}

TEST(MatchingUrnBall, SimulatedMatchesFollowTheFiniteLaw) {
    const MeanOf even = simulate(50, 50, 40'000, 61);
    EXPECT_NEAR(even.mean(), 31.79151600, 3.0 * even.standard_error());
    // The error of a standard deviation from n near-normal draws is s / sqrt(2 n).
    EXPECT_NEAR(even.standard_deviation(), 2.20902, 3.0 * 2.20902 / std::sqrt(80'000.0));
    const MeanOf slack = simulate(30, 80, 20'000, 62);
    EXPECT_NEAR(slack.mean(), expected_matches_finite(30, 80), 3.0 * slack.standard_error());
    const MeanOf tight = simulate(90, 20, 20'000, 63);
    EXPECT_NEAR(tight.mean(), expected_matches_finite(90, 20), 3.0 * tight.standard_error());
    const MeanOf large = simulate(60'000, 40'000, 60, 64);
    EXPECT_NEAR(large.mean(), expected_matches(60'000, 40'000), 3.0 * large.standard_error());
}

struct Slopes {
    double seekers;
    double vacancies;
    double seekers_error;
    double sum_error;
};

// Logarithms of seekers, vacancies and simulated matches around a queue length.
struct Sample {
    std::vector<double> seekers;
    std::vector<double> vacancies;
    std::vector<double> matches;
};

Sample draw_sample(double queue, std::uint32_t seed) {
    TestRandom random(seed);
    std::vector<char> hit;
    Sample sample;
    for (int draw = 0; draw < 300; ++draw) {
        const double spread_u = 0.3 * (random.uniform() - 0.5);
        const double spread_v = 0.3 * (random.uniform() - 0.5);
        const auto seekers = static_cast<std::uint32_t>(20'000.0 * queue * std::exp(spread_u));
        const auto vacancies = static_cast<std::uint32_t>(20'000.0 * std::exp(spread_v));
        sample.seekers.push_back(std::log(seekers));
        sample.vacancies.push_back(std::log(vacancies));
        sample.matches.push_back(std::log(throw_balls(seekers, vacancies, random, hit)));
    }
    return sample;
}

// Sum of products of deviations from the means.
double co_moment(const std::vector<double>& left, const std::vector<double>& right) {
    const auto count = static_cast<double>(left.size());
    const double mean_left = std::accumulate(left.begin(), left.end(), 0.0) / count;
    const double mean_right = std::accumulate(right.begin(), right.end(), 0.0) / count;
    double sum = 0.0;
    for (std::size_t row = 0; row < left.size(); ++row) {
        sum += (left[row] - mean_left) * (right[row] - mean_right);
    }
    return sum;
}

// Least squares of ln M on a constant, ln U and ln V.
Slopes regress(const Sample& sample) {
    const double uu = co_moment(sample.seekers, sample.seekers);
    const double vv = co_moment(sample.vacancies, sample.vacancies);
    const double uv = co_moment(sample.seekers, sample.vacancies);
    const double um = co_moment(sample.seekers, sample.matches);
    const double vm = co_moment(sample.vacancies, sample.matches);
    const double mm = co_moment(sample.matches, sample.matches);
    const double determinant = uu * vv - uv * uv;
    const double slope_u = (um * vv - vm * uv) / determinant;
    const double slope_v = (vm * uu - um * uv) / determinant;
    const double variance =
        (mm - slope_u * um - slope_v * vm) / (static_cast<double>(sample.matches.size()) - 3.0);
    return {slope_u, slope_v, std::sqrt(variance * vv / determinant),
            std::sqrt(variance * (uu + vv - 2.0 * uv) / determinant)};
}

TEST(MatchingUrnBall, RegressionReturnsTheElasticitiesAndConstantReturns) {
    std::uint32_t seed = 70;
    for (const auto& [queue, known] :
         {std::pair{0.5, 0.770747}, {1.0, 0.581977}, {2.0, 0.313035}}) {
        const Slopes slopes = regress(draw_sample(queue, ++seed));
        EXPECT_LT(slopes.seekers_error, 0.01);
        EXPECT_NEAR(slopes.seekers, known, 3.0 * slopes.seekers_error) << "queue " << queue;
        EXPECT_NEAR(slopes.seekers + slopes.vacancies, 1.0, 3.0 * slopes.sum_error)
            << "queue " << queue;
    }
}

// One cell of 2000 seekers and 1000 jobs, seen at 1:1, 1:50, 1:1000: mean hires in people and each
// candidate's chance are those of the law.
TEST(MatchingUrnBall, JobAssignmentGivesTheLawAtEveryScale) {
    constexpr double seekers = 2'000.0;
    constexpr double vacancies = 1'000.0;
    for (const std::uint32_t people : {1U, 50U, 1'000U}) {
        TestRandom random(80 + people);
        const auto agents = static_cast<std::uint32_t>(seekers) / people;
        std::vector<std::uint64_t> identity(agents);
        for (std::uint32_t agent = 0; agent < agents; ++agent) {
            identity[agent] = agent;
        }
        std::vector<std::uint64_t> lottery(agents);
        std::vector<std::uint32_t> order(agents);
        MeanOf hires;
        MeanOf first_agent;
        for (int repeat = 0; repeat < 4'000; ++repeat) {
            for (std::uint64_t& lot : lottery) {
                lot = random.bits();
            }
            const std::uint32_t count =
                assign_jobs({seekers, vacancies, static_cast<double>(people)},
                            {{}, lottery, identity}, HiringMode::random, random.uniform(), order);
            hires.add(count * static_cast<double>(people));
            bool hired = false;
            for (std::uint32_t place = 0; place < count; ++place) {
                hired = hired || order[place] == 0;
            }
            first_agent.add(hired ? 1.0 : 0.0);
        }
        EXPECT_NEAR(hires.mean(), expected_matches(seekers, vacancies),
                    3.0 * hires.standard_error())
            << people;
        EXPECT_NEAR(first_agent.mean(), match_probability(seekers, vacancies),
                    3.0 * first_agent.standard_error())
            << people;
    }
}

}  // namespace
}  // namespace sim::testing
