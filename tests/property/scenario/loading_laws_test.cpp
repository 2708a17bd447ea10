// SPDX-License-Identifier: Apache-2.0
// Laws of scenario loading on random input: what was resolved loads to itself, and no file, however
// broken, does anything but load or end in a message for the user.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sim/scenario/load.hpp"
#include "sim/scenario/yaml_tree.hpp"
#include "tests/support/toy_model.hpp"

namespace sim::testing {
namespace {

const std::string valid_text =
    "# a comment\nmodel: toy\ntitle: \"Übung: 教育\"\nseed: 20221221\n"
    "time: {start: 2022Q3, end: 2035Q2, spin_up_years: 5}\nscale: 1:1000\nreplicates: 20\n"
    "parameters:\n  toy.exit_rate: 12 %/a\n  toy.grant: 3000 CNY2022/student/a\n"
    "  toy.mechanism: parallel\n  toy.is_open: true\nstructures:\n  wage_gap: penalty\n"
    "policies:\n  - instrument: subsidy\n    label: delta\n"
    "    where: {province: [Shanghai, 'No'], sector: farming, below: {income: 0.5}}\n"
    "    start: 2024Q1\n    phase_in_years: 2\n    amount: 15\n"
    "  - {instrument: campaign, budget: {payer: city, amount: 5e9 CNY2022/a}}\n"
    "output: {panel: 1 %, checkpoint_every: 1y, only: [mean_money]}\n";

class Loading {
  public:
    LoadedScenario operator()(const std::string& text, const Overrides& overrides = {}) const {
        return load_scenario_text(text, "a.yaml", models_, overrides, data_);
    }
    // Every failure must be one that tells the user what to do.
    bool ends_well(const std::string& text, const Overrides& overrides = {}) const {
        try {
            const LoadedScenario loaded = (*this)(text, overrides);
            const LoadedScenario again = (*this)(loaded.resolved);
            return again.scenario == loaded.scenario && again.resolved == loaded.resolved;
        } catch (const UserError& error) {
            return !error.problems().empty() && std::string(error.what()).size() > 10;
        } catch (const IoError& error) {
            return text.find("extends") != std::string::npos ||
                   std::string(error.what()).find("regions.csv") != std::string::npos;
        }
    }

  private:
    TemporaryFolder folder_;
    std::string data_ = make_toy_data(folder_);
    ModelCatalogue models_ = toy_models();
};

const Loading& loading() {
    static const Loading made;
    return made;
}

std::string mutated(std::string text, int mutations) {
    // Characters that mean something to YAML are drawn as often as all other bytes together.
    const auto byte =
        rc::gen::oneOf(rc::gen::elementOf(std::string("\t\n ,:-[]{}#&*!|>'\"%@`?\\<0189aQ~.")),
                       rc::gen::arbitrary<char>());
    for (int i = 0; i < mutations; ++i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
        switch (*rc::gen::inRange(0, 5)) {
            case 0:
                text.insert(at, 1, *byte);
                break;
            case 1:
                text.erase(at, *rc::gen::inRange<std::size_t>(1, 20));
                break;
            case 2: {
                const auto from = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
                text.insert(at, text.substr(from, *rc::gen::inRange<std::size_t>(1, 60)));
                break;
            }
            default:
                if (at < text.size()) {
                    text[at] = *byte;
                }
        }
    }
    return text;
}

RC_GTEST_PROP(LoadingLaws, AMutatedScenarioLoadsOrIsRefusedWithWords, ()) {
    const std::string text = mutated(valid_text, *rc::gen::inRange(1, 8));
    RC_ASSERT(loading().ends_well(text));
}

RC_GTEST_PROP(LoadingLaws, AnyBytesLoadOrAreRefusedWithWords, (const std::string& bytes)) {
    RC_ASSERT(loading().ends_well(bytes));
}

RC_GTEST_PROP(LoadingLaws, AnyOverrideAppliesOrIsRefusedWithWords, (const std::string& value)) {
    const auto path = *rc::gen::elementOf(std::vector<std::string>{
        "seed", "title", "scale", "time.end", "parameters.toy.grant", "structures.wage_gap",
        "policies.delta.amount", "policies.delta.where.province", "output.only", value});
    Overrides overrides;
    overrides.set.emplace_back(path, value);
    RC_ASSERT(loading().ends_well(valid_text, overrides));
}

RC_GTEST_PROP(LoadingLaws, AResolvedScenarioLoadsToItself, ()) {
    const auto number = [](double low, double high) {
        return low + (high - low) * (*rc::gen::inRange(0, 1'000'001) / 1e6);
    };
    const auto text = [](double value) { return param_text(value); };
    Overrides overrides;
    overrides.seed = *rc::gen::arbitrary<std::uint64_t>();
    overrides.scale = "1:" + std::to_string(*rc::gen::inRange(1, 1'000'000'000));
    overrides.panel = text(number(0, 1));
    overrides.set = {{"parameters.toy.exit_rate", text(number(0, 1))},
                     {"parameters.toy.grant", text(number(0, 1e6))},
                     {"parameters.toy.free_number", text(number(-1e300, 1e300))},
                     {"policies.delta.strength", text(number(0, 10))},
                     {"policies.delta.phase_in_years", text(number(0, 50))}};
    const LoadedScenario first = loading()(valid_text, overrides);
    const LoadedScenario second = loading()(first.resolved);
    RC_ASSERT(first.scenario == second.scenario);
    RC_ASSERT(first.resolved == second.resolved);
    RC_ASSERT(first.scenario_hash == second.scenario_hash);
    RC_ASSERT(first.scenario.seed == *overrides.seed);
}

RC_GTEST_PROP(LoadingLaws, AnyPrintableTextSurvivesQuoting, ()) {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::oneOf(rc::gen::inRange(' ', '~'), rc::gen::elementOf(std::string("\n\t\"\\:#"))));
    Problems problems;
    const YamlTree tree = parse_yaml("k: " + yaml_scalar(text) + "\n", "a.yaml", problems);
    RC_ASSERT(problems.empty());
    RC_ASSERT(tree.root.find("k")->text == text);
}

}  // namespace
}  // namespace sim::testing
