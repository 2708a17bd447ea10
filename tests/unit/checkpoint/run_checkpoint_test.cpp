// SPDX-License-Identifier: Apache-2.0
// A record comes back bit for bit beside its state; the last checkpoint stays until the next one is
// whole; whatever bytes a file holds, it is used as it was written or not at all.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>

#include <gmock/gmock.h>

#include "sim/checkpoint/checkpoints.hpp"
#include "sim/random/rng.hpp"
#include "tests/support/toy_model.hpp"
#include "tests/unit/checkpoint/odd_world.hpp"

namespace sim::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RunCheckpointTest : public ::testing::Test {
  protected:
    RunCheckpointTest() { saved_.fill(); }

    static Record record() {
        Record record;
        record.replicate = 2;
        record.times = {Quarter(2022, 1), Quarter(2022, 2)};
        record.values = {{1.0, -0.0}, {std::numeric_limits<double>::quiet_NaN(), 1.0 / 3.0}, {}};
        record.hash_times = {Quarter(2022, 1), Quarter(2022, 2)};
        record.hashes = {11, 0xFFFFFFFFFFFFFFFFULL};
        record.timing = {{"step", 0.25}, {"walk", 2.0}};
        record.balances = {-5, std::numeric_limits<std::int64_t>::max()};
        record.tables = {{"panel", "event", "Events.", {{}, {}}, {{1.0}, {2.0}}},
                         {"ledger", "entry", "Flows.", {{}}, {{7.0, 8.0, 9.0}}}};
        return record;
    }

    std::unique_ptr<RunCheckpoint> checkpoint(const std::string& name = "2",
                                              std::uint64_t seed = 7) {
        return checkpoints_.of(name, 4, [seed] {
            StateOrigin origin = about_odd_world().origin;
            origin.seed = seed;
            origin.quarter = {};
            return origin;
        });
    }
    void save(const std::string& name = "2") {
        checkpoint(name)->save(Quarter(2022, 2), saved_.world, record(), *serial_);
    }
    std::string path(const std::string& name = "2") const { return prefix_ + name; }

    std::string bytes() const {
        std::ifstream file(path(), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    TemporaryFolder folder_;
    std::string prefix_ = folder_.path() + "/below/job.checkpoint.";
    std::vector<std::string> troubles_;
    Checkpoints checkpoints_{prefix_,
                             [this](const std::string& words) { troubles_.push_back(words); }};
    std::unique_ptr<Executor> serial_ = make_executor(Backend::serial, 1);
    OddWorld saved_;
};

TEST_F(RunCheckpointTest, GivesStateAndRecordBack) {
    save();
    const auto found = checkpoint();
    found->find(*serial_);
    ASSERT_EQ(found->reached(), Quarter(2022, 2));
    OddWorld world;
    const Record back = found->restore(world.world, *serial_);
    EXPECT_EQ(world.world.hash(*serial_), saved_.world.hash(*serial_));
    const Record was = record();
    EXPECT_EQ(back.replicate, was.replicate);
    EXPECT_EQ(back.times, was.times);
    ASSERT_EQ(back.values.size(), 3U);
    EXPECT_TRUE(std::signbit(back.values[0][1]));
    EXPECT_TRUE(std::isnan(back.values[1][0]));
    EXPECT_EQ(back.values[1][1], 1.0 / 3.0);
    EXPECT_THAT(back.values[2], IsEmpty());
    EXPECT_EQ(back.hashes, was.hashes);
    EXPECT_EQ(back.balances, was.balances);
    ASSERT_EQ(back.timing.size(), 2U);
    EXPECT_EQ(back.timing[1].seconds, 2.0);
    ASSERT_EQ(back.tables.size(), 2U);
    EXPECT_EQ(back.tables[0].group, "panel");
    EXPECT_THAT(back.tables[0].values, ElementsAre(ElementsAre(1.0), ElementsAre(2.0)));
    EXPECT_THAT(back.tables[1].values, ElementsAre(ElementsAre(7.0, 8.0, 9.0)));
    EXPECT_THAT(troubles_, IsEmpty());
    EXPECT_EQ(checkpoints_.found(), 1U);
    EXPECT_EQ(checkpoints_.written(), 1U);
}

TEST_F(RunCheckpointTest, GivesPortraitsBack) {
    const Portrait portrait{{{Identity{7}, 2}, {Identity{1ULL << 40U}, 1}},
                            {0, 3, 1},
                            {{1, Portrait::none, 5}, {0, 0, 65534}}};
    const StateOrigin origin = about_odd_world().origin;
    EXPECT_FALSE(checkpoints_.kept_portrait("1-2", origin, *serial_));
    fs::create_directories(folder_.path() + "/below");
    checkpoints_.keep_portrait("1-2", origin, portrait, *serial_);
    EXPECT_EQ(checkpoints_.in_place(), 0U);
    EXPECT_THAT(troubles_, IsEmpty());
    const auto back = checkpoints_.kept_portrait("1-2", origin, *serial_);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->spans, portrait.spans);
    EXPECT_EQ(back->cell, portrait.cell);
    EXPECT_EQ(back->outcomes, portrait.outcomes);

    StateOrigin other = origin;
    ++other.seed;
    EXPECT_FALSE(checkpoints_.kept_portrait("1-2", other, *serial_));
    save("1-3");  // a checkpoint is no portrait
    fs::rename(path("1-3"), path("1-3.portrait"));
    EXPECT_FALSE(checkpoints_.kept_portrait("1-3", origin, *serial_));
    EXPECT_THAT(troubles_,
                ElementsAre(HasSubstr("is of another run: seed"), HasSubstr("is no portrait")));
    checkpoints_.remove_all();
    EXPECT_FALSE(fs::exists(path("1-2.portrait")) || fs::exists(path("1-3.portrait")));
}

TEST_F(RunCheckpointTest, NoneIsNoTrouble) {
    const auto none = checkpoint();
    none->find(*serial_);
    EXPECT_FALSE(none->reached());
    none->remove();
    EXPECT_THAT(troubles_, IsEmpty());
}

TEST_F(RunCheckpointTest, RefusesThatOfAnotherRun) {
    save();
    const auto other = checkpoint("2", 8);
    other->find(*serial_);
    EXPECT_FALSE(other->reached());
    EXPECT_THAT(troubles_,
                ElementsAre(::testing::AllOf(HasSubstr("seed is 7, not 8"),
                                             HasSubstr("not used, replicate 2 begins anew"))));
    other->remove();  // when the run has ended
    EXPECT_FALSE(fs::exists(path()));
}

TEST_F(RunCheckpointTest, AnyBytesAreUsedAsWrittenOrNotAtAll) {
    save();
    const std::string whole = bytes();
    const Stream stream(1, 0, Purpose("fuzz"));
    int refused = 0;
    constexpr int tries = 300;
    for (std::uint32_t number = 0; number < tries; ++number) {
        Rng rng = stream.at(Identity{number}, 0);
        std::string text = whole;
        const auto place = [&] {
            // Half of them where few bytes mean much: the first words and the manifest.
            const double u = rng.uniform();
            const double v = rng.uniform();
            const auto size = static_cast<double>(whole.size());
            return static_cast<std::size_t>(u < 0.25  ? v * 48.0
                                            : u < 0.5 ? size - 1.0 - v * 6000.0
                                                      : v * (size - 1.0));
        };
        if (number % 3 == 0) {
            text.resize(place());
        } else {
            for (int flips = number % 2 == 0 ? 1 : 40; flips > 0; --flips) {
                char& byte = text[place()];
                byte = static_cast<char>(byte ^ (1 << (flips % 8)));
            }
        }
        std::ofstream(path(), std::ios::binary | std::ios::trunc) << text;
        const auto changed = checkpoint();
        changed->find(*serial_);
        if (changed->reached()) {  // a byte between two columns
            OddWorld world;
            const Record back = changed->restore(world.world, *serial_);
            EXPECT_EQ(world.world.hash(*serial_), saved_.world.hash(*serial_));
            EXPECT_EQ(back.balances, record().balances);
        } else {
            ++refused;
        }
    }
    EXPECT_EQ(troubles_.size(), static_cast<std::size_t>(refused));
    EXPECT_GT(refused, tries * 9 / 10);
}

TEST_F(RunCheckpointTest, WhatCannotBeWrittenLeavesTheLastOne) {
    save();
    const std::string before = bytes();
    folder_.write("file", "in the way");
    Checkpoints blocked(folder_.path() + "/file/job.",
                        [this](const std::string& words) { troubles_.push_back(words); });
    blocked.of("2", 4, [] { return about_odd_world().origin; })
        ->save(Quarter(2022, 2), saved_.world, record(), *serial_);
    EXPECT_THAT(troubles_, ElementsAre(HasSubstr("goes on without it")));
    EXPECT_EQ(blocked.written(), 0U);
    EXPECT_EQ(bytes(), before);
}

TEST_F(RunCheckpointTest, RemovesItsOwnAlone) {
    save("0-2");
    save("00ff-0012");
    std::ofstream(path("1.partial-aB3dEf")) << "half";
    std::ofstream(path("notes")) << "of somebody else";
    std::ofstream(path("")) << "of somebody else";
    EXPECT_EQ(checkpoints_.in_place(), 2U);
    checkpoints_.remove_leavings();  // none is old enough
    EXPECT_TRUE(fs::exists(path("1.partial-aB3dEf")));
    fs::last_write_time(path("1.partial-aB3dEf"),
                        fs::file_time_type::clock::now() - std::chrono::hours(2));
    checkpoints_.remove_leavings();
    EXPECT_FALSE(fs::exists(path("1.partial-aB3dEf")));
    checkpoints_.remove_all();
    EXPECT_EQ(checkpoints_.in_place(), 0U);
    EXPECT_TRUE(fs::exists(path("notes")));
    EXPECT_TRUE(fs::exists(path("")));
}

}  // namespace
}  // namespace sim::testing
