// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gtest/gtest.h>

#include "models/classic/boltzmann_wealth/model.hpp"
#include "models/classic/boltzmann_wealth/outputs.hpp"
#include "models/classic/boltzmann_wealth/trader.hpp"
#include "sim/core/error.hpp"
#include "tests/statistical/classic_runs.hpp"

namespace {

double gini_of(std::vector<std::int64_t> amounts) {
    return classic::population_gini(amounts);
}

TEST(BoltzmannGini, KnownDistributions) {
    EXPECT_EQ(gini_of({7, 7, 7, 7}), 0.0);
    EXPECT_EQ(gini_of({0, 0, 0, 12}), 0.75);          // one of four owns all: (n − 1) / n
    EXPECT_DOUBLE_EQ(gini_of({3, 1, 2}), 2.0 / 9.0);  // 8 / (9 · 2 · 2): pairs differ by 1, 1, 2
    EXPECT_EQ(gini_of({0, 0}), 0.0);
}

// Money in every row after a run, for a look at single traders.
std::vector<std::int64_t> money_after(classic_test::Parameters parameters, int quarters) {
    const sim::Scenario scenario = classic_test::scenario_of(std::move(parameters), quarters, 3);
    sim::Run run(classic::make_boltzmann_wealth(), scenario, 0);
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    EXPECT_TRUE(run.simulate({.executor = executor.get()}).complete);
    const auto& traders = run.model().world().table<classic::TraderTable>();
    return {traders.money.data(), traders.money.data() + traders.size()};
}

TEST(BoltzmannExchange, OneRestsInARoundOfAnOddNumber) {
    const std::vector<std::int64_t> money = money_after({{"exchange.traders", std::int64_t{5}}}, 1);
    EXPECT_EQ(std::count(money.begin(), money.end(), 10'000), 1);
}

TEST(BoltzmannExchange, PairsKeepTheirSavings) {
    const std::vector<std::int64_t> money = money_after(
        {{"exchange.traders", std::int64_t{1000}}, {"exchange.saving_propensity", 0.75}}, 1);
    const auto [least, most] = std::minmax_element(money.begin(), money.end());
    EXPECT_GE(*least, 7'500);
    EXPECT_LE(*most, 12'500);
    EXPECT_LT(*least, 7'600);  // 1,000 uniform splits come close to both ends
    EXPECT_GT(*most, 12'400);
}

TEST(BoltzmannExchange, SplitsASingleCoinBothWays) {
    const std::vector<std::int64_t> money = money_after(
        {{"exchange.traders", std::int64_t{2000}}, {"exchange.initial_money", std::int64_t{1}}}, 1);
    for (const std::int64_t amount : {0, 1, 2}) {  // all three are equally likely
        EXPECT_NEAR(static_cast<double>(std::count(money.begin(), money.end(), amount)),
                    2000.0 / 3.0, 100.0);
    }
}

TEST(BoltzmannExchange, RoundsDiffer) {
    const classic_test::Parameters once{{"exchange.traders", std::int64_t{100}}};
    classic_test::Parameters twice = once;
    twice["exchange.rounds_per_quarter"] = std::int64_t{2};
    const std::vector<std::int64_t> first = money_after(once, 1);
    EXPECT_NE(first, money_after(twice, 1));
    EXPECT_NE(first, money_after(once, 2));
}

TEST(BoltzmannWealth, SaysWhenMoneyIsLost) {
    const sim::Scenario scenario = classic_test::scenario_of({}, 1, 3);
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    const sim::Tick tick(scenario.start, scenario.start, 3, 0, *executor);
    const auto model = classic::make_boltzmann_wealth();
    model->prepare({&scenario, tick});
    model->initialise({&scenario, tick});
    EXPECT_EQ(model->broken_invariant(tick), "");
    auto& traders = model->world().table<classic::TraderTable>();
    traders.money[17] -= 1;
    EXPECT_EQ(model->broken_invariant(tick), "99999999 money held but 100000000 issued");
    traders.money[17] = -5;
    EXPECT_EQ(model->broken_invariant(tick), "trader 17 holds -5 money");
}

TEST(BoltzmannWealth, RefusesAnotherScale) {
    sim::Scenario scenario = classic_test::scenario_of({}, 1, 3);
    sim::Problems problems;
    classic::make_boltzmann_wealth()->check(scenario, problems);
    EXPECT_TRUE(problems.empty());
    scenario.scale = 1000;
    classic::make_boltzmann_wealth()->check(scenario, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_NE(problems.list()[0].what.find("1:1000"), std::string::npos);
}

}  // namespace
