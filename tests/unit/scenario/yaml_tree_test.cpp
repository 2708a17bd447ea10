// SPDX-License-Identifier: Apache-2.0
// What the tree holds, and every input that must be refused with a message instead of a crash.
#include "sim/scenario/yaml_tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sim::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

YamlNode parsed(std::string_view text) {
    Problems problems;
    YamlTree tree = parse_yaml(text, "a.yaml", problems);
    EXPECT_TRUE(problems.empty()) << problems.list().front().text();
    EXPECT_TRUE(tree.is_complete);
    return std::move(tree.root);
}

std::vector<std::string> errors(std::string_view text) {
    Problems problems;
    parse_yaml_map(text, "a.yaml", problems);
    std::vector<std::string> lines;
    for (const Problem& problem : problems.list()) {
        lines.push_back(problem.text());
    }
    return lines;
}

TEST(YamlTree, KeepsOrderAndTextAndQuotes) {
    const YamlNode root = parsed("b: 1\na: \"1\"\nc: [x, {d: 2 %}]\n");
    ASSERT_EQ(root.children.size(), 3U);
    EXPECT_EQ(root.children[0].key, "b");
    EXPECT_FALSE(root.children[0].is_quoted);
    EXPECT_EQ(root.children[1].text, "1");
    EXPECT_TRUE(root.children[1].is_quoted);
    EXPECT_EQ(root.children[2].kind, NodeKind::list);
    EXPECT_EQ(root.children[2].children[1].find("d")->text, "2 %");
    EXPECT_EQ(root.find("z"), nullptr);
}

TEST(YamlTree, CountsColumnsInCharacters) {
    const YamlNode root = parsed("a: 1\n标题: {键: 值, k: v}\n");
    const YamlNode& map = root.children[1];
    EXPECT_EQ(map.key_line, 2);
    EXPECT_EQ(map.column, 5);
    EXPECT_EQ(map.children[1].key_column, 12);
    EXPECT_EQ(map.children[1].column, 15);
}

TEST(YamlTree, CountsColumnsInLongLines) {
    std::string text = "a: [";
    for (int i = 0; i < 5000; ++i) {
        text += "é, ";
    }
    const YamlNode root = parsed(text + "z]\n");
    EXPECT_EQ(root.children[0].children.back().column, 5 + 3 * 5000);
}

TEST(YamlTree, ReadsWindowsLineEnds) {
    const YamlNode root = parsed("a: 1\r\nb: 2\r\n");
    EXPECT_EQ(root.find("a")->text, "1");
    EXPECT_EQ(root.find("b")->line, 2);
}

TEST(YamlTree, RefusesDuplicateKeysAndGoesOn) {
    EXPECT_THAT(
        errors("a: 1\nb: 2\na: 3\nb: 4\n"),
        ElementsAre("a.yaml:3:1: duplicate key 'a'; it stands at 1:1 already (expected each "
                    "key once)",
                    HasSubstr("4:1: duplicate key 'b'; it stands at 2:1")));
}

TEST(YamlTree, KeepsTheFirstOfDuplicateKeys) {
    Problems problems;
    const YamlTree tree = parse_yaml("a: 1\na: 2\n", "a.yaml", problems);
    EXPECT_TRUE(tree.is_complete);
    ASSERT_EQ(tree.root.children.size(), 1U);
    EXPECT_EQ(tree.root.find("a")->text, "1");
}

TEST(YamlTree, RefusesAnchorsAliasesTagsAndMergeKeys) {
    EXPECT_THAT(errors("a: &x 1\nb: *x\nc: !!int 2\n<<: {d: 1}\n"),
                ElementsAre(HasSubstr("a.yaml:1:4: anchors"), HasSubstr("a.yaml:2:4: aliases"),
                            HasSubstr("a.yaml:3:4: tags"), HasSubstr("a.yaml:4:1: merge keys")));
}

TEST(YamlTree, RefusesTagsOfListsAndMaps) {
    EXPECT_THAT(errors("a: !x [1]\nb: !y {c: 1}\n"),
                ElementsAre(HasSubstr("1:4: tags"), HasSubstr("2:4: tags")));
}

TEST(YamlTree, AnAliasBombStaysSmall) {
    std::string bomb = "a0: &a0 [x, x]\n";
    for (int i = 1; i < 200; ++i) {
        const std::string last = std::to_string(i - 1);
        const std::string name = std::to_string(i);
        bomb += "a" + name + ": &a" + name + " [*a" + last + ", *a" + last + "]\n";
    }
    const std::vector<std::string> lines = errors(bomb);
    EXPECT_THAT(lines.front(), HasSubstr("anchors"));
    EXPECT_LE(lines.size(), 60U);
}

TEST(YamlTree, RefusesAListThatHoldsItself) {
    EXPECT_THAT(errors("a: &a [*a]\n"), ElementsAre(HasSubstr("anchors"), HasSubstr("aliases")));
}

TEST(YamlTree, RefusesTabsInTheIndentation) {
    EXPECT_THAT(errors("a:\n\tb: 1\nc:\n  \td: 2\n"),
                ElementsAre("a.yaml:2:1: a tab in the indentation (expected spaces)",
                            HasSubstr("a.yaml:4:3: a tab")));
}

TEST(YamlTree, AcceptsTabsElsewhere) {
    EXPECT_EQ(parsed("a: 1\t# note\n\t# a comment\n\t\nb: 2\n").children.size(), 2U);
}

TEST(YamlTree, RefusesOddKeys) {
    EXPECT_THAT(errors("[a, b]: 1\n"), ElementsAre(HasSubstr("1:1: a list as a key")));
    EXPECT_THAT(errors("{a: 1}: 1\n"), ElementsAre(HasSubstr("1:1: a map as a key")));
    EXPECT_THAT(errors(": 1\n"), ElementsAre(HasSubstr("a key without a name")));
}

TEST(YamlTree, RefusesFurtherDocuments) {
    EXPECT_THAT(errors("a: 1\n---\nb: 2\n"),
                ElementsAre(HasSubstr("text after the end of the document")));
    EXPECT_THAT(errors("\"a\" \"b\"\n"), ElementsAre(HasSubstr("text after the end")));
    EXPECT_THAT(errors("{a: 1}\n}\n"), ElementsAre(HasSubstr("a.yaml:2:1: ")));
    EXPECT_THAT(errors("{a: 1}\nb: 1\n"), ElementsAre(HasSubstr("a.yaml:2:1: text after the end")));
}

TEST(YamlTree, AcceptsDocumentMarks) {
    EXPECT_EQ(parsed("---\na: 1\n...\n").children.size(), 1U);
}

TEST(YamlTree, EndsOnACommaAlone) {
    EXPECT_THAT(errors(","), ElementsAre(HasSubstr("a.yaml:1:1: unexpected text")));
    EXPECT_THAT(errors(", a"), ElementsAre(HasSubstr("unexpected text")));
    EXPECT_THAT(errors("]"), ElementsAre(HasSubstr("a.yaml:1:1:")));
}

TEST(YamlTree, LimitsDepth) {
    EXPECT_THAT(errors("a: " + std::string(100'000, '[')),
                ElementsAre(HasSubstr("nested more than 64 deep")));
    const std::string deep = "a: " + std::string(63, '[') + std::string(63, ']');
    EXPECT_THAT(errors(deep), IsEmpty());
}

TEST(YamlTree, LimitsTheNumberOfValues) {
    std::string text = "a: [";
    for (int i = 0; i < 210'000; ++i) {
        text += "1,";
    }
    EXPECT_THAT(errors(text + "]"), ElementsAre(HasSubstr("more than 200000 values")));
}

TEST(YamlTree, LimitsTheLengthOfAValue) {
    EXPECT_THAT(errors("a: " + std::string(200'000, 'x')),
                ElementsAre(HasSubstr("a.yaml:1:4: a value of more than")));
}

TEST(YamlTree, RefusesEmptyTexts) {
    for (const char* text : {"", "# only words\n", "---\n", "\n\n"}) {
        EXPECT_THAT(errors(text), ElementsAre(HasSubstr("the file is empty"))) << text;
    }
}

TEST(YamlTree, RefusesWhatIsNoMap) {
    EXPECT_THAT(errors("- a\n"), ElementsAre(HasSubstr("1:1: the file holds a list")));
    EXPECT_THAT(errors("text\n"), ElementsAre(HasSubstr("the file holds a single value")));
}

TEST(YamlTree, RefusesBytesThatAreNoText) {
    EXPECT_THAT(errors("a: \xC3\x28\n"),
                ElementsAre(HasSubstr("a.yaml:1:4: the file is not valid")));
    EXPECT_THAT(errors("é: \x01\n"),
                ElementsAre(HasSubstr("a.yaml:1:4: control character U+0001")));
    EXPECT_THAT(errors(std::string("a: \0b", 5)), ElementsAre(HasSubstr("U+0000")));
    EXPECT_THAT(errors("\xFF\xFE"
                       "a\0:\0"),
                ElementsAre(HasSubstr("not valid UTF-8")));
    EXPECT_THAT(errors("\x7F"
                       "ELF\x02\x01"),
                ElementsAre(HasSubstr("control character U+007F")));
    EXPECT_THAT(errors("a: 1\rb: 2\n"), ElementsAre(HasSubstr("U+000D")));
}

TEST(YamlTree, RefusesEscapedControlCharacters) {
    EXPECT_THAT(errors("a: \"\\x07\"\n"), ElementsAre(HasSubstr("escaped control character")));
}

TEST(YamlTree, ReportsBrokenYaml) {
    EXPECT_THAT(errors("a: [1, 2\nb: 3\n"), ElementsAre(HasSubstr("cannot be read as YAML")));
    EXPECT_THAT(errors("a: 1\n  b: 2\n"),
                ElementsAre(HasSubstr("a.yaml:2:4: this cannot be read")));
}

TEST(YamlTree, SeesAQuoteThatIsNeverClosed) {
    EXPECT_THAT(errors("a: \"x\n"), ElementsAre(HasSubstr("cannot be read as YAML")));
    EXPECT_THAT(errors("a: 'x\nb: 2\nc: 3"), ElementsAre(HasSubstr("cannot be read as YAML")));
}

TEST(YamlScalar, QuotesWhatAReaderMightTakeForSomethingElse) {
    EXPECT_EQ(yaml_scalar("Inner Mongolia"), "Inner Mongolia");
    EXPECT_EQ(yaml_scalar("toy.exit_rate"), "toy.exit_rate");
    for (const char* text : {"No", "null", "TRUE", "off", "y", "1", "2022Q3", "1:50", "-", "a: b",
                             "a #b", "", " a", "a ", "[a", "教育"}) {
        EXPECT_EQ(yaml_scalar(text), '"' + std::string(text) + '"');
    }
    EXPECT_EQ(yaml_scalar("a\"b\\c\nd\te"), "\"a\\\"b\\\\c\\nd\\te\"");
}

TEST(YamlScalar, ReadsBackToTheSameText) {
    for (const std::string text : {"a\"b\\c\nd\te", "No", "x: #y", "{a}", "1e5", "'"}) {
        EXPECT_EQ(parsed("k: " + yaml_scalar(text) + "\n").find("k")->text, text);
    }
}

}  // namespace
}  // namespace sim::testing
