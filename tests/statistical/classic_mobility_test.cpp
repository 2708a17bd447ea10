// SPDX-License-Identifier: Apache-2.0
// The occupational-mobility labour market against published numbers: first the recursion of
// expectations alone (to 1e-8), then the agents, who must come to its fixed point as 1/sqrt(L).
#include <cmath>
#include <numbers>
#include <ostream>

#include <gtest/gtest.h>

#include "tests/statistical/classic_runs.hpp"
#include "tests/statistical/mobility_recursion.hpp"

namespace {

using classic_test::complete_network;
using classic_test::equal_occupations;
using classic_test::Matrix;
using classic_test::MobilityRecursion;
using classic_test::Vector;

constexpr double fixed_unemployment = 0.04106572735553713;
constexpr double fixed_vacancies = 0.01721900730;
constexpr double fixed_finding = 0.37361930131;
constexpr double fixed_long_term = 0.24576221;
constexpr int burn_in = 20'000;

void settle(MobilityRecursion& market, const Vector& wanted) {
    for (int step = 0; step < burn_in; ++step) {
        market.step(wanted);
    }
}

class IdenticalOccupations : public testing::TestWithParam<std::size_t> {};

TEST_P(IdenticalOccupations, HaveTheFixedPointOfOne) {
    const std::size_t count = GetParam();
    MobilityRecursion market = equal_occupations(complete_network(count));
    settle(market, Vector(count, 1.0 / static_cast<double>(count)));
    EXPECT_NEAR(market.unemployment_rate(), fixed_unemployment, 1e-12);
    EXPECT_NEAR(market.vacancy_rate(), fixed_vacancies, 1e-10);
    const double finding = market.job_finding_rate();
    EXPECT_NEAR(finding, fixed_finding, 1e-10);
    EXPECT_NEAR(std::pow(1.0 - finding, 3.0), fixed_long_term, 1e-8);
    // Flow identity: whoever loses a job is replaced, u = s ÷ (s + f).
    EXPECT_NEAR(market.unemployment_rate(), 0.016 / (0.016 + finding), 1e-12);
}

INSTANTIATE_TEST_SUITE_P(Numbers, IdenticalOccupations, testing::Values(1, 2, 3, 10));

TEST(FlowIdentity, GivesTheUnemploymentRate) {
    double unemployed = 0.3;
    for (int step = 0; step < 200; ++step) {
        unemployed += 0.02 * (1.0 - unemployed) - 0.40 * unemployed;
    }
    EXPECT_NEAR(unemployed, 0.0476190476, 1e-10);
    EXPECT_NEAR(unemployed, 0.02 / (0.02 + 0.40), 1e-15);
}

struct Shift {
    const char* name;
    Matrix network;
    Vector unemployed;  // at steps 50, 100, 150, 200, 400
};

void PrintTo(const Shift& one, std::ostream* out) {
    *out << one.name;
}

class DemandShift : public testing::TestWithParam<Shift> {};

// Demand moves from (.5, .5) to (.6, .4) over 100 steps.
Vector shifting_demand(int step) {
    const double moved = 0.1 * std::min(1.0, step / 100.0);
    return {0.5 + moved, 0.5 - moved};
}

TEST_P(DemandShift, LeavesThePublishedUnemployment) {
    MobilityRecursion market = equal_occupations(GetParam().network);
    settle(market, {0.5, 0.5});
    Vector seen;
    double peak = 0.0;
    int peak_step = 0;
    for (int step = 1; step <= 400; ++step) {
        market.step(shifting_demand(step));
        if (market.total_unemployed() > peak) {
            peak = market.total_unemployed();
            peak_step = step;
        }
        if (step == 50 || step == 100 || step == 150 || step == 200 || step == 400) {
            seen.push_back(market.total_unemployed());
        }
    }
    ASSERT_EQ(seen.size(), GetParam().unemployed.size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        EXPECT_NEAR(seen[i], GetParam().unemployed[i], 1e-8) << i;
    }
    if (GetParam().network[0][1] == 0.1) {
        EXPECT_NEAR(peak, 0.04127343, 1e-8);
        EXPECT_EQ(peak_step, 29);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Networks, DemandShift,
    testing::Values(Shift{"complete", {{0.5, 0.5}, {0.5, 0.5}}, Vector(5, 0.04106573)},
                    Shift{"one_in_ten",
                          {{0.9, 0.1}, {0.1, 0.9}},
                          {0.04124619, 0.04116940, 0.04110700, 0.04110729, 0.04110729}},
                    Shift{"isolated",
                          {{1.0, 0.0}, {0.0, 1.0}},
                          {0.07071702, 0.11821310, 0.12407608, 0.12407689, 0.12407689}}));

// Less connection, more unemployment; one application in a hundred already removes the lasting
// loss.
TEST(DemandShift, OneApplicationInAHundredRemovesTheLastingLoss) {
    const auto lasting = [](double across) {
        MobilityRecursion market =
            equal_occupations({{1.0 - across, across}, {across, 1.0 - across}});
        settle(market, {0.5, 0.5});
        for (int step = 1; step <= 2'000; ++step) {
            market.step(shifting_demand(step));
        }
        return market.total_unemployed();
    };
    const double none = lasting(0.0);
    double before = none;
    for (const double across : {0.01, 0.05, 0.1, 0.5}) {
        const double now = lasting(across);
        EXPECT_LT(now, before) << across;
        before = now;
    }
    EXPECT_LT(lasting(0.01) - fixed_unemployment, 0.02 * (none - fixed_unemployment));
}

struct Cycle {
    double amplitude;
    int period;
};

void PrintTo(const Cycle& one, std::ostream* out) {
    *out << one.amplitude << " over " << one.period;
}

class BeveridgeLoop : public testing::TestWithParam<Cycle> {};

TEST_P(BeveridgeLoop, RunsCounterClockwiseAndSlopesDown) {
    const auto [amplitude, period] = GetParam();
    MobilityRecursion market = equal_occupations(complete_network(1));
    settle(market, {1.0});
    Vector u;
    Vector v;
    for (int step = 1; step <= 20 * period; ++step) {
        market.step({1.0 + amplitude * std::sin(2.0 * std::numbers::pi * step / period)});
        if (step > 19 * period) {
            u.push_back(market.unemployment_rate());
            v.push_back(market.vacancy_rate());
        }
    }
    EXPECT_GT(classic_test::signed_area(u, v), 0.0);
    EXPECT_LT(classic_test::correlation(u, v), -0.5);
}

INSTANTIATE_TEST_SUITE_P(Cycles, BeveridgeLoop,
                         testing::Values(Cycle{0.01, 70}, Cycle{0.03, 70}, Cycle{0.03, 140},
                                         Cycle{0.05, 100}));

TEST(BeveridgeLoop, AreaIsPositiveCounterClockwise) {
    EXPECT_DOUBLE_EQ(classic_test::signed_area({0.0, 2.0, 2.0, 0.0}, {0.0, 0.0, 1.0, 1.0}), 2.0);
    EXPECT_DOUBLE_EQ(classic_test::signed_area({0.0, 0.0, 2.0, 2.0}, {0.0, 1.0, 1.0, 0.0}), -2.0);
}

// ---- Agents

classic_test::Parameters near_the_fixed_point(std::int64_t workers, std::int64_t occupations) {
    return {{"market.workers", workers},
            {"market.occupations", occupations},
            {"market.steps_per_quarter", std::int64_t{10}},
            {"market.initial_unemployment", 0.041},
            {"market.initial_vacancies", 0.0168}};
}

struct Sample {
    std::vector<double> unemployment;
    std::vector<double> vacancies;
    std::vector<double> finding;
    std::vector<double> long_term;
};

Sample run_agents(const classic_test::Parameters& parameters, int quarters, std::uint32_t runs) {
    const sim::Scenario scenario = classic_test::scenario_of(parameters, quarters, 2021);
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    Sample sample;
    for (std::uint32_t replicate = 0; replicate < runs; ++replicate) {
        const classic_test::Finished run(classic::make_occupational_mobility(), scenario, replicate,
                                         *executor);
        sample.unemployment.push_back(run.last("unemployment_rate").at(0));
        sample.vacancies.push_back(run.last("vacancy_rate").at(0));
        sample.finding.push_back(run.last("job_finding_rate").at(0));
        sample.long_term.push_back(run.last("long_term_share").at(0));
    }
    return sample;
}

void expect_mean(const std::vector<double>& sample, double known, const char* what) {
    const auto [mean, error] = classic_test::estimate(sample);
    EXPECT_NEAR(mean, known, 3.0 * error) << what << ", standard error " << error;
}

double root_mean_square_error(const std::vector<double>& sample, double known) {
    double squares = 0.0;
    for (const double value : sample) {
        squares += (value - known) * (value - known);
    }
    return std::sqrt(squares / static_cast<double>(sample.size()));
}

TEST(MobilityAgents, ComeToTheFixedPointAtOneOverRootL) {
    constexpr std::uint32_t runs = 60;
    std::vector<double> errors;
    for (const std::int64_t workers : {4'000, 16'000, 64'000}) {
        const Sample sample = run_agents(near_the_fixed_point(workers, 1), 5, runs);
        expect_mean(sample.unemployment, fixed_unemployment, "unemployment");
        expect_mean(sample.vacancies, fixed_vacancies, "vacancies");
        expect_mean(sample.finding, fixed_finding, "finding");
        expect_mean(sample.long_term, fixed_long_term, "long term");
        errors.push_back(root_mean_square_error(sample.unemployment, fixed_unemployment));
    }
    // Four times the workers, half the error; that of an error from 60 runs is 9 %, so the log of a
    // ratio has a standard error of 0.13.
    for (std::size_t i = 1; i < errors.size(); ++i) {
        EXPECT_NEAR(std::log(errors[i - 1] / errors[i]), std::log(2.0), 3.0 * 0.13) << i;
    }
}

TEST(MobilityAgents, IdenticalConnectedOccupationsHaveTheSameRates) {
    for (const std::int64_t occupations : {2, 5}) {
        const Sample sample = run_agents(near_the_fixed_point(40'000, occupations), 5, 30);
        expect_mean(sample.unemployment, fixed_unemployment, "unemployment");
        expect_mean(sample.vacancies, fixed_vacancies, "vacancies");
        expect_mean(sample.finding, fixed_finding, "finding");
        expect_mean(sample.long_term, fixed_long_term, "long term");
    }
}

// A shift of demand: 100 steps of change, then 100 of rest, against the recursion's numbers.
TEST(MobilityAgents, FollowAShiftOfDemandOnEachNetwork) {
    struct Known {
        double weight;
        double unemployed;
    };
    for (const auto& [weight, unemployed] :
         {Known{1.0, 0.04106573}, Known{1.0 / 9.0, 0.04110729}, Known{0.0, 0.12407689}}) {
        classic_test::Parameters parameters = near_the_fixed_point(20'000, 2);
        parameters["mobility.neighbour_weight"] = weight;
        parameters["demand.shift"] = 0.1;
        const Sample sample = run_agents(parameters, 20, 12);
        expect_mean(sample.unemployment, unemployed, "unemployment");
    }
}

TEST(MobilityAgents, DrawTheBeveridgeLoop) {
    classic_test::Parameters parameters = near_the_fixed_point(200'000, 1);
    parameters["market.steps_per_quarter"] = std::int64_t{2};
    parameters["demand.amplitude"] = 0.03;
    parameters["demand.period"] = 80.0;
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    const classic_test::Finished run(classic::make_occupational_mobility(),
                                     classic_test::scenario_of(parameters, 120, 7), 0, *executor);
    Vector u = run.all("unemployment_rate");
    Vector v = run.all("vacancy_rate");
    u.erase(u.begin(), u.begin() + 80);  // keeps the last cycle of 40 quarters
    v.erase(v.begin(), v.begin() + 80);
    EXPECT_GT(classic_test::signed_area(u, v), 0.0);
    EXPECT_LT(classic_test::correlation(u, v), -0.5);
}

}  // namespace
