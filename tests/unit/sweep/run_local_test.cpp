// SPDX-License-Identifier: Apache-2.0
// Replicates on this machine: same bits whatever the threads do, stopping, and failures.
#include "sim/sweep/run_local.hpp"

#include <atomic>
#include <map>
#include <utility>

#include <gtest/gtest.h>

#include "tests/unit/sweep/walk_model.hpp"

namespace sim::testing {
namespace {

using Records = std::map<std::pair<std::size_t, std::uint32_t>, Record>;

class RunLocal : public ::testing::Test {
  protected:
    Records run(const std::vector<const LoadedScenario*>& scenarios, LocalOptions options) {
        Records records;
        all_done_ =
            run_local(scenarios, models_, options, [&](std::size_t scenario, Record&& record) {
                const auto key = std::pair(scenario, record.replicate);
                EXPECT_FALSE(records.contains(key));
                records.emplace(key, std::move(record));
            });
        return records;
    }

    ModelCatalogue models_ = walk_models();
    bool all_done_ = false;
};

TEST_F(RunLocal, GivesTheSameBitsForAnyThreadsAndBackend) {
    const LoadedScenario base = walk_scenario(models_, "replicates: 3\n");
    const LoadedScenario other =
        walk_scenario(models_, "replicates: 3\nparameters: {walk.drift: 0.5}\n");
    const Records serial = run({&base, &other}, {1, Backend::serial});
    ASSERT_EQ(serial.size(), 6U);
    EXPECT_NE(serial.at({0, 0}).hashes, serial.at({0, 1}).hashes);
    EXPECT_NE(serial.at({0, 0}).hashes, serial.at({1, 0}).hashes);
    // 2 and 6 run replicates side by side, 8 runs threads within a replicate.
    for (const int threads : {1, 2, 6, 8}) {
        const Records parallel = run({&base, &other}, {threads, Backend::tbb});
        EXPECT_TRUE(all_done_);
        ASSERT_EQ(parallel.size(), serial.size()) << threads << " threads";
        for (const auto& [key, record] : serial) {
            EXPECT_EQ(parallel.at(key).hashes, record.hashes) << threads << " threads";
            EXPECT_EQ(parallel.at(key).values, record.values) << threads << " threads";
        }
    }
}

TEST_F(RunLocal, CountsEveryQuarter) {
    const LoadedScenario loaded = walk_scenario(models_, "replicates: 4\n");
    std::atomic<int> quarters{0};
    run({&loaded}, {2, Backend::tbb, nullptr, [&] { ++quarters; }});
    EXPECT_EQ(quarters, 4 * 8);
}

TEST_F(RunLocal, HandsOverNothingWhenStoppedBefore) {
    const LoadedScenario loaded = walk_scenario(models_, "replicates: 2\n");
    const std::atomic<bool> stop{true};
    EXPECT_TRUE(run({&loaded}, {1, Backend::tbb, &stop}).empty());
    EXPECT_FALSE(all_done_);
}

TEST_F(RunLocal, KeepsWhatIsCompleteWhenStopped) {
    const LoadedScenario loaded = walk_scenario(models_, "replicates: 3\n");
    std::atomic<bool> stop{false};
    std::atomic<int> quarters{0};
    // One after another: 8 quarters of the first replicate, 4 of the second.
    const Records records = run({&loaded}, {1, Backend::serial, &stop, [&] {
                                                if (++quarters == 12) {
                                                    stop = true;
                                                }
                                            }});
    EXPECT_FALSE(all_done_);
    EXPECT_EQ(records.size(), 1U);
    EXPECT_TRUE(records.contains({0, 0}));
    EXPECT_EQ(quarters, 12);
}

TEST_F(RunLocal, AStopAfterTheLastQuarterIsNoStop) {
    const LoadedScenario loaded = walk_scenario(models_, "replicates: 1\n");
    std::atomic<bool> stop{false};
    std::atomic<int> quarters{0};
    const Records records = run({&loaded}, {1, Backend::serial, &stop, [&] {
                                                if (++quarters == 8) {
                                                    stop = true;
                                                }
                                            }});
    EXPECT_TRUE(all_done_);
    EXPECT_EQ(records.size(), 1U);
}

TEST_F(RunLocal, PassesFailuresOnAndStopsTheRest) {
    const LoadedScenario sound = walk_scenario(models_, "replicates: 2\n");
    const LoadedScenario failing =
        walk_scenario(models_, "replicates: 2\nparameters: {walk.fails_in_year: 2023}\n");
    for (const int threads : {1, 2, 8}) {
        std::atomic<int> quarters{0};
        EXPECT_THROW(run({&failing, &sound}, {threads, Backend::tbb, nullptr, [&] { ++quarters; }}),
                     std::runtime_error);
        EXPECT_LT(quarters, 4 * 8);
    }
}

TEST_F(RunLocal, NeedsAThread) {
    const LoadedScenario loaded = walk_scenario(models_);
    EXPECT_THROW(run({&loaded}, {0, Backend::tbb}), ContractError);
}

}  // namespace
}  // namespace sim::testing
