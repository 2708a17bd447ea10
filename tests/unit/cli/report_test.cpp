// SPDX-License-Identifier: Apache-2.0
// Every kind of failure has its exit code and its message.
#include "sim/cli/report.hpp"

#include <new>
#include <sstream>
#include <stdexcept>

#include <gtest/gtest.h>

#include "sim/core/contract.hpp"

namespace sim::testing {
namespace {

struct Outcome {
    ExitCode code;
    std::string err;
};

Outcome outcome_of(const std::function<ExitCode()>& act) {
    std::ostringstream out;
    std::ostringstream err;
    Console console(out, err, ErrStream::file);
    const ExitCode code = guarded(act, console);
    return {code, err.str()};
}

TEST(Guarded, ReturnsWhatItIsGiven) {
    const Outcome outcome = outcome_of([] { return ExitCode::stopped; });
    EXPECT_EQ(outcome.code, ExitCode::stopped);
    EXPECT_EQ(outcome.err, "");
}

TEST(Guarded, ShowsEveryProblemOnItsOwnLine) {
    const Outcome outcome = outcome_of([]() -> ExitCode {
        throw UserError(std::vector<Problem>{{{"a.yaml", 3, 5}, "wrong", "right", "rigth"},
                                             {{"b.yaml", 0, 0}, "missing", {}, {}}});
    });
    EXPECT_EQ(outcome.code, ExitCode::invalid_input);
    EXPECT_EQ(outcome.err,
              "a.yaml:3:5: wrong (right). Did you mean 'rigth'?\n"
              "b.yaml: missing\n");
}

TEST(Guarded, KnowsTheKindsOfFailure) {
    EXPECT_EQ(outcome_of([]() -> ExitCode { throw UsageError("x"); }).code, ExitCode::usage);
    EXPECT_EQ(outcome_of([]() -> ExitCode { throw IoError("x"); }).code, ExitCode::io);
    EXPECT_EQ(outcome_of([]() -> ExitCode { throw ContractError("x"); }).code,
              ExitCode::run_failed);
    EXPECT_EQ(outcome_of([]() -> ExitCode { throw std::bad_alloc(); }).code, ExitCode::run_failed);
    EXPECT_EQ(outcome_of([]() -> ExitCode { throw std::runtime_error("x"); }).code,
              ExitCode::run_failed);
    const Outcome unknown = outcome_of([]() -> ExitCode { throw 7; });
    EXPECT_EQ(unknown.code, ExitCode::run_failed);
    EXPECT_NE(unknown.err, "");
}

}  // namespace
}  // namespace sim::testing
