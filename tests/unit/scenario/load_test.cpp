// SPDX-License-Identifier: Apache-2.0
// From a file to a filled model: data, hashes, the resolved text, and files that are none.
#include <filesystem>

#include "tests/unit/scenario/scenario_case.hpp"

namespace sim::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::ThrowsMessage;

using Load = ScenarioCase;

const std::string full_text =
    "model: toy\ntitle: 'Übung \"1\": 教育'\nseed: 3\n"
    "time: {start: 2022Q3, end: 2025Q2, spin_up_years: 1}\nscale: 1:50\nreplicates: 2\n"
    "parameters: {toy.exit_rate: 7 %/a, toy.free_number: 1e-300}\n"
    "policies:\n  - {instrument: subsidy, where: {province: 'No', below: {income: 0.1}}}\n"
    "  - {instrument: campaign, budget: {payer: city, amount: 2.5e9}}\n"
    "output: {panel: 0.1, checkpoint_every: 3q, only: [mean_money]}\n";

TEST_F(Load, FillsTheModel) {
    const LoadedScenario loaded = load(minimal);
    ASSERT_NE(loaded.model, nullptr);
    EXPECT_EQ(loaded.model->data_tables().at(0)->rows(), 3U);
    EXPECT_THAT(loaded.model->scope_dimensions().at(0).labels,
                ElementsAre("Shanghai", "Jiangsu", "No"));
    EXPECT_THAT(loaded.data_files, ElementsAre(data_ + "/toy_data/regions.csv"));
    EXPECT_EQ(loaded.file, folder_.path() + "/a.yaml");
}

TEST_F(Load, MakesFurtherModelsWithoutReadingAgain) {
    const LoadedScenario loaded = load(minimal);
    std::filesystem::remove_all(data_);
    const std::unique_ptr<Model> model = make_model(loaded, models_);
    EXPECT_NE(model.get(), loaded.model.get());
    EXPECT_EQ(model->data_tables().at(0)->rows(), 3U);
}

TEST_F(Load, TheResolvedTextIsCompleteAndStable) {
    EXPECT_EQ(load(full_text).resolved,
              "model: toy\ntitle: \"Übung \\\"1\\\": 教育\"\nseed: 3\n"
              "time: {start: 2022Q3, end: 2025Q2, spin_up_years: 1}\nscale: \"1:50\"\n"
              "replicates: 2\nparameters:\n  toy.exit_rate: 0.07\n  toy.grant: 3000\n"
              "  toy.pension_age: 60\n  toy.is_open: false\n  toy.mechanism: serial\n"
              "  toy.free_number: 1e-300\nstructures:\n  wage_gap: premium\npolicies:\n"
              "  - instrument: subsidy\n    label: subsidy\n"
              "    where: {province: [\"No\"], below: {income: 0.1}}\n"
              "    start: 2022Q3\n    end: 2025Q2\n    phase_in_years: 0\n    strength: 1\n"
              "    amount: 100\n    kind: none\n  - instrument: campaign\n    label: campaign\n"
              "    start: 2022Q3\n    end: 2025Q2\n    phase_in_years: 0\n    strength: 1\n"
              "    budget: {payer: city, amount: 2500000000}\noutput:\n  panel: 0.1\n"
              "  spin_up: false\n  ledger: true\n  checkpoint_every: 3q\n  only: [mean_money]\n");
}

TEST_F(Load, TheResolvedTextLoadsToTheSameScenario) {
    const LoadedScenario first = load(full_text);
    const LoadedScenario second = load_scenario_text(first.resolved, "a.h5", models_, {}, data_);
    EXPECT_EQ(first.scenario, second.scenario);
    EXPECT_EQ(first.resolved, second.resolved);
    EXPECT_EQ(first.scenario_hash, second.scenario_hash);
    EXPECT_EQ(first.data_hash, second.data_hash);
    EXPECT_EQ(second.file, "a.h5");
}

TEST_F(Load, TheHashIsThatOfWhatDeterminesTheResult) {
    const std::string hash = load(full_text).scenario_hash;
    EXPECT_EQ(hash.size(), 32U);
    EXPECT_EQ(hash, load(full_text, set({{"title", "x"}})).scenario_hash);
    EXPECT_EQ(hash, load(full_text, set({{"output.checkpoint_every", "1y"}})).scenario_hash);
    for (const auto& [path, value] :
         std::vector<std::pair<std::string, std::string>>{{"seed", "4"},
                                                          {"replicates", "3"},
                                                          {"scale", "1:51"},
                                                          {"time.end", "2025Q1"},
                                                          {"parameters.toy.grant", "3000.0001"},
                                                          {"structures.wage_gap", "penalty"},
                                                          {"policies.subsidy.amount", "1"},
                                                          {"output.panel", "0.2"}}) {
        EXPECT_NE(hash, load(full_text, set({{path, value}})).scenario_hash) << path;
    }
    // A default written out is the same scenario.
    EXPECT_EQ(hash, load(full_text, set({{"parameters.toy.grant", "3000"}})).scenario_hash);
}

TEST_F(Load, TheDataHashIsThatOfNamesAndBytes) {
    const std::string hash = load(minimal).data_hash;
    EXPECT_EQ(hash, load(minimal, set({{"seed", "9"}})).data_hash);
    folder_.write("data/toy_data/regions.csv", "province,persons\nShanghai,26\n");
    EXPECT_NE(hash, load(minimal).data_hash);
}

TEST_F(Load, ReadsDataFromANamedFolder) {
    folder_.write("own/regions.csv", "province,persons\nTibet,3\n");
    const LoadedScenario loaded = load(std::string(minimal) + "data: own\n");
    EXPECT_THAT(loaded.model->scope_dimensions().at(0).labels, ElementsAre("Tibet"));
    const LoadedScenario again = load_scenario_text(loaded.resolved, "a.h5", models_, {}, data_);
    EXPECT_EQ(again.scenario, loaded.scenario);
    EXPECT_EQ(again.data_hash, loaded.data_hash);
    EXPECT_EQ(loaded.scenario_hash, load(minimal).scenario_hash);
}

TEST_F(Load, TheShippedFolderNeedsNoPath) {
    const LoadedScenario loaded = load(std::string(minimal) + "data: data/toy_data\n");
    EXPECT_EQ(loaded.scenario.data, "");
    EXPECT_THAT(loaded.resolved, Not(HasSubstr("data:")));
}

TEST_F(Load, RefusesMissingAndBrokenData) {
    EXPECT_THAT([&] { load(std::string(minimal) + "data: nowhere\n"); },
                ThrowsMessage<IoError>(HasSubstr("nowhere/regions.csv: no such file")));
    folder_.write("data/toy_data/regions.csv", "province,persons\nShanghai,x\n,3\n");
    EXPECT_THAT(errors(std::string(minimal) + "seed: x\n"),
                ElementsAre(HasSubstr("a.yaml:3:7: 'x' is not a seed"),
                            HasSubstr("regions.csv:2:10: 'persons' cannot be 'x'"),
                            HasSubstr("regions.csv:3:1: 'province' has an empty cell")));
}

TEST_F(Load, ShowsErrorsOfTheFileBeforeMissingData) {
    std::filesystem::remove_all(data_);
    EXPECT_THAT(errors(std::string(minimal) + "seed: x\npolicies: [{instrument: subsidy, where: "
                                              "{province: Anywhere}}]\n"),
                ElementsAre(HasSubstr("'x' is not a seed")));
}

TEST_F(Load, RefusesDataForAModelWithoutAny) {
    EXPECT_THAT(errors("model: other\ntime: {start: 2022Q3, end: 2023Q1}\ndata: x\n"),
                ElementsAre(HasSubstr("a.yaml:3:7: the model 'other' reads no data")));
    const LoadedScenario loaded = load("model: other\ntime: {start: 2022Q3, end: 2023Q1}\n");
    EXPECT_THAT(loaded.data_files, ::testing::IsEmpty());
    EXPECT_EQ(
        loaded.resolved,
        "model: other\nseed: 1\ntime: {start: 2022Q3, end: 2023Q1, spin_up_years: 0}\n"
        "scale: \"1:1\"\nreplicates: 1\noutput:\n  panel: 0\n  spin_up: false\n  ledger: true\n");
}

TEST_F(Load, RefusesFilesThatAreNoScenario) {
    const auto load_file = [&](const std::string& path) {
        load_scenario(path, models_, {}, data_);
    };
    EXPECT_THAT([&] { load_file(folder_.path() + "/none.yaml"); },
                ThrowsMessage<IoError>(HasSubstr("none.yaml: no such file")));
    EXPECT_THAT([&] { load_file(folder_.path()); },
                ThrowsMessage<IoError>(HasSubstr("is a folder (expected a file)")));
    const std::string large = folder_.write("large.yaml", minimal);
    std::filesystem::resize_file(large, std::uintmax_t{100} << 20U);
    EXPECT_THAT(
        [&] { load_file(large); },
        ThrowsMessage<UserError>(HasSubstr("the file has 100 MB (expected at most 16 MB)")));
    EXPECT_THAT([&] { load_file(folder_.write("junk.yaml", "\x89HDF\r\n\x1A\n\xFF\xFE")); },
                ThrowsMessage<UserError>(HasSubstr("junk.yaml:1:1: the file is not valid UTF-8")));
    EXPECT_THAT([&] { load_file(folder_.write("empty.yaml", "")); },
                ThrowsMessage<UserError>(HasSubstr("empty.yaml:1:1: the file is empty")));
}

}  // namespace
}  // namespace sim::testing
