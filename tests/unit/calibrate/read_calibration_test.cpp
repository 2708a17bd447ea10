// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/read_calibration.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/classic/classic.hpp"
#include "tests/support/toy_model.hpp"

namespace sim {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::TemporaryFolder;

constexpr const char* base_text =
    "model: boltzmann_wealth\n"
    "time: {start: 2000Q1, end: 2004Q4, spin_up_years: 2}\n"
    "parameters: {exchange.traders: 100, exchange.saving_propensity: 0.3}\n"
    "output: {only: [mean_money], panel: 0.5}\n";

constexpr const char* good =
    "base: base.yaml\n"
    "title: Saving from inequality\n"
    "seed: 9\n"
    "budget: 100\n"
    "method: {waves: 1, cutoff: 2.5}\n"
    "parameters:\n"
    "  - {name: exchange.saving_propensity, range: [10 %, 0.9], scale: logit}\n"
    "targets:\n"
    "  - name: gini\n"
    "    outcome: wealth_gini\n"
    "    time: [2001Q2, 2000Q4]\n"
    "    value: 0.27\n"
    "    tolerance: 0.01\n"
    "    source: somewhere\n"
    "  - name: middle\n"
    "    outcome: traders_by_wealth_class\n"
    "    where: {wealth_class: [half_to_one_mean, one_to_two_means]}\n"
    "    time: {from: 1999Q1, to: 1999Q4}\n"
    "    statistic: ratio\n"
    "    over: {outcome: traders_by_wealth_class}\n"
    "    value: 55 %\n"
    "    tolerance: 2\n"
    "    unit: \"%\"\n"
    "    source: somewhere\n";

ModelCatalogue classic_models() {
    ModelCatalogue models;
    classic::register_classic(models);
    return models;
}

class ReadCalibration : public ::testing::Test {
  protected:
    ReadCalibration() { folder_.write("base.yaml", base_text); }

    LoadedCalibration load(const std::string& text, const Overrides& overrides = {}) {
        return load_calibration(folder_.write("c.yaml", text), models_, overrides, {});
    }
    // All problems as the user sees them, less the folder.
    std::string problems(const std::string& text, const Overrides& overrides = {}) {
        try {
            load(text, overrides);
        } catch (const UserError& error) {
            std::string all;
            for (const Problem& problem : error.problems()) {
                std::string line = problem.text();
                const std::size_t at = line.find(folder_.path() + '/');
                all +=
                    (at == std::string::npos ? line : line.erase(at, folder_.path().size() + 1)) +
                    '\n';
            }
            return all;
        }
        return "none";
    }
    static std::string changed(std::string text, const std::string& from, const std::string& to) {
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return at == std::string::npos ? text : text.replace(at, from.size(), to);
    }

    TemporaryFolder folder_;
    ModelCatalogue models_ = classic_models();
};

TEST_F(ReadCalibration, ReadsEverything) {
    const LoadedCalibration loaded = load(good);
    const Calibration& calibration = loaded.calibration;
    EXPECT_EQ(calibration.title, "Saving from inequality");
    EXPECT_EQ(calibration.budget, 100);
    EXPECT_EQ(calibration.replicates, 2);
    EXPECT_EQ(calibration.method.waves, 1);
    EXPECT_EQ(calibration.method.final_replicates, 8);
    EXPECT_EQ(calibration.method.cutoff, 2.5);
    ASSERT_EQ(calibration.parameters.size(), 1U);
    EXPECT_EQ(calibration.parameters[0].scale, FitScale::logit);
    EXPECT_EQ(calibration.parameters[0].range.low, 0.1);
    EXPECT_EQ(calibration.parameters[0].range.high, 0.9);
    ASSERT_EQ(calibration.targets.size(), 2U);
    EXPECT_THAT(calibration.targets[0].of.quarters,
                ElementsAre(Quarter(2000, 4), Quarter(2001, 2)));
    const Target& middle = calibration.targets[1];
    EXPECT_EQ(middle.statistic, Statistic::ratio);
    EXPECT_EQ(middle.value, 0.55);
    EXPECT_EQ(middle.tolerance, 0.02);
    EXPECT_EQ(middle.of.quarters.size(), 4U);
    ASSERT_TRUE(middle.over.has_value());
    EXPECT_EQ(middle.over->quarters, middle.of.quarters);  // unless it names its own
    EXPECT_TRUE(middle.over->where.empty());
}

TEST_F(ReadCalibration, NarrowsTheBaseToWhatTargetsNeed) {
    const Scenario scenario = load(good).base.scenario;
    EXPECT_EQ(scenario.seed, 9U);
    EXPECT_EQ(scenario.end, Quarter(2001, 2));
    EXPECT_TRUE(scenario.output.spin_up);
    EXPECT_EQ(scenario.output.panel, 0.0);
    EXPECT_THAT(scenario.output.only, ElementsAre("wealth_gini", "traders_by_wealth_class"));
}

TEST_F(ReadCalibration, OptionsWinOverTheFile) {
    Overrides overrides;
    overrides.seed = 4;
    overrides.replicates = 5;
    overrides.set.emplace_back("parameters.exchange.traders", "50");
    const LoadedCalibration loaded = load(good, overrides);
    EXPECT_EQ(loaded.base.scenario.seed, 4U);
    EXPECT_EQ(loaded.calibration.replicates, 5);
    EXPECT_EQ(std::get<std::int64_t>(loaded.base.scenario.parameters.at("exchange.traders")), 50);
    overrides.replicates = 1;
    EXPECT_THAT(problems(good, overrides), HasSubstr("one replicate cannot tell"));
}

TEST_F(ReadCalibration, ShowsAllErrorsAtOnceWithPlaces) {
    const std::string text =
        "base: base.yaml\n"
        "bugdet: 100\n"
        "replicates: 1\n"
        "parameters:\n"
        "  - {name: exchange.saving}\n"
        "  - {name: exchange.traders}\n"
        "  - {name: exchange.saving_propensity, scale: logit}\n"
        "  - {name: exchange.saving_propensity}\n"
        "targets:\n"
        "  - name: Gini\n"
        "    outcome: wealth_gin\n"
        "    time: 2010Q1\n"
        "    value: 0.27\n"
        "    tolerance: 0\n"
        "  - {name: money, outcome: mean_money, time: 2001Q1, statistic: ratio, value: x,\n"
        "     tolerance: 1, source: s, where: {sex: female}}\n";
    const std::string all = problems(text);
    for (const char* expected :
         {"c.yaml:2:1: unknown key 'bugdet'", "Did you mean 'budget'?",
          "c.yaml:3:13: ", "c.yaml:5:12: unknown parameter 'exchange.saving'",
          "c.yaml:6:12: 'exchange.traders' is no number that can move by small steps",
          "c.yaml:7:5: a logit scale cannot run from 0 to 0.99",
          "c.yaml:8:12: 'exchange.saving_propensity' stands in the list twice",
          "c.yaml:10:11: 'Gini' is no name of a target", "'source' is missing",
          "c.yaml:11:14: unknown outcome 'wealth_gin'", "Did you mean 'wealth_gini'?",
          "c.yaml:12:11: 2010Q1 lies after the end of the base",
          "'over' is missing, which a ratio needs",
          "'mean_money' has no dimensions to choose from"}) {
        EXPECT_THAT(all, HasSubstr(expected));
    }
}

TEST_F(ReadCalibration, RefusesWhatDoesNotFit) {
    const auto with = [&](const std::string& from, const std::string& to) {
        return problems(changed(good, from, to));
    };
    EXPECT_THAT(with("range: [10 %, 0.9]", "range: [0.5, 0.9]"),
                HasSubstr("the base's value 0.3 of 'exchange.saving_propensity' lies outside"));
    EXPECT_THAT(with("range: [10 %, 0.9]", "range: [0.9, 0.1]"), HasSubstr("low below high"));
    EXPECT_THAT(with("range: [10 %, 0.9]", "range: [0, 0.9]"), HasSubstr("logit scale"));
    EXPECT_THAT(with("budget: 100", "budget: 20"), HasSubstr("c.yaml:4:9: a budget of 20 runs"));
    EXPECT_THAT(with("[2001Q2, 2000Q4]", "1990Q1"), HasSubstr("before the first simulated"));
    EXPECT_THAT(with("to: 1999Q4", "to: 1998Q4"), HasSubstr("1998Q4 lies before 1999Q1"));
    EXPECT_THAT(with("one_to_two_means", "one_to_two_meens"),
                HasSubstr("Did you mean 'one_to_two_means'?"));
    EXPECT_THAT(with("unit: \"%\"", "unit: km"), HasSubstr("'km' does not fit"));
    EXPECT_THAT(with("name: middle", "name: gini"), HasSubstr("a second target is called 'gini'"));
    EXPECT_THAT(with("tolerance: 0.01", "tolerance: -1"), HasSubstr("not above 0"));
    EXPECT_THAT(with("statistic: ratio", "statistic: value"), HasSubstr("no use for a value"));
    EXPECT_THAT(with("  - name: gini\n", "  - extra: 1\n    name: gini\n"),
                HasSubstr("unknown key 'extra'"));
    EXPECT_THROW(load(changed(good, "base: base.yaml", "base: none.yaml")), IoError);
}

TEST_F(ReadCalibration, ShowsErrorsOfTheBaseToo) {
    folder_.write("base.yaml", std::string(base_text) + "extra: 1\n");
    const std::string all = problems(changed(good, "budget: 100", "budgt: 100"));
    EXPECT_THAT(all, HasSubstr("base.yaml:5:1: unknown key 'extra'"));
    EXPECT_THAT(all, HasSubstr("c.yaml:4:1: unknown key 'budgt'"));
}

TEST_F(ReadCalibration, TellsCalibrationsFromScenarios) {
    EXPECT_TRUE(is_calibration(folder_.write("c.yaml", good)));
    EXPECT_FALSE(is_calibration(folder_.path() + "/base.yaml"));
}

}  // namespace
}  // namespace sim
