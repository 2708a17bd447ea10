// SPDX-License-Identifier: Apache-2.0
// Layers: a base below a scenario below the command line. Maps merge, lists are replaced, policies
// append, and no layer hides an error of another.
#include <filesystem>

#include "tests/unit/scenario/scenario_case.hpp"

namespace sim::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

class Layers : public ScenarioCase {
  protected:
    Layers() {
        folder_.write("base.yaml",
                      "model: toy\ntitle: Base\nseed: 5\n"
                      "time: {start: 2022Q3, end: 2030Q2, spin_up_years: 2}\n"
                      "parameters: {toy.exit_rate: 0.2, toy.grant: 4000}\n"
                      "policies:\n  - {instrument: subsidy, amount: 50, strength: 2}\n"
                      "  - instrument: campaign\noutput: {panel: 0.5, only: [mean_money]}\n");
    }
    std::vector<std::string> labels(const Scenario& scenario) const {
        std::vector<std::string> names;
        for (const PolicyEntry& policy : scenario.policies) {
            names.push_back(policy.label);
        }
        return names;
    }
};

TEST_F(Layers, MergeMapsAndReplaceValues) {
    const Scenario made = scenario(
        "extends: base.yaml\ntitle: Reform\ntime: {end: 2026Q1}\n"
        "parameters: {toy.grant: 1}\noutput: {spin_up: true}\n");
    EXPECT_EQ(made.title, "Reform");
    EXPECT_EQ(made.seed, 5U);
    EXPECT_EQ(made.start, Quarter(2022, 3));
    EXPECT_EQ(made.end, Quarter(2026, 1));
    EXPECT_EQ(made.spin_up_years, 2);
    EXPECT_EQ(std::get<double>(made.parameters.at("toy.exit_rate")), 0.2);
    EXPECT_EQ(std::get<double>(made.parameters.at("toy.grant")), 1.0);
    EXPECT_EQ(made.output, (OutputOptions{0.5, true, true, {"mean_money"}, 0}));
}

TEST_F(Layers, AppendPoliciesAndReplaceByLabel) {
    const Scenario made = scenario(
        "extends: base.yaml\npolicies:\n  - {instrument: subsidy, label: new}\n"
        "  - {instrument: subsidy, amount: 60}\n");
    EXPECT_THAT(labels(made), ElementsAre("subsidy", "campaign", "new"));
    EXPECT_EQ(std::get<double>(made.policies[0].parameters.at("amount")), 60.0);
    // The entry is replaced whole: the base's strength is gone.
    EXPECT_EQ(made.policies[0].strength, 1.0);
}

TEST_F(Layers, ApplyBasesFromLeftToRight) {
    folder_.write("parts/more.yaml", "seed: 9\npolicies: [{instrument: campaign, label: more}]\n");
    const Scenario made = scenario("extends: [base.yaml, parts/more.yaml]\n");
    EXPECT_EQ(made.seed, 9U);
    EXPECT_THAT(labels(made), ElementsAre("subsidy", "campaign", "more"));
    EXPECT_EQ(scenario("extends: [parts/more.yaml, base.yaml]\n").seed, 5U);
}

TEST_F(Layers, FollowPathsFromTheFileThatNamesThem) {
    folder_.write("parts/deep/leaf.yaml", "extends: ../middle.yaml\nreplicates: 3\n");
    folder_.write("parts/middle.yaml", "extends: ../base.yaml\nseed: 6\n");
    const Scenario made = scenario("extends: parts/deep/leaf.yaml\n");
    EXPECT_EQ(made.replicates, 3);
    EXPECT_EQ(made.seed, 6U);
    EXPECT_EQ(made.title, "Base");
}

TEST_F(Layers, MayMeetInOneBase) {
    folder_.write("left.yaml", "extends: base.yaml\n");
    folder_.write("right.yaml", "extends: base.yaml\n");
    EXPECT_THAT(labels(scenario("extends: [left.yaml, right.yaml]\n")),
                ElementsAre("subsidy", "campaign"));
}

TEST_F(Layers, RefuseCircles) {
    folder_.write("b.yaml", "extends: ./c.yaml\nmodel: toy\n");
    folder_.write("c.yaml", "extends: b.yaml\n");
    EXPECT_THAT(errors("extends: b.yaml\n"),
                ElementsAre(HasSubstr("c.yaml:1:10: 'b.yaml' extends itself")));
    EXPECT_THAT(errors("extends: a.yaml\n"),
                ElementsAre(HasSubstr("a.yaml:1:10: 'a.yaml' extends itself")));
}

TEST_F(Layers, LimitTheNumberOfFiles) {
    folder_.write("f0.yaml", "extends: base.yaml\n");
    for (int i = 1; i < 12; ++i) {
        const std::string last = "f" + std::to_string(i - 1) + ".yaml";
        folder_.write("f" + std::to_string(i) + ".yaml",
                      "extends: [" + last + ", ./" + last + "]\n");
    }
    EXPECT_THAT(errors("extends: f11.yaml\n"),
                ::testing::Contains(HasSubstr("more than 1000 files by 'extends'")));
}

TEST_F(Layers, NameTheMissingBaseAndWhoWantsIt) {
    EXPECT_THAT([&] { load("model: toy\nextends: [base.yaml, bas.yaml]\n"); },
                ThrowsMessage<IoError>(
                    HasSubstr("a.yaml:2:22: base 'bas.yaml' cannot be read: there is no")));
    EXPECT_THAT([&] { load("extends: .\n"); }, ThrowsMessage<IoError>(HasSubstr("is a folder")));
    EXPECT_THAT(errors(std::string(minimal) + "extends: {a: b}\n"),
                ElementsAre(HasSubstr("a.yaml:3:10: 'extends' is a map")));
}

TEST_F(Layers, NeverHideAnErrorOfAnother) {
    folder_.write("bad.yaml",
                  "model: toy\nseed: x\ntime: {start: 2022Q3, end: 2040Q1}\n"
                  "parameters: {toy.exit_rate: 7}\n");
    EXPECT_THAT(errors("extends: bad.yaml\nseed: 4\ntime: {end: 2030Q1}\n"
                       "parameters: {toy.exit_rate: 0.5}\nreplicates: 0\n",
                       set({{"replicates", "4"}})),
                ElementsAre(HasSubstr("a.yaml:5:13: 0 is out of range"),
                            HasSubstr("bad.yaml:2:7: 'x' is not a seed"),
                            HasSubstr("bad.yaml:3:28: 2040Q1 is too late"),
                            HasSubstr("bad.yaml:4:29: 7 is out of range")));
}

TEST_F(Layers, ReportErrorsOfAFileReadTwiceOnce) {
    folder_.write("bad.yaml", "extends: base.yaml\nseed: x\n");
    folder_.write("left.yaml", "extends: bad.yaml\n");
    EXPECT_THAT(errors("extends: [left.yaml, bad.yaml]\n"),
                ElementsAre(HasSubstr("bad.yaml:2:7: 'x' is not a seed")));
}

TEST_F(Layers, DoNotCallMissingWhatABrokenFileMayHold) {
    folder_.write("broken.yaml", "model: toy\ntime: [\n");
    EXPECT_THAT(errors("extends: broken.yaml\nseed: x\n"),
                ElementsAre(HasSubstr("a.yaml:2:7: 'x' is not a seed"),
                            HasSubstr("broken.yaml:3:1: this cannot be read")));
}

TEST_F(Layers, KeepOneModel) {
    EXPECT_THAT(
        errors("extends: base.yaml\nmodel: other\n"),
        ElementsAre(HasSubstr("a.yaml:2:8: the model is 'other' here (expected 'toy' as in ")));
}

TEST_F(Layers, CheckTheWholePeriod) {
    EXPECT_THAT(errors("extends: base.yaml\ntime: {start: 2031Q1}\n"),
                ElementsAre(HasSubstr("base.yaml:4:28: the end 2030Q2 lies before the start "
                                      "(expected 2031Q1 or later)")));
}

}  // namespace
}  // namespace sim::testing
