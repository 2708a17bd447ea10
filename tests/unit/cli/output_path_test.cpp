// SPDX-License-Identifier: Apache-2.0
// Names of result files, and every reason why one is refused before computing.
#include "sim/cli/output_path.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "sim/core/error.hpp"

namespace sim::testing {
namespace {

namespace fs = std::filesystem;

class OutputPath : public ::testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  ("output_path_test_" + std::to_string(getpid()) + "_" +
                   ::testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(folder_);
    }
    void TearDown() override {
        fs::permissions(folder_, fs::perms::owner_all);
        fs::remove_all(folder_);
    }
    std::string in_folder(const std::string& name) const { return (folder_ / name).string(); }

    fs::path folder_;
};

TEST_F(OutputPath, DefaultsToTheStemOfTheScenario) {
    EXPECT_EQ(stem_of("scenarios/policies/wage.floor.yaml"), "wage.floor");
    EXPECT_EQ(default_output({"baseline"}), "results/baseline.h5");
    EXPECT_EQ(default_output({"baseline", "reform"}), "results/baseline_vs_reform.h5");
    EXPECT_EQ(default_output({"a", "b", "c", "d", "e"}), "results/a_vs_4_scenarios.h5");
}

TEST_F(OutputPath, TakesANewFileInANewFolderAndMakesNothing) {
    EXPECT_NO_THROW(check_output(in_folder("new/deep/x.h5"), Replace::never));
    EXPECT_FALSE(fs::exists(in_folder("new")));
    make_output_folder(in_folder("new/deep/x.h5"));
    EXPECT_TRUE(fs::is_directory(in_folder("new/deep")));
}

TEST_F(OutputPath, ReplacesOnlyWhenAllowed) {
    std::ofstream(in_folder("x.h5")) << "something";
    EXPECT_THROW(check_output(in_folder("x.h5"), Replace::never), IoError);
    EXPECT_NO_THROW(check_output(in_folder("x.h5"), Replace::allowed));
    EXPECT_EQ(fs::file_size(in_folder("x.h5")), 9U);
}

TEST_F(OutputPath, RefusesWhatIsNoPlaceForAFile) {
    EXPECT_THROW(check_output(folder_.string(), Replace::allowed), IoError);
    EXPECT_THROW(check_output(in_folder("new") + "/", Replace::allowed), IoError);
    std::ofstream(in_folder("file")) << "x";
    EXPECT_THROW(check_output(in_folder("file/x.h5"), Replace::never), IoError);
    EXPECT_THROW(make_output_folder(in_folder("file/deep/x.h5")), IoError);
}

TEST_F(OutputPath, KeepsStatesBesideTheResultOrInAFolder) {
    EXPECT_EQ(default_state_cache("results/x.h5"), "results/.tandem-cache");
    EXPECT_EQ(default_state_cache("x.h5"), "./.tandem-cache");
    std::ofstream(in_folder("file")) << "x";
    EXPECT_THROW(check_state_cache(in_folder("file")), IoError);
    EXPECT_NO_THROW(check_state_cache(in_folder("new")));
    EXPECT_NO_THROW(check_state_cache(folder_.string()));
    EXPECT_NO_THROW(check_state_cache(""));
}

TEST_F(OutputPath, RefusesAFolderThatCannotBeWritten) {
    if (geteuid() == 0) {
        GTEST_SKIP() << "root may write everywhere";
    }
    fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_THROW(check_output(in_folder("x.h5"), Replace::never), IoError);
    EXPECT_THROW(check_output(in_folder("new/x.h5"), Replace::never), IoError);
}

}  // namespace
}  // namespace sim::testing
