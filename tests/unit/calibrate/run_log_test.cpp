// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/run_log.hpp"

#include <cmath>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "sim/core/error.hpp"
#include "tests/support/toy_model.hpp"

namespace sim {
namespace {

using testing::TemporaryFolder;

class RunLogTest : public ::testing::Test {
  protected:
    RunLog open(RunLog::Opening opening, const std::string& identity = "abc") {
        return {path_, identity, {"a", "b"}, {"t"}, opening};
    }
    std::string text() const {
        std::ifstream file(path_);
        std::ostringstream all;
        all << file.rdbuf();
        return all.str();
    }

    TemporaryFolder folder_;
    std::string path_ = folder_.path() + "/runs.csv";
};

TEST_F(RunLogTest, FindsAgainWhatWasRun) {
    {
        RunLog log = open(RunLog::Opening::fresh);
        log.add({0.1, 2.0}, 0, {1.0 / 3.0});
        log.add({0.1, 2.0}, 1, {std::nan("")});
    }
    const RunLog log = open(RunLog::Opening::resumed);
    EXPECT_EQ(log.size(), 2U);
    ASSERT_NE(log.find({0.1, 2.0}, 0), nullptr);
    EXPECT_EQ(log.find({0.1, 2.0}, 0)->front(), 1.0 / 3.0);
    EXPECT_TRUE(std::isnan(log.find({0.1, 2.0}, 1)->front()));
    EXPECT_EQ(log.find({0.1, 2.0}, 2), nullptr);
    EXPECT_EQ(log.find({0.1, 2.1}, 0), nullptr);
}

TEST_F(RunLogTest, DropsALineThatWasCutOff) {
    { open(RunLog::Opening::fresh).add({0.5, 1.0}, 0, {4.0}); }
    std::ofstream(path_, std::ios::app) << "1,0.5,1,4.2";
    const RunLog log = open(RunLog::Opening::resumed);
    EXPECT_EQ(log.size(), 1U);
    EXPECT_TRUE(text().ends_with("0,0.5,1,4\n")) << text();
}

TEST_F(RunLogTest, RefusesRunsOfAnotherCalibration) {
    { open(RunLog::Opening::fresh).add({0.5, 1.0}, 0, {4.0}); }
    EXPECT_THROW(open(RunLog::Opening::resumed, "xyz"), UserError);
    std::ofstream(path_, std::ios::app) << "1,x\n";
    EXPECT_THROW(open(RunLog::Opening::resumed), UserError);
    EXPECT_EQ(open(RunLog::Opening::fresh).size(), 0U);
}

}  // namespace
}  // namespace sim
