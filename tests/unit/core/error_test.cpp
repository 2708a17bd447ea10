// SPDX-License-Identifier: Apache-2.0
// The wording and order of messages.
#include "sim/core/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/core/contract.hpp"

namespace sim::testing {
namespace {

using ::testing::HasSubstr;

TEST(Place, IsWrittenAsFarAsItIsKnown) {
    EXPECT_EQ((Place{"a.yaml", 3, 7}).text(), "a.yaml:3:7");
    EXPECT_EQ((Place{"--set seed", 0, 0}).text(), "--set seed");
    EXPECT_EQ(Place{}.text(), "");
}

TEST(Problem, IsPlaceFaultExpectationAndSuggestion) {
    EXPECT_EQ((Problem{{"a.yaml", 3, 7}, "unknown key 'sede'", "expected a key", "seed"}).text(),
              "a.yaml:3:7: unknown key 'sede' (expected a key). Did you mean 'seed'?");
    EXPECT_EQ((Problem{{}, "too few seats", {}, {}}).text(), "too few seats");
    EXPECT_EQ((Problem{{"a", 0, 0}, "b", {}, "c"}).text(), "a: b. Did you mean 'c'?");
}

TEST(Problems, AreThrownTogetherInTheOrderOfPlaces) {
    Problems problems;
    problems.throw_if_any();
    problems.add({{"b.yaml", 1, 1}, "third", {}, {}});
    problems.add({{"a.yaml", 10, 1}, "second", {}, {}});
    problems.add({{"a.yaml", 9, 2}, "first", {}, {}});
    problems.add({{"b.yaml", 1, 1}, "fourth", {}, {}});
    try {
        problems.throw_if_any();
        FAIL() << "nothing was thrown";
    } catch (const UserError& error) {
        EXPECT_STREQ(error.what(),
                     "a.yaml:9:2: first\na.yaml:10:1: second\nb.yaml:1:1: third\n"
                     "b.yaml:1:1: fourth");
        EXPECT_EQ(error.problems().size(), 4U);
    }
}

TEST(Problems, TakeOverThoseOfOthers) {
    Problems some;
    some.add({{}, "a", {}, {}});
    Problems all;
    all.add({{}, "b", {}, {}});
    all.add(some);
    EXPECT_EQ(all.size(), 2U);
    EXPECT_EQ(all.list().back().what, "a");
    EXPECT_TRUE(Problems{}.empty());
}

TEST(Require, ThrowsWhatTheUserGotWrong) {
    EXPECT_NO_THROW(require(true, "fine"));
    EXPECT_THROW(require(false, "not fine"), UserError);
}

TEST(Contract, NamesTheClaim) {
    try {
        contract_failed("precondition", "a < b", "x.cpp", 12);
        FAIL() << "nothing was thrown";
    } catch (const ContractError& error) {
        EXPECT_STREQ(error.what(), "x.cpp:12: precondition broken: a < b");
    }
#if SIM_CONTRACTS
    EXPECT_THROW(SIM_EXPECT(1 > 2), ContractError);
#endif
    EXPECT_NO_THROW(SIM_ENSURE(2 > 1));
}

}  // namespace
}  // namespace sim::testing
