// SPDX-License-Identifier: Apache-2.0
// What progress says.
#include "sim/cli/show/progress.hpp"

#include <sstream>

#include <gtest/gtest.h>

namespace sim::testing {
namespace {

TEST(Progress, TellsShareReplicatesAndRemainingTime) {
    const JobState state{360, 1440, 4, 20, 40.0};
    EXPECT_EQ(progress_line(state), "25 % done, 4 of 20 replicates, 2 min left");
    EXPECT_EQ(progress_bar(state),
              "[#######.......................]  25 %, 4 of 20 replicates, 2 min left");
}

TEST(Progress, GuessesNothingBeforeTheFirstQuarter) {
    EXPECT_EQ(progress_line({0, 10, 0, 1, 3.0}), "0 % done, 0 of 1 replicates");
}

TEST(Progress, NeverRoundsUpToDone) {
    EXPECT_EQ(progress_line({999, 1000, 0, 1, 99.9}), "99 % done, 0 of 1 replicates, 0 s left");
}

TEST(Progress, IsSilentInAShortJob) {
    std::ostringstream out;
    std::ostringstream err;
    Console console(out, err, ErrStream::file);
    {
        Progress progress(console, 2, 1);
        progress.quarter_done();
        progress.quarter_done();
        progress.replicate_done();
    }
    EXPECT_EQ(err.str(), "");
}

}  // namespace
}  // namespace sim::testing
