// SPDX-License-Identifier: Apache-2.0
// Budgets that the policies of a scenario share: one map or a list, laid over those of a base.
#include "tests/unit/scenario/scenario_case.hpp"

namespace sim::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class BudgetsTest : public ScenarioCase {
  protected:
    std::vector<Budget> budgets(const std::string& lines, const Overrides& overrides = {}) const {
        return scenario(minimal + lines, overrides).budgets;
    }
    std::vector<std::string> with(const std::string& lines) const {
        return errors(minimal + lines);
    }
};

TEST_F(BudgetsTest, OneOrAList) {
    EXPECT_THAT(budgets(""), IsEmpty());
    EXPECT_THAT(budgets("budget: {payer: city, amount: 2e6 CNY2022/a}\n"),
                ElementsAre(Budget{"city", 2e6}));
    EXPECT_THAT(
        budgets("budget:\n  - {payer: city, amount: 0}\n  - {payer: central, amount: 1e9}\n"),
        ElementsAre(Budget{"city", 0.0}, Budget{"central", 1e9}));
    EXPECT_THAT(budgets("budget: []\n"), IsEmpty());
}

TEST_F(BudgetsTest, AMapLiesOverTheBaseAListReplacesIt) {
    folder_.write("base.yaml", std::string(minimal) + "budget: {payer: city, amount: 5}\n");
    EXPECT_THAT(scenario("extends: base.yaml\nbudget: {amount: 7}\n").budgets,
                ElementsAre(Budget{"city", 7.0}));
    EXPECT_THAT(scenario("extends: base.yaml\nbudget: [{payer: central, amount: 7}]\n").budgets,
                ElementsAre(Budget{"central", 7.0}));
    EXPECT_THAT(scenario("extends: base.yaml\n").budgets, ElementsAre(Budget{"city", 5.0}));
    EXPECT_THAT(scenario("extends: base.yaml\n", set({{"budget.amount", "9"}})).budgets,
                ElementsAre(Budget{"city", 9.0}));
}

TEST_F(BudgetsTest, StandsInTheResolvedTextAndTheHash) {
    const LoadedScenario none = load(minimal);
    const LoadedScenario one =
        load(std::string(minimal) + "budget: {payer: city, amount: 2.5e9}\n");
    EXPECT_THAT(one.resolved, HasSubstr("budget:\n  - {payer: city, amount: 2500000000}\noutput:"));
    EXPECT_NE(one.scenario_hash, none.scenario_hash);
    EXPECT_EQ(one.scenario.origin(), none.scenario.origin());
    const LoadedScenario again = load_scenario_text(one.resolved, "a.h5", models_, {}, data_);
    EXPECT_EQ(again.scenario, one.scenario);
}

TEST_F(BudgetsTest, RefusesWhatDoesNotFit) {
    EXPECT_THAT(with("budget: {payer: citi, amount: -1}\n"),
                ElementsAre(HasSubstr("Did you mean 'city'?"), HasSubstr("-1 is out of range")));
    EXPECT_THAT(with("budget: {amount: 5}\n"),
                ElementsAre(HasSubstr("a.yaml:3:9: a budget needs a payer and an amount")));
    EXPECT_THAT(with("budget: [{payer: city}]\n"),
                ElementsAre(HasSubstr("a budget needs a payer and an amount")));
    EXPECT_THAT(with("budget: 5\n"), ElementsAre(HasSubstr("'budget' is '5'")));
    EXPECT_THAT(with("budget: [{payer: city, amount: 1}, {payer: city, amount: 2}]\n"),
                ElementsAre(HasSubstr("a second budget of 'city'")));
    EXPECT_THAT(with("budget: {payer: city, amount: 1, year: 2}\n"),
                ElementsAre(HasSubstr("unknown key 'year'")));
    EXPECT_THAT(errors("model: other\ntime: {start: 2022Q3, end: 2025Q2}\n"
                       "budget: {payer: city, amount: 1}\n"),
                ElementsAre(HasSubstr("the model 'other' keeps no accounts")));
}

}  // namespace
}  // namespace sim::testing
