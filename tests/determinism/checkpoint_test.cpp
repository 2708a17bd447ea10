// SPDX-License-Identifier: Apache-2.0
// A run that is taken down at the end of every single quarter, and gone on with by new objects on
// other threads, is the straight run bit for bit. Whatever a model or an instrument carried from
// one quarter into the next outside its tables would be lost here.
#include <filesystem>

#include <gmock/gmock.h>

#include "models/classic/classic.hpp"
#include "models/vocational/model.hpp"
#include "sim/checkpoint/checkpoints.hpp"
#include "sim/model/run.hpp"
#include "sim/scenario/load.hpp"
#include "sim/sweep/checkpoint_origin.hpp"
#include "tests/support/toy_model.hpp"

namespace sim::testing {
namespace {

template <class T>
std::string bytes_of(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

void expect_same(const Record& straight, const Record& other) {
    EXPECT_EQ(straight.times, other.times);
    EXPECT_EQ(straight.hash_times, other.hash_times);
    EXPECT_EQ(straight.hashes, other.hashes);
    EXPECT_EQ(straight.balances, other.balances);
    ASSERT_EQ(straight.values.size(), other.values.size());
    for (std::size_t v = 0; v < straight.values.size(); ++v) {
        EXPECT_EQ(bytes_of(straight.values[v]), bytes_of(other.values[v])) << "variable " << v;
    }
    ASSERT_EQ(straight.tables.size(), other.tables.size());
    for (std::size_t t = 0; t < straight.tables.size(); ++t) {
        EXPECT_EQ(straight.tables[t].group, other.tables[t].group);
        ASSERT_EQ(straight.tables[t].values.size(), other.tables[t].values.size());
        for (std::size_t c = 0; c < straight.tables[t].values.size(); ++c) {
            EXPECT_EQ(bytes_of(straight.tables[t].values[c]), bytes_of(other.tables[t].values[c]))
                << straight.tables[t].group << ' ' << straight.tables[t].columns[c].name;
        }
    }
    ASSERT_EQ(straight.timing.size(), other.timing.size());
}

class Checkpoint : public ::testing::Test {
  protected:
    Checkpoint() {
        models_.add(vocational::make_model);
        classic::register_classic(models_);
    }

    LoadedScenario load(const std::string& file, const Overrides& overrides) const {
        const std::string scenarios = std::string(SIM_SOURCE_DIR) + "/scenarios/";
        return load_scenario(scenarios + file, models_, overrides, scenarios + "data");
    }

    Record straight(const LoadedScenario& loaded) const {
        const auto executor = make_executor(Backend::serial, 1);
        sim::Run run(make_model(loaded, models_), loaded.scenario, 3);
        return run.simulate({executor.get()});
    }

    // Each run simulates one quarter.
    Record in_pieces(const LoadedScenario& loaded) {
        Checkpoints checkpoints(folder_.path() + "/run.checkpoint.",
                                [](const std::string& words) { ADD_FAILURE() << words; });
        for (pieces_ = 1;; ++pieces_) {
            const auto executor = make_executor(Backend::tbb, 1 + pieces_ % 3);
            const auto checkpoint = checkpoints.of("3", 0, [&] {
                return checkpoint_origin(loaded.scenario, *loaded.model, loaded.data_hash, 3);
            });
            checkpoint->find(*executor);
            std::atomic<bool> stop{false};
            int quarters = 0;
            RunOptions options{executor.get(), &stop, [&] { stop = ++quarters == pieces_; }};
            options.checkpoints = checkpoint.get();
            sim::Run run(make_model(loaded, models_), loaded.scenario, 3);
            Record record = run.simulate(options);
            if (record.complete) {
                checkpoint->remove();
                return record;
            }
            EXPECT_EQ(quarters, pieces_);
            EXPECT_EQ(checkpoints.in_place(), 1U);
        }
    }

    void expect_same_in_pieces(const std::string& file, Overrides overrides) {
        const LoadedScenario loaded = load(file, overrides);
        const Record whole = straight(loaded);
        ASSERT_TRUE(whole.complete);
        expect_same(whole, in_pieces(loaded));
        EXPECT_EQ(pieces_, loaded.scenario.quarters());
        EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
    }

    static Overrides small() {
        Overrides overrides;
        overrides.scale = "1:50000";
        overrides.panel = "0.2";
        overrides.set = {{"time.spin_up_years", "1"}};
        return overrides;
    }

    ModelCatalogue models_;
    TemporaryFolder folder_;
    int pieces_ = 0;
};

TEST_F(Checkpoint, EveryInstrumentOfTheBundle) {
    Overrides overrides = small();
    overrides.until = "2026Q4";
    expect_same_in_pieces("bundles/opinions-2022.yaml", overrides);
}

TEST_F(Checkpoint, APilotThatEndsAndRollsOut) {
    Overrides overrides = small();
    overrides.until = "2026Q2";
    expect_same_in_pieces("bundles/article-03.yaml", overrides);
}

TEST_F(Checkpoint, PoliciesAndOutputsBeforeTheStart) {
    Overrides overrides = small();
    overrides.until = "2023Q2";
    overrides.set.emplace_back("output.spin_up", "true");
    overrides.set.emplace_back("policies.track_ratio.start", "2021Q4");
    expect_same_in_pieces("policies/track_ratio.yaml", overrides);
}

TEST_F(Checkpoint, ClassicModels) {
    for (const char* file : {"classic/boltzmann_wealth.yaml", "classic/schelling.yaml",
                             "classic/mobility_cycle.yaml"}) {
        SCOPED_TRACE(file);
        expect_same_in_pieces(file, {});
    }
}

}  // namespace
}  // namespace sim::testing
