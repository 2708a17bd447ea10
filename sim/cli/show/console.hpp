// SPDX-License-Identifier: Apache-2.0
// Where words go: data to stdout, messages for people to stderr. Errors are always shown; notes
// and progress only unless the user asked for quiet.
#pragma once

#include <mutex>
#include <ostream>
#include <string_view>

namespace sim {

enum class Verbosity { quiet, normal, verbose };
enum class ErrStream { file, terminal, colour_terminal };

// What stderr of this process is; colours only if NO_COLOR is unset or empty.
ErrStream kind_of_stderr();

// Notes may come from several threads.
class Console {
  public:
    Console(std::ostream& out, std::ostream& err, ErrStream kind)
        : out_(&out), err_(&err), kind_(kind) {}

    void set_verbosity(Verbosity verbosity) { verbosity_ = verbosity; }
    Verbosity verbosity() const { return verbosity_; }
    bool on_terminal() const { return kind_ != ErrStream::file; }

    // Data that were asked for. Throws IoError if stdout cannot take them.
    void data(std::string_view text);
    // Tables for people: data, but silent when quiet.
    void table(std::string_view text);
    // One line on stderr each, without a final newline in `text`.
    void note(std::string_view text);
    void detail(std::string_view text);  // when verbose
    void error(std::string_view text);
    // Rewrites the last line of the terminal; an empty text clears it.
    void status(std::string_view text);

  private:
    void line(std::string_view before, std::string_view text, std::string_view after);

    std::ostream* out_;
    std::ostream* err_;
    ErrStream kind_;
    Verbosity verbosity_ = Verbosity::normal;
    std::mutex mutex_;
    bool status_shown_ = false;
};

}  // namespace sim
