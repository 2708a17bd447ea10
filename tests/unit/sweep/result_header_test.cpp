// SPDX-License-Identifier: Apache-2.0
// What a result file says before the first replicate is done.
#include "sim/sweep/result_header.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/toy_model.hpp"

namespace sim::testing {
namespace {

constexpr const char* toy_text =
    "model: toy\n"
    "seed: 5\n"
    "replicates: 3\n"
    "scale: 1:10\n"
    "time: {start: 2022Q3, end: 2024Q2, spin_up_years: 1}\n"
    "parameters: {toy.exit_rate: 0.25}\n"
    "policies: [{instrument: subsidy, label: gift, amount: 7}]\n";

class ResultHeaderTest : public ::testing::Test {
  protected:
    LoadedScenario loaded(const std::string& more = {}) const {
        return load_scenario_text(toy_text + more, "toy.yaml", models_, {}, data_);
    }

    TemporaryFolder folder_;
    std::string data_ = make_toy_data(folder_);
    ModelCatalogue models_ = toy_models();
};

const ParameterRow& row_of(const ResultHeader& header, const std::string& name) {
    const auto found = std::find_if(header.parameters.begin(), header.parameters.end(),
                                    [&](const ParameterRow& row) { return row.name == name; });
    EXPECT_NE(found, header.parameters.end()) << name;
    return *found;
}

TEST_F(ResultHeaderTest, TellsWhatWillBeRun) {
    const LoadedScenario toy = loaded();
    const ResultHeader header = result_header("run", {&toy}, {"toy"});
    EXPECT_EQ(header.command, "run");
    EXPECT_EQ(header.scenarios, std::vector<std::string>{"toy"});
    EXPECT_EQ(header.seed, 5U);
    EXPECT_EQ(header.scale, 10);
    EXPECT_EQ(header.replicates, 3);
    ASSERT_EQ(header.times.size(), 8U);
    EXPECT_EQ(header.times.front(), Quarter(2022, 3));
    ASSERT_EQ(header.hash_times.size(), 12U);
    EXPECT_EQ(header.hash_times.front(), Quarter(2021, 3));
    EXPECT_EQ(header.hash_times.back(), Quarter(2024, 2));
    ASSERT_EQ(header.variables.size(), 1U);
    EXPECT_EQ(header.variables.front().name, "mean_money");
    EXPECT_EQ(header.data_hash, toy.data_hash);
    EXPECT_EQ(header.scenario_hash, toy.scenario_hash);
}

TEST_F(ResultHeaderTest, SpinUpPutsEarlierQuartersInFront) {
    const LoadedScenario toy = loaded("output: {spin_up: true}\n");
    EXPECT_EQ(result_header("run", {&toy}, {"toy"}).times.size(), 12U);
}

TEST_F(ResultHeaderTest, GivesEachParameterItsValueAndDeclaration) {
    const LoadedScenario toy = loaded();
    const ResultHeader header = result_header("run", {&toy}, {"toy"});
    const ParameterRow& exit_rate = row_of(header, "toy.exit_rate");
    EXPECT_EQ(exit_rate.value, "0.25");
    EXPECT_EQ(exit_rate.unit, "1/a");
    EXPECT_EQ(exit_rate.range, "0 to 1");
    EXPECT_EQ(exit_rate.mark, 'A');
    EXPECT_EQ(exit_rate.source, "toy");
    EXPECT_EQ(row_of(header, "toy.pension_age").value, "60");
    EXPECT_EQ(row_of(header, "toy.pension_age").source, "someone2020: table 1");
    EXPECT_EQ(row_of(header, "toy.mechanism").range, "serial | parallel | none");
    EXPECT_EQ(row_of(header, "toy.is_open").range, "true | false");
    EXPECT_EQ(row_of(header, "toy.free_number").range, "any");
    EXPECT_EQ(row_of(header, "structures.wage_gap").value, "premium");
    EXPECT_EQ(row_of(header, "policies.gift.amount").value, "7");
    EXPECT_EQ(row_of(header, "policies.gift.kind").value, "none");
}

TEST_F(ResultHeaderTest, KeepsTheScenariosOfAComparisonApart) {
    const LoadedScenario base = loaded();
    const LoadedScenario other = loaded("title: other\n");
    const ResultHeader header = result_header("compare", {&base, &other}, {"base", "other"});
    const std::vector<std::string> texts = scenario_texts(header.scenario_text);
    ASSERT_EQ(texts.size(), 2U);
    EXPECT_EQ(texts[0], base.resolved);
    EXPECT_EQ(texts[1], other.resolved);
    const LoadedScenario again = load_scenario_text(texts[1], "again", models_, {}, data_);
    EXPECT_EQ(again.scenario_hash, other.scenario_hash);
}

}  // namespace
}  // namespace sim::testing
