// SPDX-License-Identifier: Apache-2.0
// The three kinds of failure: the user's input, the machine's files, our own mistakes. Messages
// read "place: what is wrong (what was expected). Suggestion."; validation collects all of them
// first.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sim {

// A position in a text file. Line and column count from 1; 0 means "not known".
struct Place {
    std::string file;
    int line = 0;
    int column = 0;

    std::string text() const;
};

// One thing that is wrong with the user's input.
struct Problem {
    Place place;
    std::string what;        // what is wrong
    std::string expected{};  // what was expected; may be empty
    std::string nearest{};   // the nearest right spelling; may be empty

    // "file:line:column: what (expected). Did you mean 'nearest'?"
    std::string text() const;
};

// Input that the user can mend: one or more problems, all of them reported at once.
class UserError : public std::runtime_error {
  public:
    explicit UserError(Problem problem);
    explicit UserError(std::vector<Problem> problems);
    explicit UserError(const std::string& what);

    const std::vector<Problem>& problems() const { return problems_; }

  private:
    std::vector<Problem> problems_;
};

// A file or device that cannot be read or written.
class IoError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// A command line that cannot be understood.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Collects problems so that all can be shown at once.
class Problems {
  public:
    void add(Problem problem) { list_.push_back(std::move(problem)); }
    void add(const Problems& other) {
        list_.insert(list_.end(), other.list_.begin(), other.list_.end());
    }
    bool empty() const { return list_.empty(); }
    std::size_t size() const { return list_.size(); }
    const std::vector<Problem>& list() const { return list_; }
    // Throws UserError with everything collected, in the order of places, if there is anything.
    void throw_if_any() const;

  private:
    std::vector<Problem> list_;
};

// Throws UserError unless the claim about the user's input holds.
inline void require(bool claim, const std::string& what) {
    if (!claim) {
        throw UserError(what);
    }
}

}  // namespace sim
