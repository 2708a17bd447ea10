// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/point_simulator.hpp"

#include <gtest/gtest.h>

#include "models/classic/classic.hpp"
#include "tests/support/toy_model.hpp"

namespace sim {
namespace {

constexpr const char* base_text =
    "model: boltzmann_wealth\n"
    "time: {start: 2000Q1, end: 2001Q4}\n"
    "parameters: {exchange.traders: 40, exchange.saving_propensity: 0.3}\n";
constexpr const char* file_text =
    "base: base.yaml\nbudget: 100\n"
    "parameters: [{name: exchange.saving_propensity, range: [0, 0.9]}]\n"
    "targets:\n"
    "  - {name: gini, outcome: wealth_gini, time: 2001Q4, value: 0.3, tolerance: 0.1, source: s}\n";

class PointSimulatorTest : public ::testing::Test {
  protected:
    PointSimulatorTest() {
        classic::register_classic(models_);
        folder_.write("base.yaml", base_text);
        loaded_ = load_calibration(folder_.write("c.yaml", file_text), models_, {}, {});
    }
    RunLog log(const std::string& name) const {
        return {folder_.path() + '/' + name,
                run_identity(loaded_),
                {"saving"},
                {"gini"},
                RunLog::Opening::fresh};
    }

    testing::TemporaryFolder folder_;
    ModelCatalogue models_;
    LoadedCalibration loaded_;
};

TEST_F(PointSimulatorTest, PointsTogetherGiveWhatEachGivesAlone) {
    RunLog together = log("together.csv");
    RunLog alone = log("alone.csv");
    const LocalOptions options{2};
    const PointSimulator simulate_together(loaded_, models_, options, together, {});
    const PointSimulator simulate_alone(loaded_, models_, options, alone, {});
    const std::vector<std::vector<double>> points{{0.0}, {0.4}, {0.8}};
    const std::vector<Draws> all = simulate_together(points, 3);
    ASSERT_EQ(all.size(), 3U);
    for (std::size_t i = 0; i < points.size(); ++i) {
        EXPECT_EQ(all[i], simulate_alone({points[i]}, 3).front());
        EXPECT_NE(all[i][0], all[i][1]);  // replicates differ
    }
    EXPECT_GT(all[0][0][0], all[2][0][0]);  // who saves is more equal
}

TEST_F(PointSimulatorTest, RunsNothingTwice) {
    RunLog runs = log("runs.csv");
    int count = 0;
    const LocalOptions options{1};
    const PointSimulator simulate(loaded_, models_, options, runs, [&] { ++count; });
    const std::vector<Draws> first = simulate({{0.2}, {0.5}}, 2);
    EXPECT_EQ(count, 4);
    const std::vector<Draws> more = simulate({{0.5}, {0.7}}, 3);
    EXPECT_EQ(count, 8);  // one more of the known point, three of the new one
    EXPECT_EQ(more[0][0], first[1][0]);
    EXPECT_EQ(more[0][1], first[1][1]);
}

TEST_F(PointSimulatorTest, LeavesWhenAskedToStop) {
    RunLog runs = log("runs.csv");
    const std::atomic<bool> stop{true};
    const LocalOptions options{1, Backend::serial, &stop};
    const PointSimulator simulate(loaded_, models_, options, runs, {});
    EXPECT_THROW(simulate({{0.2}}, 2), CalibrationStopped);
}

TEST_F(PointSimulatorTest, IdentityFollowsWhatNumbersDependOn) {
    const std::string before = run_identity(loaded_);
    LoadedCalibration other = load_calibration(
        folder_.write("c.yaml", std::string(file_text) + "title: other\n"), models_, {}, {});
    EXPECT_EQ(run_identity(other), before);
    other.base.scenario.seed = 99;
    EXPECT_NE(run_identity(other), before);
}

}  // namespace
}  // namespace sim
