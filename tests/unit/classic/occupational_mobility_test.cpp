// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "models/classic/occupational_mobility/flows.hpp"
#include "models/classic/occupational_mobility/labour.hpp"
#include "models/classic/occupational_mobility/model.hpp"
#include "sim/core/error.hpp"
#include "sim/matching/urn_ball.hpp"
#include "tests/statistical/classic_runs.hpp"
#include "tests/statistical/mobility_recursion.hpp"

namespace {

using classic::Jobs;

TEST(MobilityFlows, RatesFollowTheGapToTargetDemand) {
    const classic::MarketParams params;
    EXPECT_DOUBLE_EQ(classic::separation_probability(params, {100.0, 5.0, 105.0}), 0.016);
    EXPECT_DOUBLE_EQ(classic::opening_probability(params, {100.0, 5.0, 105.0}), 0.012);
    // Ten jobs too many: 0.16 · 10 ÷ 100 of the jobs that would otherwise stay.
    EXPECT_DOUBLE_EQ(classic::separation_probability(params, {100.0, 5.0, 95.0}),
                     0.016 + 0.984 * 0.016);
    EXPECT_DOUBLE_EQ(classic::opening_probability(params, {100.0, 5.0, 95.0}), 0.012);
    EXPECT_DOUBLE_EQ(classic::opening_probability(params, {100.0, 5.0, 115.0}),
                     0.012 + 0.988 * 0.016);
    // Never more than all of them.
    EXPECT_DOUBLE_EQ(classic::separation_probability(params, {1.0, 50.0, 0.0}), 1.0);
    EXPECT_DOUBLE_EQ(classic::opening_probability(params, {1.0, 0.0, 50.0}), 1.0);
}

TEST(MobilityFlows, SineIsThatOfTheLibrary) {
    for (double x = -3.0; x < 3.0; x += 0.0137) {
        EXPECT_NEAR(classic::sine_of_turns(x), std::sin(2.0 * std::numbers::pi * x), 3e-15) << x;
    }
    EXPECT_EQ(classic::sine_of_turns(0.0), 0.0);
    EXPECT_DOUBLE_EQ(classic::sine_of_turns(0.25), 1.0);
    EXPECT_DOUBLE_EQ(classic::sine_of_turns(0.75), -1.0);
}

TEST(MobilityFlows, TargetDemandCyclesAndShifts) {
    classic::DemandParams params;
    EXPECT_DOUBLE_EQ(classic::target_demand(params, 90.0, 1, 3, 17.0), 30.0);
    params.shift.assign(0.2);
    EXPECT_DOUBLE_EQ(classic::target_demand(params, 100.0, 0, 2, -8.0), 50.0);
    EXPECT_DOUBLE_EQ(classic::target_demand(params, 100.0, 0, 2, 50.0), 60.0);
    EXPECT_DOUBLE_EQ(classic::target_demand(params, 100.0, 1, 2, 1'000.0), 30.0);
    // Of three occupations the middle one keeps its demand.
    EXPECT_DOUBLE_EQ(classic::target_demand(params, 90.0, 0, 3, 100.0), 48.0);
    EXPECT_DOUBLE_EQ(classic::target_demand(params, 90.0, 1, 3, 100.0), 30.0);
    EXPECT_DOUBLE_EQ(classic::target_demand(params, 90.0, 2, 3, 100.0), 12.0);
    EXPECT_DOUBLE_EQ(classic::target_demand(params, 90.0, 0, 1, 100.0), 90.0);
    params.shift.assign(0.0);
    params.amplitude.assign(0.1);
    params.period.assign(40.0);
    EXPECT_DOUBLE_EQ(classic::target_demand(params, 100.0, 0, 1, 10.0), 110.0);
    EXPECT_DOUBLE_EQ(classic::target_demand(params, 100.0, 0, 1, 30.0), 90.0);
}

TEST(MobilityFlows, ApplicationsGoWhereVacanciesAndNeighboursAre) {
    classic::MobilityParams params;
    std::vector<double> cumulative;
    const std::vector<double> vacancies{1.0, 2.0, 3.0, 4.0};
    classic::application_weights(params, vacancies, cumulative);
    EXPECT_EQ(cumulative,
              (std::vector<double>{1, 3, 6, 10, 1, 3, 6, 10, 1, 3, 6, 10, 1, 3, 6, 10}));
    params.neighbour_weight.assign(0.5);
    params.network.assign(std::string("ring"));
    classic::application_weights(params, vacancies, cumulative);
    EXPECT_EQ(cumulative,
              (std::vector<double>{1, 2, 2, 4, 0.5, 2.5, 4, 4, 0, 1, 4, 6, 0.5, 0.5, 2, 6}));
    params.neighbour_weight.assign(0.0);
    classic::application_weights(params, vacancies, cumulative);
    EXPECT_EQ(cumulative, (std::vector<double>{1, 1, 1, 1, 0, 2, 2, 2, 0, 0, 3, 3, 0, 0, 0, 4}));
}

struct Outcome {
    std::vector<double> employed;
    std::vector<double> unemployed;
    std::vector<double> vacancies;
};

// Two occupations of very many workers after one step.
Outcome after_one_step(double neighbour_weight) {
    const sim::Scenario scenario =
        classic_test::scenario_of({{"market.workers", std::int64_t{400'000}},
                                   {"market.occupations", std::int64_t{2}},
                                   {"market.steps_per_quarter", std::int64_t{1}},
                                   {"market.initial_unemployment", 0.1},
                                   {"market.initial_vacancies", 0.08},
                                   {"mobility.neighbour_weight", neighbour_weight},
                                   {"demand.shift", 0.1},
                                   {"demand.shift_steps", 1.0}},
                                  1, 5);
    sim::Run run(classic::make_occupational_mobility(), scenario, 0);
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    EXPECT_TRUE(run.simulate({.executor = executor.get()}).complete);
    const auto& table = run.model().world().table<classic::OccupationTable>();
    Outcome outcome;
    for (std::size_t i = 0; i < 2; ++i) {
        outcome.employed.push_back(static_cast<double>(table.employed[i]) / 400'000.0);
        outcome.unemployed.push_back(static_cast<double>(table.unemployed[i]) / 400'000.0);
        outcome.vacancies.push_back(static_cast<double>(table.vacancies[i]) / 400'000.0);
    }
    return outcome;
}

// The step of the agents is the step of the equations; 400,000 workers miss it by some 0.0003.
TEST(OccupationalMobility, OneStepFollowsTheEquations) {
    for (const double across : {0.0, 0.1, 0.5}) {
        classic_test::MobilityRecursion expected({{1.0 - across, across}, {across, 1.0 - across}},
                                                 {0.45, 0.45}, {0.05, 0.05}, {0.04, 0.04});
        expected.step({0.6, 0.4});
        const Outcome found = after_one_step(across / (1.0 - across));
        for (std::size_t i = 0; i < 2; ++i) {
            EXPECT_NEAR(found.employed[i], expected.employed()[i], 0.0012) << across;
            EXPECT_NEAR(found.unemployed[i], expected.unemployed()[i], 0.0012) << across;
            EXPECT_NEAR(found.vacancies[i], expected.vacancies()[i], 0.0012) << across;
        }
    }
}

TEST(OccupationalMobility, HiresFollowTheUrnBallLaw) {
    const Outcome found = after_one_step(0.0);
    // 20,000 seekers and 16,000 vacancies in each of two closed occupations.
    const double hires = sim::expected_matches(20'000, 16'000) / 400'000.0;
    const double leavers = 0.45 * (0.016 + 0.984 * 0.16 * 0.09 / 0.45);
    EXPECT_NEAR(found.unemployed[1], 0.05 + leavers - hires, 1e-3);
    EXPECT_NEAR(found.unemployed[0], 0.05 + 0.45 * 0.016 - hires, 1e-3);
}

TEST(OccupationalMobility, RecordsEachOccupation) {
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    const classic_test::Finished run(
        classic::make_occupational_mobility(),
        classic_test::scenario_of(
            {{"market.workers", std::int64_t{3'001}}, {"market.occupations", std::int64_t{3}}}, 8,
            3),
        0, *executor);
    for (const std::string name :
         {"unemployment_rate", "vacancy_rate", "job_finding_rate", "long_term_share"}) {
        const std::vector<double> rate = run.last(name + "_by_occupation");
        const std::vector<double> base = run.last(name + "_by_occupation_base");
        ASSERT_EQ(rate.size(), 3U);
        double part = 0.0;
        double whole = 0.0;
        for (std::size_t i = 0; i < 3; ++i) {
            part += rate[i] * base[i];
            whole += base[i];
        }
        EXPECT_EQ(run.last(name + "_base").at(0), whole);
        EXPECT_NEAR(run.last(name).at(0), part / whole, 1e-15);
    }
    EXPECT_EQ(run.last("unemployment_rate_base").at(0), 3'001.0);
}

TEST(OccupationalMobility, NobodyFindsAJobWhereNoneIsOpen) {
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    const classic_test::Finished run(
        classic::make_occupational_mobility(),
        classic_test::scenario_of({{"market.workers", std::int64_t{1'000}},
                                   {"market.initial_unemployment", 1.0},
                                   {"market.initial_vacancies", 0.0}},
                                  3, 3),
        0, *executor);
    EXPECT_EQ(run.last("unemployment_rate").at(0), 1.0);
    EXPECT_EQ(run.last("job_finding_rate").at(0), 0.0);
    EXPECT_EQ(run.last("long_term_share").at(0), 1.0);  // seven steps without work
    EXPECT_TRUE(std::isnan(run.last("vacancy_rate").at(0)));
}

TEST(OccupationalMobility, SaysWhenCountsAreWrong) {
    const sim::Scenario scenario = classic_test::scenario_of({}, 1, 3);
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    const sim::Tick tick(scenario.start, scenario.start, 3, 0, *executor);
    const auto model = classic::make_occupational_mobility();
    model->prepare({&scenario, tick});
    model->initialise({&scenario, tick});
    EXPECT_EQ(model->broken_invariant(tick), "");
    auto& occupations = model->world().table<classic::OccupationTable>();
    occupations.vacancies[0] = -1;
    EXPECT_EQ(model->broken_invariant(tick), "occupation 1 has -1 vacancies");
    occupations.employed[0] += 1;
    EXPECT_EQ(model->broken_invariant(tick),
              "occupation 1 counts 95001 employed and 5000 unemployed but has 95000 and 5000");
}

TEST(OccupationalMobility, RefusesAnotherScale) {
    sim::Scenario scenario = classic_test::scenario_of({}, 1, 3);
    sim::Problems problems;
    classic::make_occupational_mobility()->check(scenario, problems);
    EXPECT_TRUE(problems.empty());
    scenario.scale = 1000;
    classic::make_occupational_mobility()->check(scenario, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_NE(problems.list()[0].what.find("1:1000"), std::string::npos);
}

}  // namespace
