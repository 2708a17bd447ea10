// SPDX-License-Identifier: Apache-2.0
// What goes to which stream, when it is silent and when it is coloured.
#include "sim/cli/show/console.hpp"

#include <sstream>

#include <gtest/gtest.h>

#include "sim/core/error.hpp"

namespace sim::testing {
namespace {

struct Streams {
    std::ostringstream out;
    std::ostringstream err;
};

TEST(Console, DataToOutWordsToErr) {
    Streams s;
    Console console(s.out, s.err, ErrStream::file);
    console.data("data\n");
    console.table("table\n");
    console.note("note");
    console.detail("detail");
    console.error("error");
    EXPECT_EQ(s.out.str(), "data\ntable\n");
    EXPECT_EQ(s.err.str(), "note\nerror\n");
}

TEST(Console, QuietKeepsDataAndErrors) {
    Streams s;
    Console console(s.out, s.err, ErrStream::terminal);
    console.set_verbosity(Verbosity::quiet);
    console.data("data\n");
    console.table("table\n");
    console.note("note");
    console.status("status");
    console.error("error");
    EXPECT_EQ(s.out.str(), "data\n");
    EXPECT_EQ(s.err.str(), "error\n");
}

TEST(Console, VerboseShowsDetails) {
    Streams s;
    Console console(s.out, s.err, ErrStream::file);
    console.set_verbosity(Verbosity::verbose);
    console.detail("detail");
    EXPECT_EQ(s.err.str(), "detail\n");
}

TEST(Console, ColoursErrorsOnlyWhereTheyAreWanted) {
    Streams plain;
    Console(plain.out, plain.err, ErrStream::terminal).error("x");
    EXPECT_EQ(plain.err.str(), "x\n");
    Streams colour;
    Console(colour.out, colour.err, ErrStream::colour_terminal).error("x");
    EXPECT_EQ(colour.err.str(), "\033[1;31mx\033[0m\n");
}

TEST(Console, StatusIsOneLineOfATerminal) {
    Streams file;
    Console(file.out, file.err, ErrStream::file).status("half");
    EXPECT_EQ(file.err.str(), "");
    Streams terminal;
    Console console(terminal.out, terminal.err, ErrStream::terminal);
    console.status({});
    EXPECT_EQ(terminal.err.str(), "");
    console.status("half");
    console.note("note");
    EXPECT_EQ(terminal.err.str(), "\r\033[Khalf\r\033[Knote\n");
}

TEST(Console, SaysWhenOutTakesNoMore) {
    Streams s;
    s.out.setstate(std::ios::badbit);
    Console console(s.out, s.err, ErrStream::file);
    EXPECT_THROW(console.data("x"), IoError);
}

}  // namespace
}  // namespace sim::testing
