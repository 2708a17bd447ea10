// SPDX-License-Identifier: Apache-2.0
// The ODD document is made of declarations, opening comments and the model's words.
#include "sim/cli/show/odd_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/toy_model.hpp"

namespace sim::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

ModelDescription toy() {
    const ModelCatalogue models = toy_models();
    return description_of(*model_named("toy", models));
}

OddAccount words() {
    OddAccount odd;
    odd.purpose = "Shows how things grow old.";
    odd.patterns = {"People grow older."};
    odd.concepts = {{"Emergence", "None."}};
    Decision decision;
    decision.title = "Nobody decides";
    decision.subject = "nobody | at all";
    odd.decisions = {decision};
    odd.initial_folder = "start";
    odd.policy_folder = "policies";
    odd.submodels = {{"4.1", "Growing old", {"toy"}}, {"4.2", "Rest", {}}};
    odd.comments = {
        {"phases/ageing.hpp", "4.1, 4.2 People age:\n  a' = a + 1,\nfor all.", {"ageing"}},
        {"start/people.hpp", "Who is there first.", {}},
        {"startled.hpp", "Not of the folder.", {}},
        {"policies/subsidy.cpp", "Pays at once.", {}}};
    return odd;
}

TEST(OddDocument, CommentsKeepFormulasAndEscapeMarks) {
    EXPECT_EQ(comment_markdown("Text\ngoes on:\n  K* = K\n   + 1,\nK* being < 1.\n\nAnew."),
              "Text\ngoes on:\n\n```text\nK* = K\n + 1,\n```\n\nK\\* being \\< 1.\n\nAnew.");
    EXPECT_EQ(comment_markdown("  x = 1"), "```text\nx = 1\n```");
}

TEST(OddDocument, MarksStandAtTheBeginningOnly) {
    OddAccount odd;
    odd.comments = {{"a.hpp", "4.3, 4.12 A market of 4.5 sides.", {}},
                    {"b.hpp", "4. No mark.", {}},
                    {"c.hpp", "12 rows.", {}}};
    const std::vector<Mechanism> found = mechanisms_of(odd);
    EXPECT_EQ(found[0].marks, (std::vector<std::string>{"4.3", "4.12"}));
    EXPECT_EQ(found[0].text, "A market of 4.5 sides.");
    EXPECT_TRUE(bears(found[0], "4.12"));
    EXPECT_FALSE(bears(found[0], "4.1"));
    EXPECT_TRUE(found[1].marks.empty());
    EXPECT_EQ(found[2].text, "12 rows.");
}

TEST(OddDocument, SetsWordsBetweenDeclarations) {
    ModelDescription model = toy();
    model.odd = words();
    const std::string text = odd_text(model);
    EXPECT_THAT(text, HasSubstr("Shows how things grow old."));
    EXPECT_THAT(text, HasSubstr("| `age` | quarter | `uint32` | Age in quarters. |"));
    EXPECT_THAT(text, HasSubstr("| 1 | `ageing` | every quarter | Everyone grows older. | 7.1 |"));
    EXPECT_THAT(text, HasSubstr("Instruments: subsidy, campaign."));
    EXPECT_THAT(text, HasSubstr("| Who decides, at which level | nobody \\| at all |"));
    EXPECT_THAT(text, HasSubstr("Who is there first."));
    EXPECT_THAT(text, Not(HasSubstr("Not of the folder.")));
    EXPECT_THAT(text, HasSubstr("| `persons` | persons | People. |"));
    EXPECT_THAT(text, HasSubstr("### 7.1 Growing old\n\nPhases: `ageing`.\n\n"));
    EXPECT_THAT(text, HasSubstr("```text\na' = a + 1,\n```\n\nfor all."));
    EXPECT_THAT(text, HasSubstr("| `toy.exit_rate` | 0.1 | 1/a | 0 to 1 | A |"));
    EXPECT_THAT(text, HasSubstr("### 7.3 Other parameters\n\nParameters `structures`"));
    EXPECT_THAT(text, HasSubstr("### 7.4 Policy instruments"));
    EXPECT_THAT(text, HasSubstr("Pays at once."));
}

TEST(OddDocument, AModelWithoutWordsHasAllElements) {
    const std::string text = odd_text(toy());
    std::size_t from = 0;
    for (const char* head : {"## 1 Purpose", "## 2 Entities", "## 3 Process", "## 4 Design",
                             "## 5 Initialization", "## 6 Input", "## 7 Submodels"}) {
        from = text.find(head, from);
        ASSERT_NE(from, std::string::npos) << head;
    }
}

TEST(OddDocument, JsonHoldsTheSame) {
    ModelDescription model = toy();
    model.odd = words();
    const auto json = nlohmann::json::parse(odd_json(model));
    EXPECT_EQ(json["submodels"][1]["mechanisms"][0]["file"], "phases/ageing.hpp");
    EXPECT_EQ(json["design_concepts"]["decisions"][0]["answers"].size(), 17U);
    EXPECT_EQ(json["entities"]["tables"][0]["table"], "person");
    EXPECT_EQ(json["initialization"]["mechanisms"].size(), 1U);
}

}  // namespace
}  // namespace sim::testing
