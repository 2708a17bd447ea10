// SPDX-License-Identifier: Apache-2.0
// What is saved comes back bit for bit; whatever else a file holds is refused with its reason.
#include "sim/checkpoint/state_file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "sim/core/error.hpp"
#include "tests/support/toy_model.hpp"
#include "tests/unit/checkpoint/odd_world.hpp"

namespace sim::testing {
namespace {

using ::testing::HasSubstr;

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class StateFileTest : public ::testing::Test {
  protected:
    StateFileTest() { saved_.fill(); }

    std::string write() const {
        return StateFile::write(path_, about_odd_world(), saved_.world, *serial_).file().name();
    }
    // Why reading a file with these contents fails; empty if it does not.
    std::string refusal(const std::string& contents) const {
        const std::string path = folder_.write("changed.state", contents);
        try {
            StateFile(Descriptor::open_for_reading(path)).verify(*serial_);
            return {};
        } catch (const IoError& error) {
            return error.what();
        }
    }

    TemporaryFolder folder_;
    std::string path_ = folder_.path() + "/odd.state";
    std::unique_ptr<Executor> serial_ = make_executor(Backend::serial, 1);
    OddWorld saved_;
};

TEST_F(StateFileTest, GivesTheSameStateBackOnAnyThreads) {
    write();
    for (const int threads : {1, 2, 7}) {
        const auto executor = make_executor(Backend::tbb, threads);
        OddWorld world;
        world.pens.places[2] = 4;  // prepared, and other than what was saved
        const StateFile file(Descriptor::open_for_reading(path_));
        file.verify(*executor);
        file.restore(world.world, *executor);
        EXPECT_EQ(world.world.hash(*serial_), saved_.world.hash(*serial_));
        EXPECT_EQ(world.sheep.first_row(), 12'345U);
        EXPECT_EQ(world.sheep.end_row(), 300'000U);
        EXPECT_EQ(world.sheep.wool[299'999], saved_.sheep.wool[299'999]);
        EXPECT_EQ(world.pens.places[2], 0);
        EXPECT_EQ(world.goats.size(), 0U);
        const std::size_t added = world.sheep.append(1);
        EXPECT_EQ(world.sheep.wool[added], 0.0);
    }
}

TEST_F(StateFileTest, ReplacesAnotherState) {
    write();
    OddWorld world;
    world.fill(5);
    world.sheep.append(100'000);
    world.sheep.age[399'999] = 1;
    StateFile(Descriptor::open_for_reading(path_)).restore(world.world, *serial_);
    EXPECT_EQ(world.world.hash(*serial_), saved_.world.hash(*serial_));
    world.sheep.append(100'000);
    EXPECT_EQ(world.sheep.age[399'999], 0);
}

TEST_F(StateFileTest, SaysWhatIsInside) {
    write();
    const StateFile file(Descriptor::open_for_reading(path_));
    const StateManifest& manifest = file.manifest();
    EXPECT_EQ(manifest.origin, about_odd_world().origin);
    EXPECT_EQ(manifest.hashes, about_odd_world().hashes);
    EXPECT_EQ(manifest.state_hash, saved_.world.hash(*serial_));
    ASSERT_EQ(manifest.tables.size(), 4U);
    EXPECT_EQ(manifest.tables[0].columns[1].name, "wool");
    EXPECT_EQ(manifest.tables[0].columns[1].element_bytes, 8U);
}

TEST_F(StateFileTest, LeavesOneWholeFile) {
    write();
    const std::string first = bytes_of(path_);
    write();
    EXPECT_EQ(bytes_of(path_), first);
    const auto files = std::filesystem::directory_iterator(folder_.path());
    EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST_F(StateFileTest, TakesThreadsForNothing) {
    write();
    const std::string first = bytes_of(path_);
    StateFile::write(path_, about_odd_world(), saved_.world, *make_executor(Backend::tbb, 7));
    EXPECT_EQ(bytes_of(path_), first);
}

TEST_F(StateFileTest, WorksInMemory) {
    const StateFile file = StateFile::write_in_memory(about_odd_world(), saved_.world, *serial_);
    file.verify(*serial_);
    OddWorld world;
    file.restore(world.world, *serial_);
    EXPECT_EQ(world.world.hash(*serial_), saved_.world.hash(*serial_));
}

TEST_F(StateFileTest, RefusesWhatIsCutOffAnywhere) {
    write();
    const std::string whole = bytes_of(path_);
    EXPECT_EQ(refusal(whole), "");
    for (const std::size_t bytes :
         {std::size_t{0}, std::size_t{1}, std::size_t{47}, std::size_t{48}, std::size_t{4096},
          whole.size() / 2, whole.size() - 1}) {
        EXPECT_NE(refusal(whole.substr(0, bytes)), "") << bytes;
    }
    EXPECT_THAT(refusal(whole.substr(0, whole.size() - 1)), HasSubstr("cut off"));
    EXPECT_THAT(refusal(whole + 'x'), HasSubstr("behind its end"));
    EXPECT_THAT(refusal("an ordinary text of more than forty-eight characters"),
                HasSubstr("is no saved state"));
}

TEST_F(StateFileTest, RefusesDamageAndNamesThePlace) {
    write();
    const std::string whole = bytes_of(path_);
    const auto changed = [&](std::size_t at) {
        std::string text = whole;
        text[at] = static_cast<char>(text[at] ^ 1);
        return refusal(text);
    };
    EXPECT_THAT(changed(8), HasSubstr("layout"));
    EXPECT_THAT(changed(16), HasSubstr("order of bytes"));
    EXPECT_THAT(changed(4096), HasSubstr("column sheep.age"));
    EXPECT_THAT(changed(whole.size() / 2), HasSubstr("column sheep.wool"));
    EXPECT_THAT(changed(whole.size() - 5), HasSubstr("manifest"));
    for (std::size_t at = 0; at < 48; ++at) {
        EXPECT_NE(changed(at), "") << at;
    }
}

struct OtherSheep final : Table {
    SIM_TABLE(OtherSheep, SheepId, "sheep", "Wool in other numbers.");
    SIM_COLUMN(std::uint8_t, age, unit::year, "Age.");
    SIM_COLUMN(float, wool, unit::none, "Wool.");
};

TEST_F(StateFileTest, RefusesAWorldOfOtherTablesBeforeTouchingIt) {
    write();
    const StateFile file(Descriptor::open_for_reading(path_));
    World other;
    auto& sheep = other.add<OtherSheep>();
    other.add<GoatTable>();
    other.add<YakTable>();
    other.add<PenTable>();
    sheep.reserve(400'000);
    sheep.append(5);
    EXPECT_THAT(misfit(file.manifest().tables, other), HasSubstr("column sheep.wool"));
    EXPECT_THROW(file.restore(other, *serial_), IoError);
    EXPECT_EQ(sheep.size(), 5U);
    World small;
    small.add<SheepTable>().reserve(1'000);
    small.add<GoatTable>();
    small.add<YakTable>();
    small.add<PenTable>();
    EXPECT_THAT(misfit(file.manifest().tables, small), HasSubstr("room is for 1000"));
    EXPECT_THAT(misfit(file.manifest().tables, World()), HasSubstr("4 tables, not 0"));
}

}  // namespace
}  // namespace sim::testing
