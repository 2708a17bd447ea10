// SPDX-License-Identifier: Apache-2.0
#include "sim/core/error.hpp"

#include <algorithm>
#include <tuple>

namespace sim {

namespace {

std::string joined(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) {
        if (!text.empty()) {
            text += '\n';
        }
        text += problem.text();
    }
    return text;
}

}  // namespace

std::string Place::text() const {
    if (line <= 0) {
        return file;
    }
    return file + ':' + std::to_string(line) + ':' + std::to_string(column);
}

std::string Problem::text() const {
    std::string text = place.text();
    if (!text.empty()) {
        text += ": ";
    }
    text += what;
    if (!expected.empty()) {
        text += " (" + expected + ')';
    }
    if (!nearest.empty()) {
        text += ". Did you mean '" + nearest + "'?";
    }
    return text;
}

UserError::UserError(Problem problem) : UserError(std::vector<Problem>{std::move(problem)}) {}

UserError::UserError(std::vector<Problem> problems)
    : std::runtime_error(joined(problems)), problems_(std::move(problems)) {}

UserError::UserError(const std::string& what) : std::runtime_error(what), problems_(1) {
    problems_.front().what = what;
}

void Problems::throw_if_any() const {
    if (list_.empty()) {
        return;
    }
    std::vector<Problem> sorted = list_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) <
               std::tie(b.place.file, b.place.line, b.place.column);
    });
    throw UserError(std::move(sorted));
}

}  // namespace sim
