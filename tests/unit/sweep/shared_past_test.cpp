// SPDX-License-Identifier: Apache-2.0
// A run that begins from a kept or shared state equals the straight one, on any number of threads,
// and the past is gone through once.
#include "sim/sweep/shared_past.hpp"

#include <filesystem>
#include <map>

#include <gmock/gmock.h>

#include "sim/sweep/run_local.hpp"
#include "tests/support/toy_model.hpp"
#include "tests/unit/sweep/walk_model.hpp"

namespace sim::testing {
namespace {

using Records = std::map<std::pair<std::size_t, std::uint32_t>, Record>;

LoadedScenario scenario_of(const ModelCatalogue& models, const std::string& more = {}) {
    return load_scenario_text(
        "model: walk\ntime: {start: 2022Q3, end: 2024Q2, spin_up_years: 2}\nseed: 7\n" + more,
        "walk.yaml", models, {}, "");
}

class SharedPastTest : public ::testing::Test {
  protected:
    Records run(const std::vector<const LoadedScenario*>& scenarios, int threads, Past past,
                StateCache* cache = nullptr) {
        Records records;
        steps_taken = 0;
        EXPECT_TRUE(
            run_local(scenarios, models_, {.threads = threads, .past = past, .states = cache},
                      [&](std::size_t scenario, Record&& record) {
                          records.emplace(std::pair(scenario, record.replicate), std::move(record));
                      }));
        return records;
    }
    static void expect_same(const Records& a, const Records& b, const std::string& what) {
        ASSERT_EQ(a.size(), b.size()) << what;
        for (const auto& [key, record] : a) {
            EXPECT_EQ(b.at(key).hashes, record.hashes) << what;
            EXPECT_EQ(b.at(key).hash_times, record.hash_times) << what;
            EXPECT_EQ(b.at(key).times, record.times) << what;
            EXPECT_EQ(b.at(key).values, record.values) << what;
        }
    }

    static constexpr int spin_up = 8;
    static constexpr int rest = 8;
    ModelCatalogue models_ = walk_models();
    TemporaryFolder folder_;
    StateCacheLimits any_size_{.least_bytes = 0};
};

TEST_F(SharedPastTest, ARestoredRunEqualsTheStraightOne) {
    const LoadedScenario loaded = scenario_of(models_, "replicates: 2\n");
    const Records straight = run({&loaded}, 1, Past::recomputed);
    EXPECT_EQ(steps_taken, 2 * (spin_up + rest));
    StateCache first(folder_.path(), any_size_);
    expect_same(straight, run({&loaded}, 2, Past::shared, &first), "kept");
    EXPECT_EQ(steps_taken, 2 * (spin_up + rest));
    EXPECT_EQ(first.states_kept(), 2U);
    for (const int threads : {1, 2, 7}) {
        StateCache cache(folder_.path(), any_size_);
        expect_same(straight, run({&loaded}, threads, Past::shared, &cache),
                    std::to_string(threads));
        EXPECT_EQ(steps_taken, 2 * rest);
        EXPECT_EQ(cache.states_found(), 2U);
        EXPECT_EQ(cache.states_kept(), 0U);
    }
}

TEST_F(SharedPastTest, ScenariosOfOneOriginGoThroughThePastOnce) {
    const LoadedScenario a = scenario_of(models_, "title: One\nreplicates: 2\n");
    const LoadedScenario b = scenario_of(models_, "title: Two\nreplicates: 2\n");
    const LoadedScenario other =
        scenario_of(models_, "replicates: 2\nparameters: {walk.drift: 0.5}\n");
    const Records straight = run({&a, &b, &other}, 1, Past::recomputed);
    EXPECT_EQ(steps_taken, 6 * (spin_up + rest));
    // 1 and 2: groups side by side or one after another; 7: threads within.
    for (const int threads : {1, 2, 5, 7}) {
        expect_same(straight, run({&a, &b, &other}, threads, Past::shared),
                    std::to_string(threads));
        EXPECT_EQ(steps_taken, 4 * spin_up + 6 * rest) << threads;
    }
    // One group of three on two threads: its runs go side by side after the past.
    const LoadedScenario c = scenario_of(models_, "title: Three\n");
    const LoadedScenario d = scenario_of(models_, "title: Four\n");
    const Records two = run({&c, &d}, 2, Past::shared);
    EXPECT_EQ(steps_taken, spin_up + 2 * rest);
    EXPECT_EQ(two.at({0, 0}).hashes, straight.at({0, 0}).hashes);
    EXPECT_EQ(two.at({1, 0}).hashes, straight.at({0, 0}).hashes);
}

TEST_F(SharedPastTest, RunsThatRecordThePastBeginBeforeIt) {
    const LoadedScenario loaded = scenario_of(models_, "output: {spin_up: true}\n");
    const Records straight = run({&loaded}, 1, Past::recomputed);
    EXPECT_EQ(straight.at({0, 0}).times.size(), 16U);
    for (const std::size_t found : {0U, 1U}) {
        StateCache cache(folder_.path(), any_size_);
        expect_same(straight, run({&loaded}, 2, Past::shared, &cache), "spin-up recorded");
        EXPECT_EQ(steps_taken, spin_up + rest);
        EXPECT_EQ(cache.states_found(), found);
    }
    // The initial state serves a run that does not record the past, too.
    const LoadedScenario plain = scenario_of(models_);
    StateCache cache(folder_.path(), any_size_);
    run({&plain}, 1, Past::shared, &cache);
    EXPECT_EQ(cache.states_found(), 1U);
    EXPECT_EQ(cache.states_kept(), 1U);
}

TEST_F(SharedPastTest, EveryPartOfAScenarioThatShapesTheStateIsInItsOrigin) {
    const StateOrigin base = origin_at_fork(scenario_of(models_), 0);
    EXPECT_EQ(base.quarter, Quarter(2022, 2));
    EXPECT_EQ(origin_at_fork(scenario_of(models_, "title: Other\nreplicates: 3\n"), 0), base);
    EXPECT_NE(origin_at_fork(scenario_of(models_), 1), base);
    EXPECT_EQ(origin_at_fork(scenario_of(models_, "output: {spin_up: true}\n"), 0).quarter,
              Quarter(2020, 2));
    Overrides overrides;
    const auto with = [&](const std::string& path, const std::string& value) {
        overrides.set = {{path, value}};
        return origin_at_fork(
            load_scenario_text("model: walk\ntime: {start: 2022Q3, end: 2024Q2, spin_up_years: 2}\n"
                               "seed: 7\n",
                               "walk.yaml", models_, overrides, ""),
            0);
    };
    for (const auto& [path, value] : {std::pair<std::string, std::string>{"seed", "8"},
                                      {"scale", "1:5"},
                                      {"time.start", "2022Q4"},
                                      {"time.end", "2024Q3"},
                                      {"time.spin_up_years", "1"},
                                      {"parameters.walk.drift", "0.25"}}) {
        EXPECT_NE(with(path, value).key(), base.key()) << path;
    }
}

TEST(ForkQuarter, LiesBeforeEveryPolicyThatActs) {
    Scenario scenario;
    scenario.start = Quarter(2022, 3);
    scenario.end = Quarter(2030, 4);
    scenario.spin_up_years = 5;
    const Quarter initial(2017, 2);
    EXPECT_EQ(scenario.fork_quarter(), Quarter(2022, 2));
    PolicyEntry policy;
    policy.end = scenario.end;
    policy.start = scenario.start;
    scenario.policies = {policy};
    EXPECT_EQ(scenario.fork_quarter(), Quarter(2022, 2));
    scenario.policies.front().start = Quarter(2022, 2);
    EXPECT_EQ(scenario.fork_quarter(), initial);
    scenario.policies.front().strength = 0.0;
    EXPECT_EQ(scenario.fork_quarter(), Quarter(2022, 2));
    scenario.output.spin_up = true;
    EXPECT_EQ(scenario.fork_quarter(), initial);
    EXPECT_TRUE(scenario.origin().policies.empty());
    EXPECT_EQ(scenario.origin().output, OutputOptions{});
}

}  // namespace
}  // namespace sim::testing
