// SPDX-License-Identifier: Apache-2.0
// The three signals set the flag, and only while somebody listens.
#include "sim/cli/stop_signals.hpp"

#include <csignal>

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

class StopSignalsTest : public ::testing::TestWithParam<int> {};

TEST_P(StopSignalsTest, SetTheFlag) {
    const StopSignals signals;
    EXPECT_FALSE(signals.flag());
    ASSERT_EQ(std::raise(GetParam()), 0);
    EXPECT_TRUE(signals.flag());
}

INSTANTIATE_TEST_SUITE_P(All, StopSignalsTest, ::testing::Values(SIGINT, SIGTERM, SIGUSR1));

TEST(StopSignals, PutBackWhatWasThere) {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    struct sigaction before {};
    sigaction(SIGUSR1, &ignore, &before);
    { const StopSignals signals; }
    struct sigaction after {};
    sigaction(SIGUSR1, &before, &after);
    EXPECT_EQ(after.sa_handler, SIG_IGN);
}

TEST(StopSignals, StartClear) {
    {
        const StopSignals first;
        std::raise(SIGTERM);
    }
    const StopSignals second;
    EXPECT_FALSE(second.flag());
}

}  // namespace
}  // namespace sim::testing
