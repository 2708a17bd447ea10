// SPDX-License-Identifier: Apache-2.0
// Entries of `policies`: what they may hold, their defaults, and how they are refused.
#include "tests/unit/scenario/scenario_case.hpp"

namespace sim::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Policies : public ScenarioCase {
  protected:
    // `entry` is a map in flow style and begins at column 5 of line 4.
    std::string text_with(const std::string& entry) const {
        return std::string(minimal) + "policies:\n  - " + entry + "\n";
    }
    std::vector<std::string> with(const std::string& entry) const {
        return errors(text_with(entry));
    }
    PolicyEntry policy(const std::string& entry) const {
        return scenario(text_with(entry)).policies.at(0);
    }
};

TEST_F(Policies, HaveDefaults) {
    const PolicyEntry made = policy("instrument: subsidy");
    EXPECT_EQ(made.label, "subsidy");
    EXPECT_EQ(made.start, Quarter(2022, 3));
    EXPECT_EQ(made.end, Quarter(2025, 2));
    EXPECT_EQ(made.strength, 1.0);
    EXPECT_EQ(made.phase_in_years, 0.0);
    EXPECT_FALSE(made.budget);
    EXPECT_EQ(std::get<double>(made.parameters.at("amount")), 100.0);
    EXPECT_EQ(std::get<std::string>(made.parameters.at("kind")), "none");
}

TEST_F(Policies, ReadEveryKey) {
    const PolicyEntry made = policy(
        "{instrument: subsidy, label: delta, where: {province: [Shanghai, 'No'], sector: farming, "
        "below: {income: 0.5}}, start: 2023Q1, end: 2024Q4, phase_in_years: 2, strength: 0.5, "
        "budget: {payer: city, amount: 2e6 CNY2022/a}, amount: 5000 CNY2022/student/a, "
        "kind: parallel}");
    EXPECT_EQ(made.label, "delta");
    EXPECT_THAT(made.where.at("province"), ElementsAre("Shanghai", "No"));
    EXPECT_THAT(made.where.at("sector"), ElementsAre("farming"));
    EXPECT_EQ(made.below.at("income"), 0.5);
    EXPECT_EQ(made.start, Quarter(2023, 1));
    EXPECT_EQ(made.end, Quarter(2024, 4));
    EXPECT_EQ(made.phase_in_years, 2.0);
    EXPECT_EQ(made.strength, 0.5);
    EXPECT_EQ(made.budget, (Budget{"city", 2e6}));
    EXPECT_EQ(std::get<double>(made.parameters.at("amount")), 5000.0);
    EXPECT_EQ(std::get<std::string>(made.parameters.at("kind")), "parallel");
}

TEST_F(Policies, RefuseUnknownNames) {
    EXPECT_THAT(with("instrument: subsidi"),
                ElementsAre("a.yaml:4:17: unknown instrument 'subsidi' (expected one of subsidy, "
                            "campaign). Did you mean 'subsidy'?"));
    EXPECT_THAT(with("{instrument: subsidy, amuont: 5}"),
                ElementsAre(HasSubstr("4:27: unknown key 'amuont'")));
    EXPECT_THAT(with("{instrument: subsidy, amuont: 5}"),
                ElementsAre(HasSubstr("Did you mean 'amount'?")));
    EXPECT_THAT(with("{label: x}"), ElementsAre(HasSubstr("4:5: a policy without 'instrument'")));
    EXPECT_THAT(with("subsidy"), ElementsAre(HasSubstr("an entry is 'subsidy'")));
    EXPECT_THAT(errors(std::string(minimal) + "policies: {instrument: subsidy}\n"),
                ElementsAre(HasSubstr("'policies' is a map")));
}

TEST_F(Policies, RefuseUnknownProvinces) {
    EXPECT_THAT(with("{instrument: subsidy, where: {province: [Jiangsu, Shangai]}}"),
                ElementsAre("a.yaml:4:55: unknown province 'Shangai' (expected one of Shanghai, "
                            "Jiangsu, No). Did you mean 'Shanghai'?"));
    EXPECT_THAT(with("{instrument: subsidy, where: {provinse: Jiangsu}}"),
                ElementsAre(HasSubstr("Did you mean 'province'?")));
    EXPECT_THAT(with("{instrument: subsidy, where: {province: []}}"),
                ElementsAre(HasSubstr("'province' is an empty list")));
    EXPECT_THAT(with("{instrument: subsidy, where: {sector: [farming, farming]}}"),
                ElementsAre(HasSubstr("'farming' stands in the list twice")));
    EXPECT_THAT(with("{instrument: subsidy, where: Shanghai}"),
                ElementsAre(HasSubstr("'where' is 'Shanghai'")));
    EXPECT_THAT(with("{instrument: campaign, where: {province: Jiangsu}}"),
                ElementsAre(HasSubstr("'campaign' acts everywhere alike")));
}

TEST_F(Policies, RefuseUnknownMeasures) {
    EXPECT_THAT(with("{instrument: subsidy, where: {below: {incme: 1}}}"),
                ElementsAre(HasSubstr("Did you mean 'income'?")));
    EXPECT_THAT(with("{instrument: subsidy, where: {below: {income: low}}}"),
                ElementsAre(HasSubstr("'income' is not a number")));
    EXPECT_THAT(with("{instrument: subsidy, where: {below: 3}}"),
                ElementsAre(HasSubstr("'below' is '3'")));
}

TEST_F(Policies, RefuseWrongValues) {
    EXPECT_THAT(with("{instrument: subsidy, strength: 11, phase_in_years: -1, amount: 3 km}"),
                ElementsAre(HasSubstr("11 is out of range"), HasSubstr("-1 is out of range"),
                            HasSubstr("'3 km' is in a wrong unit")));
    EXPECT_THAT(with("{instrument: subsidy, label: a b}"), ElementsAre(HasSubstr("be a label")));
    EXPECT_THAT(with("{instrument: subsidy, label: a.b}"), ElementsAre(HasSubstr("be a label")));
    EXPECT_THAT(with("{instrument: subsidy, start: 2024}"),
                ElementsAre(HasSubstr("'2024' is not a quarter")));
}

TEST_F(Policies, RefusePeriodsThatEndBeforeTheyStart) {
    EXPECT_THAT(with("{instrument: subsidy, start: 2024Q2, end: 2024Q1}"),
                ElementsAre("a.yaml:4:47: the end 2024Q1 lies before the start (expected 2024Q2 or "
                            "later)"));
    EXPECT_THAT(with("{instrument: subsidy, end: 2022Q2}"),
                ElementsAre(HasSubstr("the policy 'subsidy' ends in 2022Q2, before it starts")));
    EXPECT_THAT(with("{instrument: subsidy, start: 2024Q2, end: 2024Q2}"), IsEmpty());
}

TEST_F(Policies, MayStartAfterTheRunEnds) {
    const PolicyEntry late = policy("{instrument: subsidy, start: 2030Q1}");
    EXPECT_EQ(late.start, Quarter(2030, 1));
    EXPECT_EQ(late.end, Quarter(2030, 1));
}

TEST_F(Policies, RefuseBadBudgets) {
    EXPECT_THAT(
        with("{instrument: subsidy, budget: {payer: citi, amount: -1}}"),
        ElementsAre(HasSubstr("unknown payer 'citi' (expected one of central, city). Did you "
                              "mean 'city'?"),
                    HasSubstr("-1 is out of range")));
    EXPECT_THAT(with("{instrument: subsidy, budget: {payer: city}}"),
                ElementsAre(HasSubstr("a budget needs a payer and an amount")));
    EXPECT_THAT(with("{instrument: subsidy, budget: 5}"),
                ElementsAre(HasSubstr("'budget' is '5'")));
}

TEST_F(Policies, RefuseALabelTwiceInOneFile) {
    EXPECT_THAT(errors(std::string(minimal) +
                       "policies:\n  - instrument: subsidy\n  - instrument: campaign\n"
                       "    label: subsidy\n"),
                ElementsAre("a.yaml:5:5: a second policy 'subsidy'; the first is at a.yaml:4:5 "
                            "(expected a label of its own)"));
}

TEST_F(Policies, MayUseAnInstrumentTwice) {
    const Scenario made = scenario(std::string(minimal) +
                                   "policies:\n  - instrument: subsidy\n"
                                   "  - {instrument: subsidy, label: second, amount: 7}\n");
    ASSERT_EQ(made.policies.size(), 2U);
    EXPECT_EQ(std::get<double>(made.policies[0].parameters.at("amount")), 100.0);
    EXPECT_EQ(std::get<double>(made.policies[1].parameters.at("amount")), 7.0);
}

TEST_F(Policies, MayBeNone) {
    EXPECT_TRUE(scenario(std::string(minimal) + "policies: []\n").policies.empty());
}

}  // namespace
}  // namespace sim::testing
