// SPDX-License-Identifier: Apache-2.0
// The schema says what the declarations say.
#include "sim/scenario/json_schema.hpp"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/toy_model.hpp"

namespace sim::testing {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;

class JsonSchema : public ::testing::Test {
  protected:
    const Json& at(const std::string& pointer) const {
        return schema_.at(Json::json_pointer(pointer));
    }

    TemporaryFolder folder_;
    std::string data_ = make_toy_data(folder_);
    std::string text_ = scenario_schema(toy_models(), data_);
    Json schema_ = Json::parse(text_);
};

TEST_F(JsonSchema, IsClosedDraftSeven) {
    EXPECT_EQ(schema_.at("$schema"), "http://json-schema.org/draft-07/schema#");
    EXPECT_EQ(schema_.at("additionalProperties"), false);
    EXPECT_EQ(text_.back(), '\n');
    for (const char* key :
         {"model", "title", "extends", "data", "seed", "time", "scale", "replicates", "parameters",
          "structures", "policies", "budget", "output"}) {
        EXPECT_TRUE(schema_.at("properties").contains(key)) << key;
    }
    EXPECT_EQ(schema_.at("properties").size(), 13U);
    EXPECT_EQ(at("/properties/model/enum"), Json::array({"toy", "other"}));
    EXPECT_EQ(at("/properties/seed/maximum"), 18446744073709551615U);
}

TEST_F(JsonSchema, EveryReferenceLeadsSomewhere) {
    int references = 0;
    const std::function<void(const Json&)> walk = [&](const Json& node) {
        if (node.is_object() && node.contains("$ref")) {
            const auto target = node.at("$ref").get<std::string>();
            ASSERT_EQ(target.substr(0, 2), "#/");
            EXPECT_TRUE(schema_.contains(Json::json_pointer(target.substr(1)))) << target;
            ++references;
        }
        for (const Json& child : node) {
            if (child.is_structured()) {
                walk(child);
            }
        }
    };
    walk(schema_);
    EXPECT_GT(references, 5);
}

TEST_F(JsonSchema, DescribesParameters) {
    const std::string toy = "/definitions/toy/properties/parameters/properties/";
    EXPECT_EQ(at(toy + "toy.exit_rate/default"), 0.1);
    EXPECT_EQ(at(toy + "toy.exit_rate/anyOf/0/maximum"), 1.0);
    EXPECT_EQ(at(toy + "toy.exit_rate/anyOf/0/type"), "number");
    EXPECT_EQ(at(toy + "toy.exit_rate/description"),
              "Share that leaves in a year. Unit: 1/a. Source: assumed.");
    EXPECT_THAT(at(toy + "toy.grant/description").get<std::string>(),
                HasSubstr("Source: data: regions.csv."));
    EXPECT_EQ(at(toy + "toy.pension_age/anyOf/0/type"), "integer");
    EXPECT_EQ(at(toy + "toy.is_open/type"), "boolean");
    EXPECT_EQ(at(toy + "toy.mechanism/enum"), Json::array({"serial", "parallel", "none"}));
    EXPECT_FALSE(at(toy + "toy.free_number/anyOf/0").contains("minimum"));
    EXPECT_EQ(at("/definitions/toy/properties/parameters/additionalProperties"), false);
    EXPECT_EQ(at("/definitions/toy/properties/structures/properties/wage_gap/enum"),
              Json::array({"penalty", "premium"}));
}

TEST_F(JsonSchema, DescribesInstruments) {
    const Json& policies = at("/definitions/toy/properties/policies/items/oneOf");
    ASSERT_EQ(policies.size(), 2U);
    const Json& subsidy = policies.at(0);
    EXPECT_EQ(subsidy.at("required"), Json::array({"instrument"}));
    EXPECT_EQ(subsidy.at("additionalProperties"), false);
    const Json& properties = subsidy.at("properties");
    EXPECT_EQ(properties.at("instrument").at("const"), "subsidy");
    EXPECT_EQ(properties.at("amount").at("default"), 100.0);
    EXPECT_EQ(properties.at("strength").at("default"), 1.0);
    const Json& where = properties.at("where").at("properties");
    EXPECT_EQ(where.at("province").at("anyOf").at(0).at("enum"),
              Json::array({"Shanghai", "Jiangsu", "No"}));
    EXPECT_EQ(where.at("sector").at("anyOf").at(1).at("items").at("enum"),
              Json::array({"farming", "services"}));
    EXPECT_TRUE(where.at("below").at("properties").contains("income"));
    EXPECT_TRUE(policies.at(1).at("properties").at("where").at("properties").empty());
    EXPECT_EQ(at("/definitions/other/properties/policies/maxItems"), 0);
}

TEST_F(JsonSchema, IsTheSameEachTime) {
    EXPECT_EQ(text_, scenario_schema(toy_models(), data_));
}

TEST_F(JsonSchema, NeedsTheShippedData) {
    EXPECT_THROW(scenario_schema(toy_models(), folder_.path()), IoError);
}

}  // namespace
}  // namespace sim::testing
