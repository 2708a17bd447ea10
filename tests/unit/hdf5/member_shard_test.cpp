// SPDX-License-Identifier: Apache-2.0
// Shards: rows that are marked are whole, whatever happens to their writer.
#include "sim/hdf5/member_shard.hpp"

#include <cmath>
#include <csignal>
#include <filesystem>
#include <map>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/core/error.hpp"
#include "sim/hdf5/collected_file.hpp"
#include "sim/hdf5/h5_dataset.hpp"
#include "tests/support/toy_model.hpp"

namespace sim::testing {
namespace {

MemberLayout layout(const std::string& identity = "one") {
    return {identity,
            {{"gini", "1", "A number."}, {"wage", "CNY", "An array.", {"sex"}, 2}},
            {{"sex", {"female", "male"}, "Sex."}},
            {}};
}

MemberKey key(std::uint64_t number) {
    return {number, ~number, static_cast<std::uint32_t>(number % 3)};
}

std::vector<std::vector<double>> values(double number) {
    return {{number}, {10.0 * number, 20.0 * number}};
}

std::size_t files_in(const std::string& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

TEST(MemberShard, HoldsWhatWasWrittenAndNoMore) {
    const TemporaryFolder folder;
    std::string path;
    {
        ShardWriter writer = ShardWriter::open(folder.path(), "local", layout(), 3);
        path = writer.path();
        const std::size_t first = writer.reserve();
        const std::size_t second = writer.reserve();
        const std::size_t third = writer.reserve();
        writer.write(third, key(3), values(3.0), 0.5);
        writer.write(first, key(1), values(1.0), 0.25);
        static_cast<void>(second);  // begun and never finished
    }
    const ShardContents contents = read_shard(path);
    EXPECT_EQ(contents.identity, "one");
    ASSERT_EQ(contents.rows.size(), 2U);
    EXPECT_EQ(contents.rows[0].key, key(1));
    EXPECT_EQ(contents.rows[1].key, key(3));
    EXPECT_EQ(contents.rows[1].row, 2U);
    EXPECT_EQ(read_shard_variable(path, "wage", 3),
              (std::vector<double>{10.0, 20.0, 0.0, 0.0, 30.0, 60.0}));
    EXPECT_EQ(read_shard_variable(path, shard_seconds, 1), std::vector<double>{0.25});
}

TEST(MemberShard, GoesOnWhereItEndedAsLongAsThereIsRoom) {
    const TemporaryFolder folder;
    for (std::uint64_t session = 0; session < 3; ++session) {
        ShardWriter writer = ShardWriter::open(folder.path(), "local", layout(), 4 - session);
        EXPECT_EQ(writer.reserve(), session);
        writer.write(session, key(session), values(1.0), 0.0);
    }
    EXPECT_EQ(files_in(folder.path()), 1U);
    ShardWriter large = ShardWriter::open(folder.path(), "local", layout(), 1000);
    EXPECT_TRUE(large.path().ends_with("local-2.h5"));
}

TEST(MemberShard, IsWrittenByOneProcessAtATime) {
    const TemporaryFolder folder;
    std::string path;
    {
        ShardWriter writer = ShardWriter::open(folder.path(), "local", layout(), 4);
        path = writer.path();
        writer.write(writer.reserve(), key(1), values(1.0), 0.5);
    }
    // As another process that writes it would.
    const int other = open(path.c_str(), O_RDWR | O_CLOEXEC);
    struct flock whole {};
    whole.l_type = F_WRLCK;
    ASSERT_EQ(fcntl(other, F_OFD_SETLK, &whole), 0);
    EXPECT_EQ(read_shard(path).rows.size(), 1U);  // a reader needs no leave
    const ShardWriter second = ShardWriter::open(folder.path(), "local", layout(), 4);
    EXPECT_TRUE(second.path().ends_with("local-2.h5"));
    close(other);
}

TEST(MemberShard, RefusesMembersOfAnotherSweep) {
    const TemporaryFolder folder;
    { ShardWriter::open(folder.path(), "local", layout(), 4); }
    EXPECT_THROW(ShardWriter::open(folder.path(), "local", layout("two"), 4), UserError);
    folder.write("other.h5", "no file of this kind");
    EXPECT_THROW(read_shard(folder.path() + "/other.h5"), IoError);
}

TEST(MemberShard, SurvivesAKillAtAnyMoment) {
    const TemporaryFolder folder;
    std::uint64_t finished = 0;
    for (int round = 0; round < 30; ++round) {
        int acknowledged[2];
        ASSERT_EQ(pipe(acknowledged), 0);
        const pid_t child = fork();
        if (child == 0) {
            ShardWriter writer = ShardWriter::open(folder.path(), "local", layout(), 100'000);
            for (std::uint64_t i = finished;; ++i) {
                writer.write(writer.reserve(), key(i), values(static_cast<double>(i)), 0.0);
                static_cast<void>(!write(acknowledged[1], &i, sizeof i));
            }
        }
        close(acknowledged[1]);
        std::uint64_t last = 0;
        for (int i = 0; i < 5 + 7 * round; ++i) {
            ASSERT_EQ(read(acknowledged[0], &last, sizeof last), ssize_t{sizeof last});
        }
        kill(child, SIGKILL);
        while (read(acknowledged[0], &last, sizeof last) == ssize_t{sizeof last}) {
        }
        close(acknowledged[0]);
        waitpid(child, nullptr, 0);
        finished = last + 1;
    }
    std::map<MemberKey, double> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        if (entry.path().extension() != ".h5") {
            continue;
        }
        const std::string path = entry.path().string();
        const ShardContents contents = read_shard(path);
        const std::size_t used = contents.rows.empty() ? 0 : contents.rows.back().row + 1;
        const std::vector<double> gini = read_shard_variable(path, "gini", used);
        for (const ShardRow& row : contents.rows) {
            found[row.key] = gini[row.row];
        }
    }
    for (std::uint64_t i = 0; i < finished; ++i) {
        ASSERT_TRUE(found.contains(key(i))) << i;
        EXPECT_EQ(found.at(key(i)), static_cast<double>(i));
    }
}

TEST(CollectedFile, IsTheSameByReferenceAndByCopy) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() + "/shards");
    CollectedHeader header;
    header.points = 5;
    header.replicates = 3;
    header.coordinates = {{"saving", "1", "A factor.", std::vector<double>{0, 1, 2, 3, 4}},
                          {"scenario", "1", "", std::vector<std::string>{"a", "b", "a", "b", "c"}}};
    header.layout = layout();
    std::vector<CollectedCell> cells;
    std::vector<std::string> shards;
    // Two shards: members 2 to 8 in order, then 10, 13, 12; the others are missing, and the points
    // 0 and 4 share a member.
    for (const std::vector<std::size_t>& members :
         {std::vector<std::size_t>{2, 3, 4, 5, 6, 7, 8}, std::vector<std::size_t>{10, 13, 12}}) {
        ShardWriter writer = ShardWriter::open(folder.path() + "/shards",
                                               "s" + std::to_string(shards.size()), layout(), 8);
        for (const std::size_t member : members) {
            const std::size_t row = writer.reserve();
            writer.write(row, key(member), values(static_cast<double>(member)), 1.0);
            cells.push_back({member, shards.size(), row});
        }
        shards.push_back(writer.path());
    }
    cells.push_back({0, 1, 2});
    const std::string by_reference = folder.path() + "/reference.h5";
    const std::string by_copy = folder.path() + "/copy.h5";
    write_collected(by_reference, header, shards, cells, Collect::by_reference);
    write_collected(by_copy, header, shards, cells, Collect::by_copy);
    for (const char* name : {"gini", "wage", "present", "saving"}) {
        std::vector<std::vector<double>> both;
        for (const std::string& path : {by_reference, by_copy}) {
            const h5::Handle file = h5::open_file(path, h5::Access::read);
            const h5::Handle dataset = h5::open_dataset(file, name);
            both.push_back(h5::read_doubles(dataset, h5::whole(dataset)));
        }
        EXPECT_THAT(both[0], ::testing::Pointwise(::testing::NanSensitiveDoubleEq(), both[1]))
            << name;
    }
    const h5::Handle file = h5::open_file(by_reference, h5::Access::read);
    const h5::Handle dataset = h5::open_dataset(file, "wage");
    const std::vector<double> wage = h5::read_doubles(dataset, h5::whole(dataset));
    ASSERT_EQ(wage.size(), 30U);
    EXPECT_EQ(wage[2 * 13], 130.0);
    EXPECT_EQ(wage[2 * 13 + 1], 260.0);
    EXPECT_EQ(wage[0], 120.0);
    EXPECT_TRUE(std::isnan(wage[2 * 9]));
}

}  // namespace
}  // namespace sim::testing
