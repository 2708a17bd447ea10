// SPDX-License-Identifier: Apache-2.0
// Files that cannot be what a user meant are refused before they are read.
#include "sim/scenario/text_file.hpp"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/toy_model.hpp"

namespace sim::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

TEST(TextFile, ReadsBytesLessTheByteOrderMark) {
    const TemporaryFolder folder;
    EXPECT_EQ(read_text_file(folder.write("a", "\xEF\xBB\xBFx\r\ny"), 100), "x\r\ny");
    EXPECT_EQ(read_text_file(folder.write("b", ""), 100), "");
}

TEST(TextFile, RefusesWhatIsNotAFile) {
    const TemporaryFolder folder;
    EXPECT_THAT([&] { read_text_file(folder.path() + "/none", 100); },
                ThrowsMessage<IoError>(HasSubstr("none: no such file")));
    EXPECT_THAT([&] { read_text_file(folder.path(), 100); },
                ThrowsMessage<IoError>(HasSubstr("is a folder")));
    EXPECT_THAT([&] { read_text_file("/dev/zero", 100); },
                ThrowsMessage<IoError>(HasSubstr("/dev/zero: is not a regular file")));
}

TEST(TextFile, RefusesAFileOf100Megabytes) {
    const TemporaryFolder folder;
    const std::string path = folder.write("large.yaml", "model: toy\n");
    std::filesystem::resize_file(path, std::uintmax_t{100} << 20U);
    EXPECT_THAT([&] { read_text_file(path, largest_yaml_file); },
                ThrowsMessage<UserError>(
                    HasSubstr("large.yaml: the file has 100 MB (expected at most 16 MB)")));
}

TEST(TextFile, TellsTextFromBytes) {
    const auto is_text = [](std::string_view text) {
        Problems problems;
        return check_text(text, "a", problems);
    };
    EXPECT_TRUE(is_text("aé教\U0001F600\t\r\n"));
    EXPECT_FALSE(is_text("\xC0\x80"));          // overlong
    EXPECT_FALSE(is_text("\xED\xA0\x80"));      // surrogate
    EXPECT_FALSE(is_text("\xF4\x90\x80\x80"));  // beyond Unicode
    EXPECT_FALSE(is_text("\xE6\x95"));          // cut off
    EXPECT_FALSE(is_text("\xC2\x85"));          // a control character above ASCII
    EXPECT_FALSE(is_text("\x1B[31m"));
}

TEST(TextFile, PlacesTheFirstBadByte) {
    Problems problems;
    EXPECT_FALSE(check_text("é\n教育\x02", "a", problems));
    EXPECT_EQ(problems.list().front().place.line, 2);
    EXPECT_EQ(problems.list().front().place.column, 3);
}

TEST(CharacterIndex, AgreesWithCountingFromTheStart) {
    std::string text;
    for (int i = 0; i < 9000; ++i) {
        text += i % 3 == 0 ? "é" : i % 3 == 1 ? "a" : "教";
    }
    const CharacterIndex index(text);
    for (std::size_t end = 0; end <= text.size(); end += 97) {
        EXPECT_EQ(index.between(0, end), count_characters(text.substr(0, end)));
    }
    EXPECT_EQ(index.between(0, text.size()), 9000U);
    EXPECT_EQ(index.between(1000, 1000), 0U);
}

}  // namespace
}  // namespace sim::testing
