// SPDX-License-Identifier: Apache-2.0
// Every way in which a key of a scenario can be wrong, with its place and the suggestion.
#include "tests/unit/scenario/scenario_case.hpp"

namespace sim::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Validate : public ScenarioCase {
  protected:
    // Errors of the minimal scenario with more lines, which begin at line 3.
    std::vector<std::string> with(const std::string& lines) const {
        return errors(minimal + lines);
    }
};

TEST_F(Validate, FillsInDefaults) {
    const Scenario made = scenario(minimal);
    EXPECT_EQ(made.model, "toy");
    EXPECT_EQ(made.seed, 1U);
    EXPECT_EQ(made.scale, 1);
    EXPECT_EQ(made.replicates, 1);
    EXPECT_EQ(made.start, Quarter(2022, 3));
    EXPECT_EQ(made.end, Quarter(2025, 2));
    EXPECT_EQ(made.spin_up_years, 0);
    EXPECT_EQ(made.parameters.size(), 7U);
    EXPECT_EQ(std::get<double>(made.parameters.at("toy.exit_rate")), 0.1);
    EXPECT_EQ(std::get<std::string>(made.parameters.at("structures.wage_gap")), "premium");
    EXPECT_TRUE(made.policies.empty());
}

TEST_F(Validate, ReadsEveryKey) {
    const Scenario made = scenario(
        "model: toy\ntitle: 'A: b'\nseed: 18446744073709551615\n"
        "time: {start: 2022Q3, end: 2035Q2, spin_up_years: 5}\nscale: 1:1000\nreplicates: 20\n"
        "parameters:\n  toy.exit_rate: 12 %/a\n  toy.is_open: true\n  toy.pension_age: 65\n"
        "  toy.mechanism: parallel\n  toy.free_number: -1e3\n"
        "structures: {wage_gap: penalty}\n"
        "output: {panel: 1 %, spin_up: true, checkpoint_every: 2q, only: [mean_money]}\n");
    EXPECT_EQ(made.title, "A: b");
    EXPECT_EQ(made.seed, 18446744073709551615U);
    EXPECT_EQ(made.first_quarter(), Quarter(2017, 3));
    EXPECT_EQ(made.scale, 1000);
    EXPECT_EQ(made.replicates, 20);
    EXPECT_DOUBLE_EQ(std::get<double>(made.parameters.at("toy.exit_rate")), 0.12);
    EXPECT_TRUE(std::get<bool>(made.parameters.at("toy.is_open")));
    EXPECT_EQ(std::get<std::int64_t>(made.parameters.at("toy.pension_age")), 65);
    EXPECT_EQ(std::get<std::string>(made.parameters.at("toy.mechanism")), "parallel");
    EXPECT_EQ(std::get<double>(made.parameters.at("toy.free_number")), -1000.0);
    EXPECT_EQ(std::get<std::string>(made.parameters.at("structures.wage_gap")), "penalty");
    EXPECT_EQ(made.output, (OutputOptions{0.01, true, true, {"mean_money"}, 2}));
}

TEST_F(Validate, RefusesAMisspeltKey) {
    EXPECT_THAT(with("sede: 3\n"), ElementsAre(HasSubstr("a.yaml:3:1: unknown key 'sede'")));
    EXPECT_THAT(with("sede: 3\n"), ElementsAre(HasSubstr("Did you mean 'seed'?")));
    EXPECT_THAT(with("output:\n  panle: 0.1\n"),
                ElementsAre("a.yaml:4:3: unknown key 'panle' (expected one of panel, "
                            "checkpoint_every, spin_up, ledger, only). Did you mean 'panel'?"));
}

TEST_F(Validate, RefusesAMisspeltParameter) {
    EXPECT_THAT(with("parameters:\n  toy.exit_rat: 0.2\n"),
                ElementsAre(HasSubstr("a.yaml:4:3: unknown key 'toy.exit_rat'")));
    EXPECT_THAT(with("parameters:\n  toy.exit_rat: 0.2\n"),
                ElementsAre(HasSubstr("Did you mean 'toy.exit_rate'?")));
    EXPECT_THAT(with("structures: {wage_gab: penalty}\n"),
                ElementsAre(HasSubstr("Did you mean 'wage_gap'?")));
    EXPECT_THAT(with("parameters: {structures.wage_gap: penalty}\n"),
                ElementsAre(HasSubstr("unknown key 'structures.wage_gap'")));
    EXPECT_THAT(with("parameters:\n  toy:\n    exit_rate: 0.2\n"),
                ElementsAre(HasSubstr("a.yaml:4:3: unknown key 'toy'")));
}

TEST_F(Validate, RefusesAWrongUnit) {
    EXPECT_THAT(
        with("parameters:\n  toy.exit_rate: 12 km\n"),
        ElementsAre("a.yaml:4:18: '12 km' is in a wrong unit (expected a number in 1/a, 0 to "
                    "1)"));
    EXPECT_THAT(with("parameters: {toy.exit_rate: 3 %/quarter}\n"), IsEmpty());
}

TEST_F(Validate, RefusesNumbersOutOfRange) {
    EXPECT_THAT(with("parameters:\n  toy.exit_rate: 120 %/a\n"),
                ElementsAre("a.yaml:4:18: 120 %/a is out of range (expected a number in 1/a, 0 to "
                            "1)"));
    EXPECT_THAT(with("replicates: 0\n"), ElementsAre(HasSubstr("3:13: 0 is out of range")));
    EXPECT_THAT(with("replicates: 100001\n"), ElementsAre(HasSubstr("out of range")));
    EXPECT_THAT(with("replicates: 2.5\n"), ElementsAre(HasSubstr("2.5 is not a whole number")));
    EXPECT_THAT(with("output: {panel: 1.5}\n"), ElementsAre(HasSubstr("1.5 is out of range")));
    EXPECT_THAT(with("parameters: {toy.pension_age: 71}\n"), ElementsAre(HasSubstr("50 to 70")));
}

TEST_F(Validate, RefusesWrongKinds) {
    EXPECT_THAT(with("parameters: {toy.mechanism: paralel}\n"),
                ElementsAre(HasSubstr("Did you mean 'parallel'?")));
    EXPECT_THAT(with("parameters: {toy.is_open: yes}\n"),
                ElementsAre(HasSubstr("'yes' is neither true nor false")));
    EXPECT_THAT(with("parameters: {toy.is_open: 'true'}\n"),
                ElementsAre(HasSubstr("'true' in quotes is a text")));
    EXPECT_THAT(with("parameters: {toy.exit_rate: [1]}\n"),
                ElementsAre(HasSubstr("'toy.exit_rate' is a list")));
    EXPECT_THAT(with("parameters: [toy.exit_rate]\n"),
                ElementsAre(HasSubstr("'parameters' is a list")));
    EXPECT_THAT(with("parameters: {toy.exit_rate: '1 '}\n"), IsEmpty());
    EXPECT_THAT(with("parameters: {toy.exit_rate: ' '}\n"), ElementsAre(HasSubstr("is empty")));
    EXPECT_THAT(with("parameters: {toy.exit_rate: " + std::string(300, '1') + "}\n"),
                ElementsAre(HasSubstr("too long")));
}

TEST_F(Validate, RefusesKeysWithoutAValue) {
    EXPECT_THAT(with("seed:\n"), ElementsAre(HasSubstr("a.yaml:3:1: 'seed' has no value")));
    EXPECT_THAT(with("policies:\nseed: 2\n"),
                ElementsAre(HasSubstr("a.yaml:3:1: 'policies' has no value")));
    EXPECT_THAT(with("parameters:\n"), ElementsAre(HasSubstr("'parameters' has no value")));
    // YAML reads a word on a line of its own as a key.
    EXPECT_THAT(with("seed: 1\ntitle\n"), ElementsAre(HasSubstr("'title' has no value")));
}

TEST_F(Validate, RefusesSeedsThatAreNoPlainNumber) {
    for (const char* seed :
         {"-1", "0x10", "1e3", "18446744073709551616", "'7'", "007", "1.0", "+1"}) {
        EXPECT_THAT(with(std::string("seed: ") + seed + "\n"),
                    ElementsAre(HasSubstr("is not a seed")))
            << seed;
    }
}

TEST_F(Validate, RefusesScalesThatAreNotOneToN) {
    for (const char* scale : {"1000", "1:0", "2:1000", "1:-5", "1:1e3", "1:1000000000", "1:"}) {
        EXPECT_THAT(with(std::string("scale: '") + scale + "'\n"),
                    ElementsAre(HasSubstr("is not a scale")))
            << scale;
    }
}

TEST_F(Validate, RefusesWrongTimes) {
    EXPECT_THAT(errors("model: toy\ntime: {start: 2022Q5, end: 2023-01}\n"),
                ElementsAre(HasSubstr("2:15: '2022Q5' is not a quarter"),
                            HasSubstr("2:28: '2023-01' is not a quarter")));
    EXPECT_THAT(errors("model: toy\ntime: {start: 2022Q3, end: 2022Q2}\n"),
                ElementsAre("a.yaml:2:28: the end 2022Q2 lies before the start (expected 2022Q3 or "
                            "later)"));
    EXPECT_THAT(errors("model: toy\ntime: {start: 2022Q3, end: 2022Q3}\n"), IsEmpty());
    EXPECT_THAT(errors("model: toy\ntime: {start: 0000Q1, end: 2022Q2}\n"),
                ElementsAre(HasSubstr("'0000Q1' is not a quarter")));
    EXPECT_THAT(errors("model: toy\ntime: 2022Q3\n"), ElementsAre(HasSubstr("'time' is '2022Q3'")));
    EXPECT_THAT(errors("model: toy\ntime: {start: 2022Q3, end: 2023Q1, spin_up_years: 60}\n"),
                ElementsAre(HasSubstr("60 is out of range")));
}

TEST_F(Validate, ShowsTheModelsOwnProblemsAtTheirPlace) {
    EXPECT_THAT(errors("model: toy\ntime: {start: 2022Q3, end: 2040Q1}\n"),
                ElementsAre("a.yaml:2:28: 2040Q1 is too late (expected 2038Q4 or earlier)"));
}

TEST_F(Validate, NeedsModelAndTime) {
    EXPECT_THAT(errors("seed: 1\n"),
                ElementsAre("a.yaml: 'model' is missing (expected one of toy, other)",
                            HasSubstr("a.yaml: 'time' is missing")));
    EXPECT_THAT(errors("model: toy\ntime: {start: 2022Q3}\n"),
                ElementsAre(HasSubstr("2:7: 'time.end' is missing")));
    EXPECT_THAT(errors("model: toi\ntime: {start: 2022Q3, end: 2023Q1}\n"),
                ElementsAre(HasSubstr("1:8: unknown model 'toi' (expected one of toy, other). Did "
                                      "you mean 'toy'?")));
}

TEST_F(Validate, ChecksCommonKeysOfAnUnknownModel) {
    EXPECT_THAT(errors("model: toi\nseed: x\npolicies: [{instrument: y, start: z}]\n"
                       "time: {start: 2022Q3, end: 2023Q1}\n"),
                ElementsAre(HasSubstr("unknown model"), HasSubstr("'x' is not a seed"),
                            HasSubstr("'z' is not a quarter")));
}

TEST_F(Validate, RefusesUnknownOutputs) {
    EXPECT_THAT(with("output: {only: [mean_mony, mean_money, mean_money]}\n"),
                ElementsAre(HasSubstr("Did you mean 'mean_money'?"),
                            HasSubstr("stands in the list twice")));
    EXPECT_THAT(with("output: {only: []}\n"), ElementsAre(HasSubstr("'only' is an empty list")));
}

TEST_F(Validate, RefusesOddIntervalsBetweenCheckpoints) {
    for (const char* interval : {"1", "y", "0y", "1a", "100y", "1.5y", "-1y"}) {
        EXPECT_THAT(with(std::string("output: {checkpoint_every: ") + interval + "}\n"),
                    ElementsAre(HasSubstr("is not an interval")))
            << interval;
    }
}

TEST_F(Validate, RefusesLongTitles) {
    EXPECT_THAT(with("title: " + std::string(501, 'x') + "\n"),
                ElementsAre(HasSubstr("the title is too long")));
    EXPECT_THAT(with("title: |\n  a\n  b\n"), ElementsAre(HasSubstr("expected one line")));
}

TEST_F(Validate, ReportsAllErrorsAtOnceInOrder) {
    EXPECT_THAT(
        errors("seed: x\nmodel: toy\nreplicates: 0\ntime: {start: 2022Q3, end: 2099Q1}\n"
               "sede: 1\nparameters:\n  toy.exit_rate: 12 km\n  toy.grant: -1\n"
               "  toy.grant: 2\npolicies:\n  - instrument: subsidi\noutput: {panel: &a 2}\n"),
        ElementsAre(HasSubstr(":1:7:"), HasSubstr(":3:13:"), HasSubstr(":4:28: 2099Q1 is too late"),
                    HasSubstr(":5:1:"), HasSubstr(":7:18:"), HasSubstr(":8:14:"),
                    HasSubstr(":9:3: duplicate key 'toy.grant'"), HasSubstr(":11:17:"),
                    HasSubstr(":12:17: anchors"), HasSubstr(":12:17: 2 is out of range")));
}

TEST_F(Validate, ListsNoMoreErrorsThanOneCanRead) {
    std::string many = minimal;
    for (int i = 0; i < 5000; ++i) {
        many += "key" + std::to_string(i) + ": 1\n";
    }
    const std::vector<std::string> lines = errors(many);
    EXPECT_EQ(lines.size(), 201U);
    EXPECT_EQ(lines.back(), "4800 more errors are not shown");
}

}  // namespace
}  // namespace sim::testing
