// SPDX-License-Identifier: Apache-2.0
// The whole command line in this process, on toy models: what is printed, written and returned.
#include "sim/cli/command_line.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "sim/hdf5/result_file.hpp"
#include "tests/support/toy_model.hpp"

namespace sim::testing {
namespace {

using ::testing::HasSubstr;

constexpr const char* scenario_text =
    "model: toy\n"
    "data: data/toy_data\n"
    "time: {start: 2022Q3, end: 2024Q2, spin_up_years: 1}\n"
    "replicates: 3\n"
    "policies: [{instrument: subsidy, label: gift}]\n";

struct Outcome {
    int code;
    std::string out;
    std::string err;
};

class CommandLine : public ::testing::Test {
  protected:
    CommandLine() {
        make_toy_data(folder_);
        base_ = folder_.write("base.yaml", scenario_text);
        out_ = folder_.path() + "/new/out.h5";
    }

    Outcome tandem(const std::vector<std::string>& words) const {
        std::vector<const char*> argv{"tandem"};
        for (const std::string& word : words) {
            argv.push_back(word.c_str());
        }
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        const int code = run_command_line(static_cast<int>(argv.size()), argv.data(), models_);
        std::string out = ::testing::internal::GetCapturedStdout();
        return {code, std::move(out), ::testing::internal::GetCapturedStderr()};
    }

    TemporaryFolder folder_;
    ModelCatalogue models_ = toy_models();
    std::string base_;
    std::string out_;
};

TEST_F(CommandLine, RunWritesAFileAndPrintsHeadlineValues) {
    const Outcome run = tandem({"run", base_, "-o", out_, "-j", "2"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("mean_money"));
    EXPECT_THAT(run.err, HasSubstr("wrote " + out_));
    const ResultSummary summary = read_result(out_);
    EXPECT_EQ(summary.status, "complete");
    EXPECT_EQ(summary.header.scenarios, std::vector<std::string>{"base"});
    // 25 yuan a quarter from the start of time, or of the period, to each quarter of the last year.
    const std::vector<double> money = read_outcome(out_, "mean_money");
    ASSERT_EQ(money.size(), 3U * 8U);
    EXPECT_DOUBLE_EQ(money[1] - money[0], 25.0);
    const auto json =
        nlohmann::json::parse(tandem({"run", base_, "-o", out_, "--force", "--json", "-q"}).out);
    EXPECT_NEAR(json["measures"][0]["mean"].get<double>(),
                (money[4] + money[5] + money[6] + money[7]) / 4.0, 1e-9);
}

TEST_F(CommandLine, NeverOverwritesUnlessForced) {
    ASSERT_EQ(tandem({"run", base_, "-o", out_, "-q"}).code, 0);
    const auto before = std::filesystem::last_write_time(out_);
    const Outcome again = tandem({"run", base_, "-o", out_, "-q"});
    EXPECT_EQ(again.code, 4);
    EXPECT_THAT(again.err, HasSubstr("--force"));
    EXPECT_EQ(std::filesystem::last_write_time(out_), before);
    EXPECT_EQ(tandem({"run", base_, "-o", out_, "-q", "--force"}).code, 0);
}

TEST_F(CommandLine, ABadScenarioLeavesNoOutput) {
    const std::string bad = folder_.write("bad.yaml", std::string(scenario_text) + "sed: 1\n");
    const Outcome run = tandem({"run", bad, "-o", out_});
    EXPECT_EQ(run.code, 3);
    EXPECT_THAT(run.err, HasSubstr("bad.yaml:6:"));
    EXPECT_THAT(run.err, HasSubstr("Did you mean 'seed'?"));
    EXPECT_FALSE(std::filesystem::exists(folder_.path() + "/new"));
    EXPECT_EQ(tandem({"run", folder_.path() + "/none.yaml"}).code, 4);
}

TEST_F(CommandLine, PreviewsRunNothing) {
    const Outcome dry = tandem({"run", base_, "-o", out_, "--dry-run", "--json"});
    ASSERT_EQ(dry.code, 0) << dry.err;
    const auto json = nlohmann::json::parse(dry.out);
    EXPECT_EQ(json["replicates"], 3);
    EXPECT_EQ(json["quarters"], 3 * 12);
    EXPECT_EQ(json["scenarios"][0]["agents"]["person"], 10);
    EXPECT_THAT(tandem({"run", base_, "-o", out_, "--dry-run"}).out,
                HasSubstr("would run 3 replicates"));
    const Outcome config = tandem({"run", base_, "--print-config", "-n", "5"});
    EXPECT_EQ(config.code, 0);
    EXPECT_THAT(config.out, HasSubstr("replicates: 5"));
    EXPECT_FALSE(std::filesystem::exists(folder_.path() + "/new"));
}

TEST_F(CommandLine, CompareFindsExactlyNothingInAPolicyWithoutStrength) {
    const std::string alternative =
        folder_.write("null.yaml",
                      "extends: base.yaml\n"
                      "policies: [{instrument: subsidy, label: more, amount: 900, strength: 0}]\n");
    const std::string reform =
        folder_.write("reform.yaml",
                      "extends: base.yaml\n"
                      "policies: [{instrument: subsidy, label: more, amount: 900}]\n");
    const Outcome compare =
        tandem({"compare", base_, alternative, reform, "-o", out_, "--json", "-q"});
    ASSERT_EQ(compare.code, 0) << compare.err;
    const auto json = nlohmann::json::parse(compare.out);
    const auto& effects = json["measures"][0]["effects"];
    EXPECT_EQ(effects[0]["scenario"], "null");
    EXPECT_EQ(effects[0]["difference"].get<double>(), 0.0);
    EXPECT_EQ(effects[0]["low"].get<double>(), 0.0);
    EXPECT_EQ(effects[0]["high"].get<double>(), 0.0);
    EXPECT_GT(effects[1]["difference"].get<double>(), 0.0);
    EXPECT_EQ(read_result(out_).header.scenarios,
              (std::vector<std::string>{"base", "null", "reform"}));
    EXPECT_EQ(tandem({"reproduce", out_, "-q"}).code, 0);
}

TEST_F(CommandLine, CompareRefusesScenariosThatCannotBePaired) {
    const std::string other =
        folder_.write("other.yaml", "extends: base.yaml\nseed: 99\nreplicates: 2\n");
    const Outcome compare = tandem({"compare", base_, other, "-o", out_});
    EXPECT_EQ(compare.code, 3);
    EXPECT_THAT(compare.err, HasSubstr("seed is 99, but 1 in"));
    EXPECT_THAT(compare.err, HasSubstr("replicates is 2, but 3 in"));
    EXPECT_EQ(tandem({"compare", base_, other, "-o", out_, "-s", "4", "-n", "2", "-q"}).code, 0);
}

TEST_F(CommandLine, ReproduceAgreesOrTellsWhy) {
    ASSERT_EQ(tandem({"run", base_, "-o", out_, "-q"}).code, 0);
    const Outcome same = tandem({"reproduce", out_});
    EXPECT_EQ(same.code, 0) << same.err;
    EXPECT_THAT(same.out, HasSubstr("reproduced"));
    EXPECT_EQ(tandem({"reproduce", base_}).code, 3);
    EXPECT_EQ(tandem({"reproduce", folder_.path() + "/none.h5"}).code, 4);
}

TEST_F(CommandLine, ResumeOfACompleteFileDoesNothing) {
    ASSERT_EQ(tandem({"run", base_, "-o", out_, "-q"}).code, 0);
    const auto before = std::filesystem::last_write_time(out_);
    EXPECT_EQ(tandem({"resume", out_}).code, 0);
    EXPECT_EQ(std::filesystem::last_write_time(out_), before);
}

TEST_F(CommandLine, InspectTellsContentsAndProvenance) {
    ASSERT_EQ(tandem({"run", base_, "-o", out_, "-q"}).code, 0);
    const Outcome text = tandem({"inspect", out_});
    EXPECT_EQ(text.code, 0);
    EXPECT_THAT(text.out, HasSubstr("mean_money  (replicate, time)  CNY2022"));
    EXPECT_THAT(text.out, HasSubstr("complete"));
    const auto json = nlohmann::json::parse(tandem({"inspect", out_, "--json"}).out);
    EXPECT_EQ(json["replicates"], 3);
    EXPECT_EQ(json["from"], "2022Q3");
    EXPECT_THAT(tandem({"inspect", out_, "--print-config"}).out, HasSubstr("label: gift"));
}

TEST_F(CommandLine, ValidateChecksEveryFile) {
    const std::string bad = folder_.write("bad.yaml", "model: tox\n");
    const Outcome outcome = tandem({"validate", base_, bad});
    EXPECT_EQ(outcome.code, 3);
    EXPECT_THAT(outcome.out, HasSubstr("base.yaml: valid"));
    EXPECT_THAT(outcome.err, HasSubstr("bad.yaml:1:"));
    const auto json = nlohmann::json::parse(tandem({"validate", base_, bad, "--json"}).out);
    EXPECT_EQ(json[0]["valid"], true);
    EXPECT_EQ(json[1]["valid"], false);
    const auto& problems = json[1]["problems"];
    EXPECT_TRUE(std::any_of(problems.begin(), problems.end(),
                            [](const auto& problem) { return problem["line"] == 1; }));
    EXPECT_EQ(tandem({"validate", folder_.path() + "/none.yaml"}).code, 4);
}

TEST_F(CommandLine, DescribePrintsEveryPart) {
    EXPECT_THAT(tandem({"describe", "models"}).out, HasSubstr("A model for tests."));
    EXPECT_THAT(tandem({"describe", "agents"}).out,
                HasSubstr("person: Persons. (12 bytes per row)"));
    EXPECT_THAT(tandem({"describe", "schedule"}).out,
                HasSubstr("  1  ageing (every quarter): Everyone grows older.\n"
                          "  2  slot subsidies: Where subsidies are paid.\n"
                          "       - subsidy\n"));
    EXPECT_THAT(tandem({"describe", "parameters"}).out,
                HasSubstr("toy.exit_rate = 0.1 1/a   (0 to 1)"));
    EXPECT_THAT(tandem({"describe", "policies"}).out, HasSubstr("subsidy: Pays everyone."));
    EXPECT_THAT(tandem({"describe", "outputs"}).out, HasSubstr("(replicate, time)"));
    const Outcome wrong = tandem({"describe", "agent"});
    EXPECT_EQ(wrong.code, 2);
    EXPECT_THAT(wrong.err, HasSubstr("Did you mean 'agents'?"));
    EXPECT_EQ(tandem({"describe", "agents", "--model", "othre"}).code, 2);
}

TEST_F(CommandLine, ExplainFindsNamesOfEveryKind) {
    EXPECT_THAT(tandem({"explain", "exit_rate"}).out, HasSubstr("parameter of toy"));
    EXPECT_THAT(tandem({"explain", "toy.exit_rate"}).out, HasSubstr("Share that leaves"));
    EXPECT_THAT(tandem({"explain", "subsidy"}).out, HasSubstr("policy of toy"));
    EXPECT_THAT(tandem({"explain", "amount"}).out, HasSubstr("subsidy.amount"));
    const Outcome column = tandem({"explain", "money"});
    EXPECT_THAT(column.out, HasSubstr("read by    output mean_money"));
    EXPECT_THAT(column.out, HasSubstr("written by policy subsidy"));
    const Outcome wrong = tandem({"explain", "exit_rat"});
    EXPECT_EQ(wrong.code, 2);
    EXPECT_THAT(wrong.err, HasSubstr("Did you mean 'exit_rate'?"));
}

TEST_F(CommandLine, SchemaIsJson) {
    models_ = {};  // of the toy model, data would have to be shipped
    models_.add([] { return toy_models().make("other"); });
    const Outcome schema = tandem({"schema", "scenario"});
    EXPECT_EQ(schema.code, 0);
    EXPECT_TRUE(nlohmann::json::accept(schema.out));
    EXPECT_EQ(tandem({"schema", "scenery"}).code, 2);
}

TEST_F(CommandLine, UsageErrorsGoToStderr) {
    const Outcome none = tandem({});
    EXPECT_EQ(none.code, 2);
    EXPECT_EQ(none.out, "");
    EXPECT_THAT(none.err, HasSubstr("a verb is missing"));
    const Outcome help = tandem({"--help"});
    EXPECT_EQ(help.code, 0);
    EXPECT_THAT(help.out, HasSubstr("reproduce"));
}

}  // namespace
}  // namespace sim::testing
