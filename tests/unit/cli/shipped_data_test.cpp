// SPDX-License-Identifier: Apache-2.0
// The shipped data are found next to a build tree and next to an installation.
#include "sim/cli/shipped_data.hpp"

#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

namespace sim::testing {
namespace {

namespace fs = std::filesystem;

class ShippedData : public ::testing::Test {
  protected:
    void SetUp() override {
        root_ = fs::weakly_canonical(fs::temp_directory_path()) /
                ("shipped_data_test_" + std::to_string(getpid()));
    }
    void TearDown() override { fs::remove_all(root_); }
    fs::path root_;
};

TEST_F(ShippedData, OfABuildTree) {
    fs::create_directories(root_ / "scenarios/data");
    fs::create_directories(root_ / "build/release");
    EXPECT_EQ(shipped_data_near((root_ / "build/release").string()),
              (root_ / "scenarios/data").string());
}

TEST_F(ShippedData, OfAnInstallation) {
    fs::create_directories(root_ / "share/tandem/scenarios/data");
    fs::create_directories(root_ / "bin");
    EXPECT_EQ(shipped_data_near((root_ / "bin").string()),
              (root_ / "share/tandem/scenarios/data").string());
}

TEST_F(ShippedData, NoneIsEmpty) {
    fs::create_directories(root_ / "a/b/c");
    EXPECT_EQ(shipped_data_near((root_ / "a/b/c").string()), "");
}

}  // namespace
}  // namespace sim::testing
