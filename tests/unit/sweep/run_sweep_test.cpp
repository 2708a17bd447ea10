// SPDX-License-Identifier: Apache-2.0
// Members of a sweep on this machine: the same numbers whatever the threads do, failures that stop
// nobody else, stops, and pasts that are gone through once.
#include "sim/sweep/run_sweep.hpp"

#include <map>

#include <gtest/gtest.h>

#include "tests/support/toy_model.hpp"
#include "tests/unit/sweep/walk_model.hpp"

namespace sim::testing {
namespace {

class Sink final : public MemberSink {
  public:
    std::size_t begin(const SweepMember&) override { return begun++; }
    void done(const SweepMember& member, std::size_t number,
              const std::vector<std::vector<double>>& values, double) override {
        EXPECT_TRUE(results.emplace(std::pair(member.point, member.replicate), values).second);
        EXPECT_LT(number, begun);
        if (on_done) {
            on_done();
        }
    }
    void failed(const SweepMember& member, const std::string& error) override {
        failures.emplace(std::pair(member.point, member.replicate), error);
    }

    std::size_t begun = 0;
    std::map<std::pair<std::size_t, std::uint32_t>, std::vector<std::vector<double>>> results{};
    std::map<std::pair<std::size_t, std::uint32_t>, std::string> failures{};
    std::function<void()> on_done{};
};

class RunSweep : public ::testing::Test {
  protected:
    LoadedExperiment load(const std::string& text, const std::string& scenario = {}) {
        folder_.write(
            "walk.yaml",
            "model: walk\ntime: {start: 2022Q3, end: 2024Q2, spin_up_years: 1}\nseed: 7\n" +
                scenario);
        return load_experiment(folder_.write("e.yaml", "base: walk.yaml\n" + text), models_, {},
                               "");
    }

    SweepEnd run(const LoadedExperiment& loaded, SweepOptions options, Sink& sink) {
        const SweepPlan plan(loaded);
        return run_sweep(plan, plan.members(), models_, options, sink);
    }

    TemporaryFolder folder_;
    ModelCatalogue models_ = walk_models();
};

constexpr const char* drifts =
    "factors: [{path: parameters.walk.drift, values: [-1, 0, 1, 2, 3]}]\nreplicates: 3\n";

TEST_F(RunSweep, GivesTheSameNumbersForAnyThreads) {
    const LoadedExperiment loaded = load(drifts);
    Sink one;
    EXPECT_EQ(run(loaded, {1, Backend::serial}, one), SweepEnd::all_ran);
    ASSERT_EQ(one.results.size(), 15U);
    EXPECT_NE(one.results.at({0, 0}), one.results.at({0, 1}));
    EXPECT_NE(one.results.at({0, 0}), one.results.at({1, 0}));
    for (const int threads : {2, 4, 40}) {
        Sink many;
        EXPECT_EQ(run(loaded, {threads, Backend::tbb}, many), SweepEnd::all_ran);
        EXPECT_EQ(many.results, one.results) << threads;
    }
}

TEST_F(RunSweep, GoesOnWhereAMemberFails) {
    const LoadedExperiment loaded = load(
        "factors: [{path: parameters.walk.fails_in_year, values: [0, 2023, 2030]}]\n"
        "replicates: 2\n");
    Sink sink;
    EXPECT_EQ(run(loaded, {2, Backend::tbb}, sink), SweepEnd::all_ran);
    EXPECT_EQ(sink.results.size(), 4U);
    ASSERT_EQ(sink.failures.size(), 2U);
    EXPECT_EQ(sink.failures.at({1, 0}), "walkers fell");
    Sink fast;
    SweepOptions options{1, Backend::serial};
    options.on_failure = OnFailure::stop;
    EXPECT_EQ(run(loaded, options, fast), SweepEnd::failed_fast);
    EXPECT_EQ(fast.results.size(), 2U);
    EXPECT_EQ(fast.failures.size(), 1U);
}

TEST_F(RunSweep, StopsWhenAskedOrOutOfTime) {
    const LoadedExperiment loaded = load(drifts);
    Sink sink;
    std::atomic<bool> stop{false};
    sink.on_done = [&] { stop = sink.results.size() == 4; };
    SweepOptions options{1, Backend::serial, &stop};
    EXPECT_EQ(run(loaded, options, sink), SweepEnd::stopped);
    EXPECT_EQ(sink.results.size(), 4U);
    Sink late;
    SweepOptions no_time{1, Backend::serial};
    no_time.deadline = std::chrono::steady_clock::now();
    EXPECT_EQ(run(loaded, no_time, late), SweepEnd::stopped);
    EXPECT_TRUE(late.results.empty());
}

TEST_F(RunSweep, EndsWhenItsResultsCannotBeKept) {
    const LoadedExperiment loaded = load(drifts);
    Sink sink;
    sink.on_done = [] { throw IoError("disk full"); };
    EXPECT_THROW(run(loaded, {2, Backend::tbb}, sink), IoError);
}

}  // namespace
}  // namespace sim::testing
