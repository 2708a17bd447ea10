// SPDX-License-Identifier: Apache-2.0
// --set and the options that stand for one key: same rules as in a file, with the option as place.
#include "tests/unit/scenario/scenario_case.hpp"

namespace sim::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class OverridesTest : public ScenarioCase {
  protected:
    const std::string text_ =
        std::string(minimal) +
        "policies:\n  - {instrument: subsidy, label: delta, where: {province: Shanghai}}\n";

    std::vector<std::string> set_errors(
        std::vector<std::pair<std::string, std::string>> pairs) const {
        return errors(text_, set(std::move(pairs)));
    }
};

TEST_F(OverridesTest, SetValuesByPath) {
    const Scenario made =
        scenario(text_, set({{"seed", "7"},
                             {"title", "Another"},
                             {"time.end", "2024Q4"},
                             {"time.spin_up_years", "3"},
                             {"scale", "1:10"},
                             {"replicates", "2"},
                             {"parameters.toy.exit_rate", "12 %/a"},
                             {"structures.wage_gap", "penalty"},
                             {"output.panel", "0.5"},
                             {"output.only", "[mean_money]"},
                             {"policies.delta.amount", "33"},
                             {"policies.delta.start", "2023Q4"},
                             {"policies.delta.strength", "0.25"},
                             {"policies.delta.where.province", "[Jiangsu, \"No\"]"}}));
    EXPECT_EQ(made.seed, 7U);
    EXPECT_EQ(made.title, "Another");
    EXPECT_EQ(made.end, Quarter(2024, 4));
    EXPECT_EQ(made.spin_up_years, 3);
    EXPECT_EQ(made.scale, 10);
    EXPECT_EQ(made.replicates, 2);
    EXPECT_DOUBLE_EQ(std::get<double>(made.parameters.at("toy.exit_rate")), 0.12);
    EXPECT_EQ(std::get<std::string>(made.parameters.at("structures.wage_gap")), "penalty");
    EXPECT_EQ(made.output.panel, 0.5);
    EXPECT_THAT(made.output.only, ElementsAre("mean_money"));
    const PolicyEntry& policy = made.policies.at(0);
    EXPECT_EQ(std::get<double>(policy.parameters.at("amount")), 33.0);
    EXPECT_EQ(policy.start, Quarter(2023, 4));
    EXPECT_EQ(policy.end, Quarter(2024, 4));
    EXPECT_EQ(policy.strength, 0.25);
    EXPECT_THAT(policy.where.at("province"), ElementsAre("Jiangsu", "No"));
}

TEST_F(OverridesTest, LaterOnesWin) {
    EXPECT_EQ(scenario(text_, set({{"seed", "7"}, {"seed", "8"}})).seed, 8U);
}

TEST_F(OverridesTest, OptionsStandForKeys) {
    Overrides options = set({{"seed", "7"}});
    options.seed = 18446744073709551615U;
    options.replicates = 9;
    options.scale = "1:500";
    options.until = "2023Q4";
    options.panel = "2 %";
    options.checkpoint_every = "1y";
    const Scenario made = scenario(text_, options);
    EXPECT_EQ(made.seed, 18446744073709551615U);
    EXPECT_EQ(made.replicates, 9);
    EXPECT_EQ(made.scale, 500);
    EXPECT_EQ(made.end, Quarter(2023, 4));
    EXPECT_EQ(made.output.panel, 0.02);
    EXPECT_EQ(made.output.checkpoint_quarters, 4);
}

TEST_F(OverridesTest, OptionsAreCheckedLikeKeys) {
    Overrides options;
    options.replicates = -1;
    options.scale = "500";
    options.until = "2039Q1";
    options.panel = "2";
    options.checkpoint_every = "soon";
    EXPECT_THAT(errors(text_, options),
                ElementsAre(HasSubstr("--checkpoint-every: 'soon' is not an interval"),
                            HasSubstr("--panel: 2 is out of range"),
                            HasSubstr("--replicates: -1 is out of range"),
                            HasSubstr("--scale: '500' is not a scale"),
                            HasSubstr("--until: 2039Q1 is too late")));
    options = {};
    options.until = "2020Q1";
    EXPECT_THAT(errors(text_, options),
                ElementsAre(HasSubstr("--until: the end 2020Q1 lies before the start")));
}

TEST_F(OverridesTest, RefuseUnknownPaths) {
    EXPECT_THAT(set_errors({{"sede", "1"}}),
                ElementsAre(HasSubstr("--set sede: unknown path 'sede'")));
    EXPECT_THAT(set_errors({{"sede", "1"}}), ElementsAre(HasSubstr("Did you mean 'seed'?")));
    EXPECT_THAT(set_errors({{"toy.grant", "1"}}),
                ElementsAre(HasSubstr("Did you mean 'parameters.toy.grant'?")));
    EXPECT_THAT(set_errors({{"parameters.toy.grnt", "1"}}),
                ElementsAre(HasSubstr("Did you mean 'toy.grant'?")));
    EXPECT_THAT(set_errors({{"time.strat", "2022Q3"}}),
                ElementsAre(HasSubstr("Did you mean 'start'?")));
    EXPECT_THAT(set_errors({{"parameters", "1"}}), ElementsAre(HasSubstr("is a group")));
    EXPECT_THAT(set_errors({{"seed.x", "1"}}), ElementsAre(HasSubstr("unknown path 'seed.x'")));
    EXPECT_THAT(set_errors({{"model", "other"}}), ElementsAre(HasSubstr("cannot be set")));
    EXPECT_THAT(set_errors({{"", "1"}}), ElementsAre(HasSubstr("unknown path ''")));
}

TEST_F(OverridesTest, RefuseUnknownPolicies) {
    EXPECT_THAT(set_errors({{"policies.delte.amount", "1"}}),
                ElementsAre("--set policies.delte.amount: there is no policy 'delte' (expected one "
                            "of delta). Did you mean 'delta'?"));
    EXPECT_THAT(set_errors({{"policies.delta.amuont", "1"}}),
                ElementsAre(HasSubstr("Did you mean 'amount'?")));
    EXPECT_THAT(set_errors({{"policies.delta.instrument", "campaign"}}),
                ElementsAre(HasSubstr("unknown key 'instrument'")));
    EXPECT_THAT(set_errors({{"policies.delta", "1"}}),
                ElementsAre(HasSubstr("expected policies.LABEL.KEY=VALUE")));
    EXPECT_THAT(set_errors({{"policies.delta.where.province", "Shangai"}}),
                ElementsAre(HasSubstr("Did you mean 'Shanghai'?")));
    EXPECT_THAT(set_errors({{"policies.delta.end", "2020Q1"}}),
                ElementsAre(HasSubstr("--set policies.delta.end: the policy 'delta' ends")));
}

TEST_F(OverridesTest, RefuseValuesThatAreNoScalar) {
    EXPECT_THAT(set_errors({{"seed", ""}}), ElementsAre(HasSubstr("--set seed: no value")));
    EXPECT_THAT(set_errors({{"seed", "~"}}), ElementsAre(HasSubstr("'seed' has no value")));
    EXPECT_THAT(set_errors({{"seed", "a: b"}}), ElementsAre(HasSubstr("the value is a map")));
    EXPECT_THAT(set_errors({{"seed", "["}}), ElementsAre(HasSubstr("--set seed: ")));
    EXPECT_THAT(set_errors({{"seed", "*a"}}), ElementsAre(HasSubstr("--set seed: ")));
    EXPECT_THAT(set_errors({{"seed", "[1]"}}), ElementsAre(HasSubstr("'seed' is a list")));
}

TEST_F(OverridesTest, AreReportedWithTheErrorsOfTheFile) {
    EXPECT_THAT(errors(text_ + "replicates: x\n", set({{"seed", "x"}, {"sede", "1"}})),
                ElementsAre(HasSubstr("--set sede"), HasSubstr("--set seed"),
                            HasSubstr("a.yaml:5:13: 'x' is not a number")));
}

TEST_F(OverridesTest, DoNotStandInForAMissingTime) {
    EXPECT_THAT(errors("model: toy\n", set({{"time.start", "2022Q3"}, {"time.end", "2023Q1"}})),
                ElementsAre(HasSubstr("a.yaml: 'time' is missing")));
}

}  // namespace
}  // namespace sim::testing
