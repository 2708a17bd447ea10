// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/console.hpp"

#include <cstdlib>

#include <unistd.h>

#include "sim/core/error.hpp"

namespace sim {

namespace {

constexpr std::string_view red = "\033[1;31m";
constexpr std::string_view plain = "\033[0m";
constexpr std::string_view clear_line = "\r\033[K";

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

}  // namespace

ErrStream kind_of_stderr() {
    if (isatty(STDERR_FILENO) == 0) {
        return ErrStream::file;
    }
    const char* terminal = std::getenv("TERM");
    const bool is_dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    if (is_dumb) {
        return ErrStream::file;  // cannot rewrite a line
    }
    return is_set("NO_COLOR") ? ErrStream::terminal : ErrStream::colour_terminal;
}

void Console::data(std::string_view text) {
    *out_ << text << std::flush;
    if (!*out_) {
        throw IoError("stdout: cannot be written");
    }
}

void Console::table(std::string_view text) {
    if (verbosity_ != Verbosity::quiet) {
        data(text);
    }
}

void Console::note(std::string_view text) {
    if (verbosity_ != Verbosity::quiet) {
        line({}, text, {});
    }
}

void Console::detail(std::string_view text) {
    if (verbosity_ == Verbosity::verbose) {
        line({}, text, {});
    }
}

void Console::error(std::string_view text) {
    if (kind_ == ErrStream::colour_terminal) {
        line(red, text, plain);
    } else {
        line({}, text, {});
    }
}

void Console::status(std::string_view text) {
    const std::lock_guard lock(mutex_);
    if (verbosity_ == Verbosity::quiet || !on_terminal() || (text.empty() && !status_shown_)) {
        return;
    }
    *err_ << clear_line << text << std::flush;
    status_shown_ = !text.empty();
}

void Console::line(std::string_view before, std::string_view text, std::string_view after) {
    const std::lock_guard lock(mutex_);
    if (status_shown_) {
        *err_ << clear_line;
        status_shown_ = false;
    }
    *err_ << before << text << after << '\n' << std::flush;
}

}  // namespace sim
