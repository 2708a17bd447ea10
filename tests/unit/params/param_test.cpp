// SPDX-License-Identifier: Apache-2.0
// Declared parameters of every kind, their blocks and the registry.
#include <gtest/gtest.h>

#include "sim/core/contract.hpp"
#include "sim/params/registry.hpp"

namespace sim::testing {
namespace {

enum class Rule { serial, parallel };

struct Labour final : ParamBlock {
    SIM_PARAMS(Labour, "labour", "How jobs start and end.");
    SIM_PARAM(double, separation_rate, 0.12, .unit = unit::share_per_year, .range = {0.0, 1.0},
              .doc = "Share of jobs that end.", .source = cited("key2020", "table 3"));
    SIM_PARAM(float, weight, 0.1F, .doc = "A weight.", .source = assumed("test"));
    SIM_PARAM(int, pension_age, 67, .unit = unit::year, .range = {50, 80}, .doc = "Age.",
              .source = recorded("ages.csv", "row 1"));
    SIM_PARAM(bool, is_open, true, .doc = "Open.", .source = calibrated("moves"));
    SIM_PARAM(Rule, rule, Rule::parallel, .doc = "Rule.", .source = assumed("test"));
};

struct Other final : ParamBlock {
    SIM_PARAMS(Other, "other", "Nothing.");
};

TEST(Param, ReadsAsItsValue) {
    const Labour labour;
    const double rate = labour.separation_rate;
    EXPECT_EQ(rate, 0.12);
    EXPECT_EQ(labour.pension_age + 1, 68);
    EXPECT_TRUE(labour.is_open);
    EXPECT_EQ(labour.rule(), Rule::parallel);
}

TEST(Param, KnowsItsKindAndValueOutside) {
    const Labour labour;
    EXPECT_EQ(labour.separation_rate.kind(), ParamKind::number);
    EXPECT_EQ(labour.weight.kind(), ParamKind::number);
    EXPECT_EQ(labour.pension_age.kind(), ParamKind::integer);
    EXPECT_EQ(labour.is_open.kind(), ParamKind::flag);
    EXPECT_EQ(labour.rule.kind(), ParamKind::choice);
    EXPECT_EQ(labour.rule.value(), ParamValue(std::string("parallel")));
    EXPECT_EQ(labour.pension_age.value(), ParamValue(std::int64_t{67}));
    EXPECT_EQ(labour.rule.choices(), (std::vector<std::string>{"serial", "parallel"}));
    EXPECT_TRUE(labour.is_open.choices().empty());
}

TEST(Param, AssignmentLeavesTheDefault) {
    Labour labour;
    labour.separation_rate.assign(0.5);
    labour.pension_age.assign(std::int64_t{70});
    labour.is_open.assign(false);
    labour.rule.assign(std::string("serial"));
    EXPECT_EQ(labour.separation_rate(), 0.5);
    EXPECT_EQ(labour.pension_age(), 70);
    EXPECT_FALSE(labour.is_open());
    EXPECT_EQ(labour.rule(), Rule::serial);
    EXPECT_EQ(labour.separation_rate.default_value(), ParamValue(0.12));
    EXPECT_EQ(labour.rule.default_value(), ParamValue(std::string("parallel")));
}

TEST(Param, CarriesItsDeclaration) {
    const Labour labour;
    const ParamSpec& spec = labour.separation_rate.spec();
    EXPECT_EQ(labour.separation_rate.name(), "separation_rate");
    EXPECT_EQ(spec.unit, unit::share_per_year);
    EXPECT_EQ(spec.range.high, 1.0);
    EXPECT_EQ(spec.source.mark, 'E');
    EXPECT_EQ(spec.source.key, "key2020");
    EXPECT_EQ(labour.pension_age.spec().source.mark, 'D');
    EXPECT_EQ(labour.is_open.spec().source.mark, 'C');
    EXPECT_EQ(labour.rule.spec().source.mark, 'A');
}

TEST(ParamBlock, ListsItsParametersInOrder) {
    Labour labour;
    ASSERT_EQ(labour.params().size(), 5U);
    EXPECT_EQ(labour.params()[0], &labour.separation_rate);
    EXPECT_EQ(labour.params()[4], &labour.rule);
    EXPECT_EQ(labour.find("weight"), &labour.weight);
    EXPECT_EQ(labour.find("wieght"), nullptr);
    EXPECT_EQ(labour.prefix(), "labour");
}

TEST(ParamRegistry, FindsByFullName) {
    Labour labour;
    Other other;
    ParamRegistry registry;
    registry.add(labour);
    registry.add(other);
    EXPECT_EQ(registry.find("labour.rule"), &labour.rule);
    for (const char* name : {"rule", "labour", "labour.", "other.rule", "labour.rule.x", ""}) {
        EXPECT_EQ(registry.find(name), nullptr) << name;
    }
    EXPECT_EQ(registry.names().size(), 5U);
    EXPECT_EQ(registry.names().front(), "labour.separation_rate");
}

#if SIM_CONTRACTS
TEST(ParamRegistry, KeepsPrefixesApart) {
    Labour labour;
    Labour again;
    ParamRegistry registry;
    registry.add(labour);
    EXPECT_THROW(registry.add(again), ContractError);
}

TEST(ParamBlock, KeepsNamesApart) {
    Labour labour;
    EXPECT_THROW(Param<double>(labour, "weight", 1.0, ParamSpec{}), ContractError);
}
#endif

TEST(ParseParam, ReadsNumbersWithAndWithoutUnits) {
    const Labour labour;
    EXPECT_EQ(parse_param(labour.separation_rate, "0.25").value, ParamValue(0.25));
    EXPECT_EQ(parse_param(labour.separation_rate, "25 %/a").value, ParamValue(0.25));
    EXPECT_EQ(parse_param(labour.separation_rate, "25%/a").value, ParamValue(0.25));
    EXPECT_EQ(parse_param(labour.separation_rate, "0.125 1/quarter").value, ParamValue(0.5));
    EXPECT_EQ(parse_param(labour.pension_age, "70").value, ParamValue(std::int64_t{70}));
    EXPECT_EQ(parse_param(labour.pension_age, "240 quarters").value, ParamValue(std::int64_t{60}));
}

TEST(ParseParam, ReadsFlagsAndChoices) {
    const Labour labour;
    EXPECT_EQ(parse_param(labour.is_open, "false").value, ParamValue(false));
    EXPECT_EQ(parse_param(labour.rule, "serial").value, ParamValue(std::string("serial")));
}

TEST(ParseParam, SaysWhatIsWrongAndWhatWasExpected) {
    const Labour labour;
    const auto error = [](const ParamBase& param, std::string_view text) {
        const ParsedParam parsed = parse_param(param, text);
        EXPECT_FALSE(parsed.value) << text;
        return parsed.error + " | " + parsed.expected + " | " + parsed.nearest;
    };
    EXPECT_EQ(error(labour.separation_rate, "2"),
              "2 is out of range | expected a number in 1/a, 0 to 1 | ");
    EXPECT_EQ(error(labour.separation_rate, "2 km"),
              "'2 km' is in a wrong unit | expected a number in 1/a, 0 to 1 | ");
    EXPECT_EQ(error(labour.separation_rate, "many"),
              "'many' is not a number | expected a number in 1/a, 0 to 1 | ");
    EXPECT_EQ(error(labour.pension_age, "67.5"),
              "67.5 is not a whole number | expected a whole number in a, 50 to 80 | ");
    EXPECT_EQ(error(labour.rule, "paralel"),
              "unknown choice 'paralel' | expected one of serial, parallel | parallel");
    EXPECT_EQ(error(labour.is_open, "yes"),
              "'yes' is neither true nor false | expected true or false | ");
}

TEST(ParseParam, KeepsTheEndsOfTheRange) {
    const Labour labour;
    EXPECT_TRUE(parse_param(labour.separation_rate, "0").value);
    EXPECT_TRUE(parse_param(labour.separation_rate, "1").value);
    EXPECT_TRUE(parse_param(labour.separation_rate, "100 %/a").value);
    EXPECT_FALSE(parse_param(labour.separation_rate, "1.0000001").value);
    EXPECT_FALSE(parse_param(labour.separation_rate, "-0.0000001").value);
}

TEST(ParamText, ReadsBackToTheSameBits) {
    const Labour labour;
    for (const ParamBase* param : labour.params()) {
        EXPECT_EQ(parse_param(*param, param_text(param->value())).value, param->value())
            << param->name();
    }
    EXPECT_EQ(param_text(ParamValue(0.1)), "0.1");
    EXPECT_EQ(param_text(ParamValue(true)), "true");
}

}  // namespace
}  // namespace sim::testing
