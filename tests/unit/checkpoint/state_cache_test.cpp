// SPDX-License-Identifier: Apache-2.0
// A cache gives back what was kept, treats everything else as absent, and stays within its size.
#include "sim/checkpoint/state_cache.hpp"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/toy_model.hpp"
#include "tests/unit/checkpoint/odd_world.hpp"

namespace sim::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class StateCacheTest : public ::testing::Test {
  protected:
    StateCacheTest() { saved_.fill(); }

    StateFile::About about(std::uint64_t seed) const {
        StateFile::About about = about_odd_world();
        about.origin.seed = seed;
        return about;
    }
    bool keep(StateCache& cache, std::uint64_t seed) {
        return cache.keep(about(seed), saved_.world, *serial_).has_value();
    }
    bool finds(StateCache& cache, std::uint64_t seed) {
        return cache.find(about(seed).origin, OddWorld().world, *serial_).has_value();
    }
    std::string path_of(std::uint64_t seed) const {
        return path_ + '/' + about(seed).origin.key() + ".state";
    }
    // Marks a file as used `seconds` ago.
    void age(std::uint64_t seed, int seconds) const {
        fs::last_write_time(path_of(seed),
                            fs::file_time_type::clock::now() - std::chrono::seconds(seconds));
    }

    TemporaryFolder folder_;
    std::string path_ = folder_.path() + "/cache";
    std::unique_ptr<Executor> serial_ = make_executor(Backend::serial, 1);
    OddWorld saved_;
};

TEST_F(StateCacheTest, FindsWhatItKept) {
    StateCache cache(path_);
    EXPECT_FALSE(finds(cache, 1));
    EXPECT_TRUE(keep(cache, 1));
    EXPECT_TRUE(finds(cache, 1));
    EXPECT_FALSE(finds(cache, 2));
    StateCache later(path_);
    EXPECT_TRUE(finds(later, 1));
    EXPECT_EQ(later.states_found(), 1U);
    EXPECT_EQ(cache.states_kept(), 1U);
    EXPECT_THAT(cache.troubles(), ElementsAre());
}

TEST_F(StateCacheTest, TakesDamagedFilesForAbsentAndReplacesThem) {
    StateCache cache(path_);
    keep(cache, 1);
    fs::resize_file(path_of(1), 10'000);
    EXPECT_FALSE(finds(cache, 1));
    EXPECT_THAT(cache.troubles(), ElementsAre(HasSubstr("cut off")));
    EXPECT_TRUE(keep(cache, 1));
    EXPECT_TRUE(finds(cache, 1));
}

TEST_F(StateCacheTest, RefusesTheStateOfAnotherRunUnderItsName) {
    StateCache cache(path_);
    keep(cache, 1);
    fs::copy_file(path_of(1), path_of(2));
    EXPECT_FALSE(finds(cache, 2));
    EXPECT_THAT(cache.troubles(), ElementsAre(HasSubstr("seed is 1, not 2")));
}

TEST_F(StateCacheTest, RefusesAWorldThatItDoesNotFit) {
    StateCache cache(path_);
    keep(cache, 1);
    EXPECT_FALSE(cache.find(about(1).origin, World(), *serial_).has_value());
    EXPECT_THAT(cache.troubles(), ElementsAre(HasSubstr("tables")));
}

TEST_F(StateCacheTest, KeepsNothingThatIsNotWorthIt) {
    StateCache cache(path_, {.least_bytes = 1U << 30U});
    EXPECT_FALSE(keep(cache, 1));
    EXPECT_FALSE(fs::exists(path_));
}

TEST_F(StateCacheTest, RemovesWhatWasNotUsedForLongest) {
    StateCache unlimited(path_);
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        keep(unlimited, seed);
    }
    const std::uint64_t bytes = fs::file_size(path_of(1));
    age(1, 300);
    age(2, 200);
    age(3, 100);
    EXPECT_TRUE(finds(unlimited, 1));  // used now: 2 is the oldest
    StateCache limited(path_, {.most_bytes = 3 * bytes});
    EXPECT_TRUE(keep(limited, 4));
    EXPECT_TRUE(fs::exists(path_of(1)));
    EXPECT_FALSE(fs::exists(path_of(2)));
    EXPECT_TRUE(fs::exists(path_of(3)));
    EXPECT_TRUE(fs::exists(path_of(4)));
    StateCache tiny(path_, {.most_bytes = bytes / 2});
    EXPECT_FALSE(keep(tiny, 5));
    EXPECT_THAT(tiny.troubles(), ElementsAre(HasSubstr("larger than the whole cache")));
}

TEST_F(StateCacheTest, SweepsUpWhatAProcessLeftBehind) {
    StateCache cache(path_);
    keep(cache, 1);
    const std::string old = path_of(1) + ".partial-abcdef";
    const std::string young = path_of(1) + ".partial-ghijkl";
    std::ofstream(old) << "x";
    std::ofstream(young) << "x";
    fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(2));
    keep(cache, 2);
    EXPECT_FALSE(fs::exists(old));
    EXPECT_TRUE(fs::exists(young));
}

TEST_F(StateCacheTest, GoesOnWithoutAFolder) {
    folder_.write("cache", "a file stands where the folder should be");
    StateCache cache(path_);
    EXPECT_FALSE(keep(cache, 1));
    EXPECT_FALSE(finds(cache, 1));
    EXPECT_EQ(cache.troubles().size(), 1U);
}

}  // namespace
}  // namespace sim::testing
