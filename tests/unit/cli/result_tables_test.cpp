// SPDX-License-Identifier: Apache-2.0
// The tables of run and compare, for people and as JSON.
#include "sim/cli/show/result_tables.hpp"

#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace sim::testing {
namespace {

using ::testing::HasSubstr;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

class ResultTables : public ::testing::Test {
  protected:
    ResultTables() {
        header_.scenarios = {"baseline", "reform"};
        header_.replicates = 2;
        for (int q = 0; q < 6; ++q) {
            header_.times.push_back(Quarter(2034, 1) + q);
        }
        header_.dimensions = {{"track", {"a", "b", "c"}, "", {"a", "c"}}};
        header_.variables = {{"wage", Unit{"CNY2022/a"}, {"track"}, "Mean wage.", false, true, {}},
                             {"never", unit::share, {}, "Never due.", false, true, {}}};
    }

    HeadlineRule rule() const { return HeadlineRule(header_.variables, header_.dimensions); }

    ResultHeader header_;
    std::vector<std::vector<HeadlineValues>> values_{{{50'000.0, missing}, {52'000.0, missing}},
                                                     {{50'500.0, missing}, {52'500.0, missing}}};
};

TEST_F(ResultTables, RunShowsMeansAndIntervals) {
    const HeadlineRule measures = rule();
    const std::string text = ResultTable{header_, measures, values_}.run_text();
    EXPECT_THAT(text, HasSubstr("baseline: 2034Q3 to 2035Q2, 2 replicates; track: a, c\n"));
    // Mean 51,000; t(0.975; 1) = 12.7062, standard error 1,000.
    EXPECT_THAT(text, HasSubstr("wage     51,000  38,294 to 63,706  CNY2022/a\n"));
    EXPECT_THAT(text, HasSubstr("never         –"));
}

TEST_F(ResultTables, RunAsJson) {
    const HeadlineRule measures = rule();
    const auto json = nlohmann::json::parse(ResultTable{header_, measures, values_}.run_json());
    EXPECT_EQ(json["scenario"], "baseline");
    EXPECT_EQ(json["from"], "2034Q3");
    EXPECT_EQ(json["to"], "2035Q2");
    EXPECT_EQ(json["pooled"]["track"], (std::vector<std::string>{"a", "c"}));
    EXPECT_EQ(json["measures"][0]["name"], "wage");
    EXPECT_DOUBLE_EQ(json["measures"][0]["mean"].get<double>(), 51'000.0);
    EXPECT_NEAR(json["measures"][0]["low"].get<double>(), 38'293.8, 0.1);
    EXPECT_TRUE(json["measures"][1]["mean"].is_null());
}

TEST_F(ResultTables, CompareShowsPairedDifferences) {
    const HeadlineRule measures = rule();
    const std::string text = ResultTable{header_, measures, values_}.compare_text();
    EXPECT_THAT(text, HasSubstr("51,000"));
    EXPECT_THAT(text, HasSubstr("+500  500 to 500"));
    const auto json = nlohmann::json::parse(ResultTable{header_, measures, values_}.compare_json());
    EXPECT_EQ(json["alternatives"], std::vector<std::string>{"reform"});
    const auto& effect = json["measures"][0]["effects"][0];
    EXPECT_EQ(effect["scenario"], "reform");
    EXPECT_DOUBLE_EQ(effect["difference"].get<double>(), 500.0);
    EXPECT_DOUBLE_EQ(effect["share_below_zero"].get<double>(), 0.0);
    EXPECT_DOUBLE_EQ(json["measures"][0]["base"].get<double>(), 51'000.0);
}

}  // namespace
}  // namespace sim::testing
