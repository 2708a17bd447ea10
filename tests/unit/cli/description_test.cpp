// SPDX-License-Identifier: Apache-2.0
// A model's description holds what the model declares.
#include <algorithm>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "sim/cli/show/description_json.hpp"
#include "sim/core/error.hpp"
#include "tests/support/toy_model.hpp"

namespace sim::testing {
namespace {

class DescriptionTest : public ::testing::Test {
  protected:
    ModelCatalogue models_ = toy_models();
    std::unique_ptr<Model> model_ = model_named("toy", models_);
    ModelDescription toy_ = description_of(*model_);
};

TEST_F(DescriptionTest, FindsModelsByName) {
    EXPECT_EQ(model_named("", models_)->name(), "toy");
    EXPECT_EQ(model_named("other", models_)->name(), "other");
    EXPECT_THROW(model_named("tox", models_), UsageError);
    EXPECT_THROW(model_named("", ModelCatalogue{}), UsageError);
}

TEST_F(DescriptionTest, TellsTablesAndColumns) {
    ASSERT_EQ(toy_.tables.size(), 2U);  // the other holds budgets
    const TableDescription& person = toy_.tables.front();
    EXPECT_EQ(person.name, "person");
    EXPECT_EQ(person.bytes_per_row, 12U);
    ASSERT_EQ(person.columns.size(), 2U);
    EXPECT_EQ(person.columns[0].name, "age");
    EXPECT_EQ(person.columns[0].type, "uint32");
    EXPECT_EQ(person.columns[0].unit, "quarter");
    EXPECT_EQ(person.columns[0].bytes, 4U);
}

TEST_F(DescriptionTest, TellsTheScheduleInOrderWithItsInstruments) {
    ASSERT_EQ(toy_.schedule.size(), 2U);
    ASSERT_EQ(toy_.schedule[0].phases.size(), 1U);
    const PhaseDescription& ageing = toy_.schedule[0].phases.front();
    EXPECT_EQ(ageing.name, "ageing");
    EXPECT_EQ(ageing.quarters, "every quarter");
    EXPECT_EQ(ageing.accesses.writes, std::vector<std::string>{"person.age"});
    EXPECT_TRUE(ageing.accesses.reads.empty());
    EXPECT_EQ(toy_.schedule[1].slot, "subsidies");
    EXPECT_EQ(toy_.schedule[1].instruments, (std::vector<std::string>{"subsidy", "campaign"}));
}

TEST_F(DescriptionTest, TellsParametersPoliciesAndOutputs) {
    ASSERT_EQ(toy_.parameters.size(), 2U);
    EXPECT_EQ(toy_.parameters[0].prefix, "toy");
    EXPECT_EQ(toy_.parameters[0].parameters[0].name, "toy.exit_rate");
    EXPECT_EQ(toy_.parameters[0].parameters[0].value, "0.1");
    ASSERT_EQ(toy_.policies.size(), 2U);
    EXPECT_EQ(toy_.policies[0].name, "subsidy");
    EXPECT_EQ(toy_.policies[0].slot, "subsidies");
    EXPECT_EQ(toy_.policies[0].parameters.at(0).name, "amount");
    EXPECT_EQ(toy_.policies[0].accesses.writes, std::vector<std::string>{"person.money"});
    ASSERT_EQ(toy_.outputs.size(), 1U);
    EXPECT_EQ(toy_.outputs[0].name, "mean_money");
    EXPECT_EQ(toy_.outputs[0].measure, "real");
    EXPECT_TRUE(toy_.outputs[0].headline);
    EXPECT_EQ(toy_.outputs[0].reads, std::vector<std::string>{"person.money"});
}

TEST_F(DescriptionTest, JsonSaysTheSame) {
    const auto parameters = nlohmann::json::parse(json_of(toy_.parameters));
    ASSERT_EQ(parameters.size(), 7U);
    EXPECT_EQ(parameters[2]["name"], "toy.pension_age");
    EXPECT_EQ(parameters[2]["default"], "60");
    EXPECT_EQ(parameters[2]["range"], "50 to 70");
    EXPECT_EQ(parameters[2]["mark"], "E");
    const auto schedule = nlohmann::json::parse(json_of(toy_.schedule));
    EXPECT_EQ(schedule[0]["phases"][0]["name"], "ageing");
    EXPECT_EQ(schedule[1]["slot"], "subsidies");
    const auto agents = nlohmann::json::parse(json_of(toy_.tables));
    EXPECT_EQ(agents[0]["columns"][1]["name"], "money");
    const auto policies = nlohmann::json::parse(json_of(toy_.policies));
    EXPECT_EQ(policies[0]["where"][0], "province");
    const auto outputs = nlohmann::json::parse(json_of(toy_.outputs));
    EXPECT_EQ(outputs[0]["unit"], "CNY2022");
}

}  // namespace
}  // namespace sim::testing
