// SPDX-License-Identifier: Apache-2.0
// compare with all that it can tell, in this process, on a model whose effects are known on paper.
#include <cmath>
#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "sim/cli/command_line.hpp"
#include "sim/hdf5/result_file.hpp"
#include "sim/sweep/comparison/attribution.hpp"
#include "sim/sweep/comparison/precision.hpp"
#include "tests/support/feedback_model.hpp"
#include "tests/support/toy_model.hpp"

namespace sim::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

struct Outcome {
    int code;
    std::string out;
    std::string err;
};

class Comparison : public ::testing::Test {
  protected:
    Comparison() {
        base_ = folder_.write("base.yaml",
                              "model: feedback\n"
                              "time: {start: 2022Q3, end: 2024Q2, spin_up_years: 1}\n"
                              "replicates: 5\n");
        out_ = folder_.path() + "/out.h5";
    }

    std::string alternative(const std::string& name, const std::string& policies) {
        return folder_.write(name + ".yaml", "extends: base.yaml\npolicies:\n" + policies);
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

    Json compare(std::vector<std::string> files, const std::vector<std::string>& options) const {
        files.insert(files.begin(), {"compare", base_});
        files.insert(files.end(), options.begin(), options.end());
        files.insert(files.end(), {"-o", out_, "--force", "--json", "-q"});
        const Outcome done = tandem(files);
        EXPECT_EQ(done.code, 0) << done.err;
        return Json::parse(done.out);
    }

    static const Json& named(const Json& list, const std::string& name) {
        for (const Json& item : list) {
            if (item["name"] == name) {
                return item;
            }
        }
        throw std::runtime_error("nothing named " + name);
    }

    TemporaryFolder folder_;
    ModelCatalogue models_ = feedback_models();
    std::string base_;
    std::string out_;
};

TEST_F(Comparison, TableHasTheColumnsOfTheModel) {
    std::vector<std::string> words{"compare", base_};
    for (int i = 0; i < 5; ++i) {
        words.push_back(
            alternative("grant" + std::to_string(i),
                        "  - {instrument: grant, amount: " + std::to_string(i) + "}\n"));
    }
    words.insert(words.end(), {"-o", out_, "-n", "10"});
    const Outcome done = tandem(words);
    ASSERT_EQ(done.code, 0) << done.err;
    EXPECT_THAT(done.out, HasSubstr("scenario  how_well"));
    EXPECT_THAT(done.out, HasSubstr("grant3"));
    EXPECT_THAT(done.out, HasSubstr("+9 ± 0"));  // the cost of 3 in three regions
    EXPECT_THAT(done.out, HasSubstr("very unlikely"));
    EXPECT_THAT(done.out, Not(HasSubstr("variance saved")));
    words.insert(words.end(), {"-v", "--force"});
    EXPECT_THAT(tandem(words).out, HasSubstr("variance saved"));
}

TEST_F(Comparison, EvaluatesWhatChangesSayTogether) {
    const std::string grant = alternative("grant", "  - {instrument: grant, amount: 2}\n");
    const std::string talk = alternative("talk", "  - {instrument: talk}\n");
    const Json json = compare({grant, talk}, {"-n", "4"});
    const Json& measures = json["measures"];
    const auto effect = [](const Json& list, const std::string& name, std::size_t alternative) {
        return named(list, name)["effects"][alternative];
    };
    // Welfare is a mean over three regions in the table and their sum here; cost is 6 a quarter for
    // eight quarters.
    const double welfare = 3.0 * effect(measures, "welfare", 0)["difference"].get<double>();
    const Json& evaluation = json["evaluation"];
    EXPECT_NEAR(effect(evaluation, "net_gain", 0)["difference"].get<double>(), welfare - 6.0, 0.2);
    const double ratio = effect(evaluation, "gain_per_cost", 0)["difference"].get<double>();
    EXPECT_NEAR(ratio, welfare / 48.0, 0.01);
    EXPECT_LE(effect(evaluation, "gain_per_cost", 0)["low"].get<double>(), ratio);
    EXPECT_TRUE(effect(evaluation, "gain_per_cost", 1)["difference"].is_null());  // costs nothing
    const Outcome shown = tandem({"compare", base_, grant, talk, "-n", "4", "-o", out_, "--force"});
    EXPECT_THAT(shown.out, HasSubstr("gain_per_cost"));
    EXPECT_THAT(shown.out, HasSubstr("no ratio"));
}

TEST_F(Comparison, PairingSavesAllVarianceOfAnAdditiveEffect) {
    const std::string grant = alternative("grant", "  - {instrument: grant}\n");
    const Json json = compare({grant}, {});
    const Json& effect = named(json["measures"], "welfare")["effects"][0];
    EXPECT_NEAR(effect["variance_saved"].get<double>(), 1.0, 1e-12);
    EXPECT_EQ(effect["likelihood_below_zero"], "unlikely");  // five draws cannot say more
    EXPECT_EQ(json["columns"][0]["title"], "how_well");
}

TEST_F(Comparison, ExactSharesAddUpAndSplitAnInteractionInHalves) {
    // 2 from the grant, and half of that from the boost, which alone does nothing.
    const std::string bundle = alternative("bundle",
                                           "  - {instrument: grant, amount: 2}\n"
                                           "  - {instrument: boost}\n");
    const Json json = compare({bundle}, {"--attribute", "-j", "2"});
    ASSERT_EQ(json["attribution"].size(), 1U);
    EXPECT_EQ(json["attribution"][0]["orders"], 0);
    const Json& measure = named(json["attribution"][0]["measures"], "welfare");
    const Json& grant = measure["policies"][0];
    const Json& boost = measure["policies"][1];
    const double whole = measure["bundle"]["mean"].get<double>();
    EXPECT_EQ(grant["policy"], "grant");
    EXPECT_NEAR(grant["one_in"]["mean"].get<double>(), whole * 2.0 / 3.0, 1e-12);
    EXPECT_NEAR(grant["one_out"]["mean"].get<double>(), whole, 1e-12);
    EXPECT_NEAR(boost["one_in"]["mean"].get<double>(), 0.0, 1e-12);
    EXPECT_NEAR(boost["one_out"]["mean"].get<double>(), whole / 3.0, 1e-12);
    EXPECT_NEAR(grant["shapley"]["mean"].get<double>(), whole * 5.0 / 6.0, 1e-12);
    EXPECT_NEAR(boost["shapley"]["mean"].get<double>(), whole / 6.0, 1e-12);
    EXPECT_EQ(boost["sampling_error"].get<double>(), 0.0);
    EXPECT_EQ(json["measures"], compare({bundle}, {"--attribute", "-j", "1"})["measures"]);
}

TEST_F(Comparison, DrawnOrdersAddUpToo) {
    std::string policies = "  - {instrument: grant, amount: 2}\n";
    for (int i = 0; i < 8; ++i) {
        policies += "  - {instrument: " + std::string(i % 2 == 0 ? "boost" : "grant") +
                    ", label: p" + std::to_string(i) + "}\n";
    }
    const std::string bundle = alternative("bundle", policies);
    const Json json = compare({bundle}, {"--attribute", "-j", "2"});
    const Json& result = json["attribution"][0];
    EXPECT_EQ(result["orders"], 2 * (Attribution::runs_for_orders / (2 * (9 - 3))));
    const Json& measure = named(result["measures"], "welfare");
    double sum = 0.0;
    double errors = 0.0;
    for (const Json& policy : measure["policies"]) {
        sum += policy["shapley"]["mean"].get<double>();
        errors += policy["sampling_error"].get<double>();
    }
    EXPECT_NEAR(sum, measure["bundle"]["mean"].get<double>(), 1e-9);
    EXPECT_GT(errors, 0.0);
    EXPECT_EQ(json, compare({bundle}, {"--attribute", "-j", "1"}));
    const Json work = Json::parse(tandem({"compare", base_, bundle, "--attribute", "--dry-run",
                                          "--json", "-o", folder_.path() + "/dry.h5"})
                                      .out)["work"];
    EXPECT_EQ(work["written"], 10);
    // Of each of 9 alone, of 9 left out, and at most 6 sizes in each of 10 orders.
    EXPECT_GT(work["coalitions"], 5 * 18);
    EXPECT_LE(work["coalitions"], 5 * (18 + 6 * 10));
}

TEST_F(Comparison, AttributionRefusesWhatIsNoPolicy) {
    const std::string other =
        folder_.write("other.yaml", "extends: base.yaml\nparameters: {market.noise: 2}\n");
    const Outcome done = tandem({"compare", base_, other, "--attribute", "-o", out_});
    EXPECT_EQ(done.code, 3);
    EXPECT_THAT(done.err, HasSubstr("parameters.market.noise"));
}

TEST_F(Comparison, FrozenPricesLeaveTheDirectEffect) {
    const std::string grant = alternative("grant", "  - {instrument: grant, amount: 4}\n");
    const std::string none = alternative("none", "  - {instrument: grant, strength: 0}\n");
    const Json json = compare({grant, none}, {"--freeze", "prices", "-j", "2"});
    const auto effects = [](const Json& measures) -> const Json& {
        return named(measures, "welfare")["effects"];
    };
    const double full = effects(json["measures"])[0]["difference"].get<double>();
    const double frozen = effects(json["frozen"]["measures"])[0]["difference"].get<double>();
    EXPECT_NEAR(frozen, 4.4, 1e-9);  // a tenth spills over within the pooled regions
    EXPECT_GT(full, 2.2 - 1e-9);     // prices eat up half of it, in time
    EXPECT_LT(full, 2.5);
    for (const Json* measures : {&json["measures"], &json["frozen"]["measures"]}) {
        const Json& nothing = effects(*measures)[1];
        EXPECT_EQ(nothing["difference"].get<double>(), 0.0);
        EXPECT_EQ(nothing["low"].get<double>(), 0.0);
        EXPECT_EQ(nothing["high"].get<double>(), 0.0);
    }
    EXPECT_EQ(json, compare({grant, none}, {"--freeze", "prices", "-j", "1", "-n", "5"}));
    const Json plain = compare({grant, none}, {});
    EXPECT_EQ(json["measures"], plain["measures"]);  // recording changes nothing
    EXPECT_FALSE(plain.contains("frozen"));
}

TEST_F(Comparison, FreezeKnowsItsFeedbacks) {
    const std::string grant = alternative("grant", "  - {instrument: grant}\n");
    const Outcome wrong = tandem({"compare", base_, grant, "--freeze", "price", "-o", out_});
    EXPECT_EQ(wrong.code, 3);
    EXPECT_THAT(wrong.err, HasSubstr("Did you mean 'prices'?"));
    const std::string early = folder_.write(
        "early.yaml", "extends: base.yaml\npolicies:\n  - {instrument: grant, start: 2021Q4}\n");
    EXPECT_THAT(tandem({"compare", base_, early, "--freeze", "prices", "-o", out_}).err,
                HasSubstr("differs from"));
}

TEST_F(Comparison, ReplicatesAreAddedUntilPrecise) {
    const std::string other =
        folder_.write("other.yaml", "extends: base.yaml\nparameters: {market.noise: 2}\n");
    const Json json = compare({other}, {"--until-precise", "how_well=0.3", "-j", "2"});
    const int needed = json["precision"]["replicates"].get<int>();
    EXPECT_TRUE(json["precision"]["reached"].get<bool>());
    EXPECT_LE(json["precision"]["widths"][0]["half_width"].get<double>(), 0.3);
    EXPECT_GE(needed, PrecisionRule::first_look);
    EXPECT_EQ((needed - PrecisionRule::first_look) % PrecisionRule::between_looks, 0);
    EXPECT_EQ(read_result(out_).header.replicates, needed);
    EXPECT_EQ(tandem({"reproduce", out_, "-q"}).code, 0);
    EXPECT_EQ(json, compare({other}, {"--until-precise", "how_well=0.3", "-j", "3"}));
    // Fewer would not have done: the look before was not met.
    if (needed > PrecisionRule::first_look) {
        const Json before =
            compare({other}, {"-n", std::to_string(needed - PrecisionRule::between_looks)});
        const Json& effect = named(before["measures"], "welfare")["effects"][0];
        EXPECT_GT(effect["high"].get<double>() - effect["low"].get<double>(), 0.6);
    }
    const Outcome missed = tandem({"compare", base_, other, "--until-precise", "welfare=1e-6", "-n",
                                   "12", "-o", out_, "--force"});
    EXPECT_EQ(missed.code, 0);
    EXPECT_THAT(missed.out, HasSubstr("Not precise enough after 12 replicates"));
    const Outcome run = tandem(
        {"run", base_, "--until-precise", "welfare=0.2", "-o", out_, "--force", "--json", "-q"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_TRUE(Json::parse(run.out)["precision"]["reached"].get<bool>());
    EXPECT_THAT(tandem({"run", base_, "--until-precise", "welfar=1", "-o", out_, "--force"}).err,
                HasSubstr("Did you mean 'welfare'?"));
    EXPECT_EQ(tandem({"run", base_, "--until-precise", "welfare", "-o", out_}).code, 2);
    EXPECT_THAT(tandem({"run", base_, "--until-precise", "welfare=1", "--dry-run", "-o",
                        folder_.path() + "/dry.h5"})
                    .out,
                HasSubstr("at least 10 replicates"));
}

TEST_F(Comparison, CostsAreMadeEqual) {
    const std::string grant = alternative("grant", "  - {instrument: grant, amount: 4}\n");
    const std::string boost = alternative("boost",
                                          "  - {instrument: grant}\n"
                                          "  - {instrument: boost}\n");
    const Json json = compare({grant, boost}, {"--equal-cost"});
    EXPECT_EQ(json["equal_cost"][0]["factor"].get<double>(), 1.0);
    EXPECT_NEAR(json["equal_cost"][0]["target"].get<double>(), 12.0, 1e-12);
    const double factor = json["equal_cost"][1]["factor"].get<double>();
    // 3 f + 3 sqrt(f) = 12
    EXPECT_NEAR(3.0 * factor + 3.0 * std::sqrt(factor), 12.0, 0.12);
    const Json& cost = named(json["measures"], "cost");
    EXPECT_NEAR(cost["effects"][1]["difference"].get<double>(), 12.0, 0.12);
    EXPECT_THAT(read_result(out_).header.scenario_text, HasSubstr("strength: 2.4"));
    EXPECT_EQ(tandem({"reproduce", out_, "-q"}).code, 0);
    const Json amount = compare({boost}, {"--equal-cost=6"});
    EXPECT_NEAR(amount["equal_cost"][0]["factor"].get<double>(), 1.0, 0.02);

    const std::string talk = alternative("talk", "  - {instrument: talk}\n");
    const Outcome free =
        tandem({"compare", base_, grant, talk, "--equal-cost", "-o", out_, "--force"});
    EXPECT_EQ(free.code, 3);
    EXPECT_THAT(free.err, HasSubstr("talk costs nothing"));
    EXPECT_EQ(tandem({"compare", base_, grant, "--equal-cost=much", "-o", out_}).code, 2);
}

TEST_F(Comparison, SpilloverIsWhatReachesOthers) {
    const std::string north =
        alternative("north", "  - {instrument: grant, amount: 4, where: {province: North}}\n");
    const std::string everywhere = alternative("everywhere", "  - {instrument: grant}\n");
    const Json json = compare({north, everywhere}, {"--freeze", "prices"});
    ASSERT_EQ(json["spillover"].size(), 1U);
    EXPECT_EQ(json["spillover"][0]["scenario"], "north");
    EXPECT_EQ(json["spillover"][0]["untouched"], (std::vector<std::string>{"South", "West"}));
    // A tenth of 4 reaches one of two regions, and prices take up to half of it.
    const Json& welfare = named(json["spillover"][0]["measures"], "welfare");
    EXPECT_GT(welfare["mean"].get<double>(), 0.1 - 1e-9);
    EXPECT_LT(welfare["mean"].get<double>(), 0.12);
    EXPECT_FALSE(compare({everywhere}, {}).contains("spillover"));
}

}  // namespace
}  // namespace sim::testing
