// SPDX-License-Identifier: Apache-2.0
// Experiment files: what they mean and how they are refused.
#include "sim/sweep/experiment/read_experiment.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/sweep/experiment/plan.hpp"
#include "tests/support/toy_model.hpp"

namespace sim::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ReadExperiment : public ::testing::Test {
  protected:
    ReadExperiment() {
        folder_.write("base.yaml",
                      "model: toy\ntime: {start: 2022Q3, end: 2024Q2}\nscale: 1:10\nseed: 3\n");
        data_ = make_toy_data(folder_);
    }

    LoadedExperiment load(const std::string& text, const Overrides& overrides = {}) {
        const std::string file = folder_.write("experiment.yaml", text);
        return load_experiment(file, models_, overrides, data_);
    }

    // All that is wrong, one line each, without the folder.
    std::string refused(const std::string& text) {
        try {
            const LoadedExperiment loaded = load(text);
            const SweepPlan plan(loaded);
            return "nothing";
        } catch (const UserError& error) {
            std::string said;
            for (const Problem& problem : error.problems()) {
                said += problem.text() + '\n';
            }
            return said;
        }
    }

    TemporaryFolder folder_;
    std::string data_;
    ModelCatalogue models_ = toy_models();
};

TEST_F(ReadExperiment, TakesFactorsOfEveryKind) {
    const LoadedExperiment loaded = load(
        "base: base.yaml\n"
        "factors:\n"
        "  - {path: parameters.toy.exit_rate, range: [10 %/a, 0.4], distribution: normal}\n"
        "  - {path: parameters.toy.pension_age}\n"
        "  - {path: parameters.toy.is_open}\n"
        "  - {path: parameters.toy.mechanism, values: [parallel, none], name: rule}\n"
        "  - {path: structures.wage_gap}\n"
        "design: {kind: lhs, points: 8}\n"
        "replicates: 3\n");
    const Experiment& experiment = loaded.experiment;
    ASSERT_EQ(experiment.factors.size(), 5U);
    EXPECT_DOUBLE_EQ(experiment.factors[0].range.low, 0.1);
    EXPECT_EQ(experiment.factors[0].distribution, Distribution::normal);
    EXPECT_EQ(experiment.factors[0].name, "exit_rate");
    EXPECT_EQ(experiment.factors[1].range.high, 70.0);
    EXPECT_EQ(experiment.factors[2].levels.size(), 2U);
    EXPECT_EQ(experiment.factors[3].name, "rule");
    EXPECT_EQ(experiment.factors[4].levels.size(), 2U);
    EXPECT_EQ(experiment.replicates, 3);
    EXPECT_FALSE(experiment.measures.empty());
    EXPECT_EQ(SweepPlan(loaded).members().size(), 24U);
}

TEST_F(ReadExperiment, ShowsEveryErrorAtItsPlace) {
    const std::string said = refused(
        "base: base.yaml\n"
        "replicats: 3\n"
        "factors:\n"
        "  - {path: parameters.toy.exit_rat, range: [0, 1]}\n"
        "  - {path: structures.wage_gap, values: [premium, penalt]}\n"
        "  - {path: parameters.toy.grant, range: [5, 2]}\n"
        "design: {kind: sobl, points: 8}\n");
    EXPECT_THAT(said, HasSubstr("experiment.yaml:2:1: unknown key 'replicats'"));
    EXPECT_THAT(said, HasSubstr("Did you mean 'replicates'?"));
    EXPECT_THAT(said, HasSubstr("experiment.yaml:4:12: unknown path 'parameters.toy.exit_rat'"));
    EXPECT_THAT(said, HasSubstr("Did you mean 'parameters.toy.exit_rate'?"));
    EXPECT_THAT(said, HasSubstr("experiment.yaml:5:51"));
    EXPECT_THAT(said, HasSubstr("Did you mean 'penalty'?"));
    EXPECT_THAT(said, HasSubstr("experiment.yaml:6:41: 'parameters.toy.grant' has no range"));
    EXPECT_THAT(said, HasSubstr("experiment.yaml:7:16: unknown design 'sobl'"));
    EXPECT_THAT(said, HasSubstr("Did you mean 'sobol'?"));
    EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 5) << said;
}

TEST_F(ReadExperiment, KnowsWhatEachDesignNeeds) {
    const std::string head = "base: base.yaml\nfactors: [{path: parameters.toy.exit_rate";
    EXPECT_THAT(refused(head + "}]\ndesign: {kind: sobol, points: 100}\n"),
                HasSubstr("100 is no power of two (expected 64 or 128"));
    EXPECT_THAT(refused(head + "}]\ndesign: {kind: lhs}\n"), HasSubstr("'points' is missing"));
    EXPECT_THAT(refused(head + "}]\ndesign: {kind: factorial}\n"), HasSubstr("no use for a range"));
    EXPECT_THAT(refused(head + ", values: [0, 1]}]\ndesign: {kind: factorial, points: 3}\n"),
                HasSubstr("expected no 'points'"));
    EXPECT_THAT(refused(head + "}]\ndesign: {kind: morris, points: 3, levels: 5}\n"),
                HasSubstr("5 is odd"));
    EXPECT_THAT(refused("base: base.yaml\ndesign: {kind: sobol, points: 4}\n"),
                HasSubstr("needs factors"));
    EXPECT_THAT(refused("base: base.yaml\nfactors:\n"
                        "  - {path: parameters.toy.exit_rate, values: [0, 1, 0]}\n"
                        "  - {path: parameters.toy.grant, values: [5, 6]}\n"
                        "design: {kind: list}\n"),
                HasSubstr("has 2 values, but the first factor 3"));
}

TEST_F(ReadExperiment, RunsEveryPointUnderEveryScenario) {
    folder_.write(
        "reform.yaml",
        "extends: base.yaml\npolicies: [{instrument: subsidy, label: s, start: 2023Q1}]\n");
    const LoadedExperiment loaded = load(
        "base: base.yaml\n"
        "scenarios: [reform.yaml]\n"
        "factors:\n"
        "  - {path: policies.s.strength, values: [0.5, 1]}\n"
        "replicates: 2\n");
    EXPECT_THAT(loaded.experiment.scenarios, ElementsAre("base", "reform"));
    const SweepPlan plan(loaded);
    ASSERT_EQ(plan.points().size(), 4U);
    // Without the policy its strength has no effect: the base is run once.
    EXPECT_EQ(plan.points()[0].inputs, plan.points()[2].inputs);
    EXPECT_EQ(plan.points()[2].first_alike, 0U);
    EXPECT_NE(plan.points()[1].inputs, plan.points()[3].inputs);
    EXPECT_EQ(plan.members().size(), 6U);
    EXPECT_EQ(plan.scenario_of(1).scenario.policies.at(0).strength, 0.5);
}

TEST_F(ReadExperiment, NamesMembersByWhatTheyDependOn) {
    const std::string text =
        "base: base.yaml\nfactors: [{path: parameters.toy.exit_rate, values: [0.1, 0.2]}]\n";
    const auto first_inputs = [&](const Overrides& overrides, const std::string& more = {}) {
        const LoadedExperiment loaded = load(text + more, overrides);
        return SweepPlan(loaded).points().front().inputs;
    };
    const std::string inputs = first_inputs({});
    EXPECT_EQ(inputs, first_inputs({}, "replicates: 7\ntitle: Another\n"));
    EXPECT_NE(inputs, first_inputs({.seed = 4}));
    EXPECT_NE(inputs, first_inputs({.until = "2024Q1"}));
    EXPECT_NE(inputs, first_inputs({.scale = "1:20"}));
    EXPECT_NE(inputs, first_inputs({.set = {{"parameters.toy.grant", "1"}}}));
    EXPECT_EQ(inputs, first_inputs({.set = {{"parameters.toy.exit_rate", "0.9"}}}));
}

TEST_F(ReadExperiment, RefusesNamesThatAreTaken) {
    const std::string said = refused(
        "base: base.yaml\nfactors: [{path: parameters.toy.exit_rate, name: point, values: "
        "[0.1]}]\n");
    EXPECT_THAT(said, HasSubstr("'point' is a name already"));
}

TEST_F(ReadExperiment, RefusesScenariosThatCannotBeCompared) {
    folder_.write("later.yaml", "extends: base.yaml\ntime: {end: 2025Q1}\n");
    EXPECT_THAT(refused("base: base.yaml\nscenarios: [later.yaml]\n"),
                HasSubstr("time.end is 2025Q1 in 'later.yaml', but 2024Q2 in the base"));
    EXPECT_THROW(load("base: none.yaml\n"), IoError);
}

}  // namespace
}  // namespace sim::testing
