// SPDX-License-Identifier: Apache-2.0
// Sweep folders: what may be opened how, and what is read back.
#include "sim/sweep/store/sweep_folder.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "sim/scenario/text_file.hpp"
#include "sim/sweep/store/manifest.hpp"
#include "tests/support/toy_model.hpp"
#include "tests/unit/sweep/walk_model.hpp"

namespace sim::testing {
namespace {

namespace fs = std::filesystem;

class SweepFolderTest : public ::testing::Test {
  protected:
    SweepFolderTest() {
        temporary_.write("walk.yaml", "model: walk\ntime: {start: 2022Q3, end: 2024Q2}\nseed: 7\n");
    }
    LoadedExperiment load(const std::string& text) {
        return load_experiment(temporary_.write("e.yaml", "base: walk.yaml\n" + text), models_, {},
                               "");
    }
    std::string path() const { return temporary_.path() + "/sweep"; }

    TemporaryFolder temporary_;
    ModelCatalogue models_ = walk_models();
};

constexpr const char* two_drifts =
    "title: Two, of them\nfactors: [{path: parameters.walk.drift, values: [0, 0.5]}]\nreplicates: "
    "2\n";

TEST_F(SweepFolderTest, SaysWhatItHolds) {
    const LoadedExperiment loaded = load(two_drifts);
    const SweepPlan plan(loaded);
    const SweepFolder folder(path(), plan, SweepOpening::fresh);
    const SweepManifest manifest = read_manifest_file(path() + "/manifest.json");
    EXPECT_EQ(manifest.title, "Two, of them");
    EXPECT_EQ(manifest.points, 2U);
    EXPECT_EQ(manifest.replicates, 2U);
    EXPECT_EQ(manifest.identity, folder.layout().identity);
    ASSERT_EQ(manifest.factors.size(), 1U);
    EXPECT_EQ(manifest.factors[0].name, "drift");
    EXPECT_EQ(manifest.factors[0].levels, 2U);
    EXPECT_EQ(manifest.measures, folder.layout().variables);
    const auto inputs = read_design_inputs(path() + "/design.csv");
    ASSERT_EQ(inputs.size(), 2U);
    EXPECT_EQ(inputs[1], plan.points()[1].inputs);
    EXPECT_TRUE(folder.finished().rows.empty());
}

TEST_F(SweepFolderTest, IsReplacedOnlyWhenAsked) {
    const LoadedExperiment loaded = load(two_drifts);
    const SweepPlan plan(loaded);
    const SweepFolder folder(path(), plan, SweepOpening::resumed);  // a missing one is begun
    {
        ShardWriter writer = ShardWriter::open(folder.shards_path(), "local", folder.layout(), 2);
        writer.write(writer.reserve(), plan.key({1, 1}), {{2.5}}, 0.1);
    }
    temporary_.write("sweep/notes.txt", "mine");
    folder.write_failure(plan, {0, 0}, "it fell");
    EXPECT_EQ(folder.failures(), 1U);
    EXPECT_THROW(SweepFolder(path(), plan, SweepOpening::fresh), IoError);
    const SweepFolder again(path(), plan, SweepOpening::resumed);
    EXPECT_TRUE(again.finished().rows.contains(plan.key({1, 1})));
    again.forget_failure(plan, {0, 0});
    EXPECT_EQ(again.failures(), 0U);
    const SweepFolder anew(path(), plan, SweepOpening::replaced);
    EXPECT_TRUE(anew.finished().rows.empty());
    EXPECT_TRUE(fs::exists(path() + "/notes.txt"));
}

TEST_F(SweepFolderTest, GoesOnWithMorePointsButNotWithOtherMeasures) {
    const LoadedExperiment small = load(two_drifts);
    const SweepPlan small_plan(small);
    const SweepFolder folder(path(), small_plan, SweepOpening::fresh);
    {
        ShardWriter writer = ShardWriter::open(folder.shards_path(), "local", folder.layout(), 2);
        writer.write(writer.reserve(), small_plan.key({1, 0}), {{2.5}}, 0.1);
    }
    const LoadedExperiment large =
        load("factors: [{path: parameters.walk.drift, values: [-1, 0.5, 3]}]\nreplicates: 4\n");
    const SweepPlan large_plan(large);
    const SweepFolder more(path(), large_plan, SweepOpening::resumed);
    EXPECT_TRUE(more.finished().rows.contains(large_plan.key({1, 0})));
    const LoadedExperiment other = load(
        "factors: [{path: parameters.walk.drift, values: [0, 0.5]}]\n"
        "measures: [{outcome: distance, by: time}]\n");
    const SweepPlan other_plan(other);
    EXPECT_THROW(SweepFolder(path(), other_plan, SweepOpening::resumed), UserError);
}

TEST_F(SweepFolderTest, CollectsWhatIsThere) {
    const LoadedExperiment loaded = load(two_drifts);
    const SweepPlan plan(loaded);
    const SweepFolder folder(path(), plan, SweepOpening::fresh);
    const auto write = [&](const SweepMember& member) {
        ShardWriter writer = ShardWriter::open(folder.shards_path(), "local", folder.layout(), 4);
        writer.write(writer.reserve(), plan.key(member), {{2.5}}, 0.1);
    };
    write({1, 0});
    EXPECT_EQ(folder.collect(plan, folder.finished(), Collect::by_reference), 1U);
    write({0, 1});
    EXPECT_EQ(folder.collect(plan, folder.finished(), Collect::by_copy), 2U);
    EXPECT_TRUE(fs::exists(path() + "/collected.h5"));
}

}  // namespace
}  // namespace sim::testing
