// SPDX-License-Identifier: Apache-2.0
// Tables: rows form a queue whose addresses never move; the digest sees every existing byte.
#include "sim/tables/table.hpp"

#include <gtest/gtest.h>

#include "sim/tables/handle.hpp"
#include "sim/tables/world.hpp"

namespace {

using RowId = sim::Id<struct RowTag>;

struct Sheep final : sim::Table {
    SIM_TABLE(Sheep, RowId, "sheep", "Test rows.");
    SIM_COLUMN(std::uint8_t, age, sim::unit::year, "Age.");
    SIM_COLUMN(double, wool, sim::unit::none, "Wool.");
};

class TableTest : public testing::Test {
  protected:
    TableTest() {
        table.reserve(200'000);
        table.append(100'000);
    }

    Sheep table;
    std::unique_ptr<sim::Executor> serial = sim::make_executor(sim::Backend::serial, 1);
};

TEST_F(TableTest, DeclaresItsColumnsOnce) {
    ASSERT_EQ(table.columns().size(), 2U);
    EXPECT_EQ(table.columns()[0]->name(), "age");
    EXPECT_EQ(table.columns()[1]->type_name(), "float64");
    EXPECT_EQ(table.bytes_per_row(), 9U);
}

TEST_F(TableTest, NewRowsHoldZeroAndAddressesStay) {
    const double* before = table.wool.data();
    EXPECT_EQ(table.append(5), 100'000U);
    EXPECT_EQ(table.wool[100'004], 0.0);
    EXPECT_EQ(table.wool.data(), before);
}

TEST_F(TableTest, DroppedRowsLeaveTheQueueAndTheirMemory) {
    table.wool[10] = 3.0;
    table.wool[60'000] = 4.0;
    table.drop_front(50'000);
    EXPECT_EQ(table.first_row(), 50'000U);
    EXPECT_EQ(table.size(), 50'000U);
    EXPECT_EQ(table.wool[60'000], 4.0);
    EXPECT_EQ(table.wool[10], 0.0);  // its page went back to the system
}

TEST_F(TableTest, RefusesRowsBeyondWhatWasReserved) {
    EXPECT_THROW(table.append(100'001), sim::ContractError);
    EXPECT_THROW(table.drop_front(100'001), sim::ContractError);
}

TEST_F(TableTest, DigestSeesEveryByteAndNoThreadCount) {
    const std::uint64_t before = table.hash(*serial);
    EXPECT_EQ(table.hash(*sim::make_executor(sim::Backend::tbb, 5)), before);
    table.age[99'999] = 1;
    EXPECT_NE(table.hash(*serial), before);
    table.age[99'999] = 0;
    EXPECT_EQ(table.hash(*serial), before);
    table.drop_front(1);  // of zero bytes, but another range of rows
    EXPECT_NE(table.hash(*serial), before);
}

class Shepherd final : public sim::Accessor {
  public:
    sim::Rows<Sheep> sheep{*this};
    sim::Read<&Sheep::wool> wool{*this};
};

TEST(Rows, OfAnAccessorFollowTheTableOnceBound) {
    sim::World world;
    Sheep& table = world.add<Sheep>();
    Shepherd shepherd;
    shepherd.bind(world);
    table.reserve(10);
    table.append(7);
    table.drop_front(2);
    EXPECT_EQ(shepherd.sheep.first(), 2U);
    EXPECT_EQ(shepherd.sheep.end(), 7U);
    EXPECT_EQ(shepherd.accesses().size(), 1U);  // a row range is none
}

TEST(World, FindsTablesByTypeAndNamesWhatItLacks) {
    sim::World world;
    Sheep& sheep = world.add<Sheep>();
    EXPECT_EQ(&world.table<Sheep>(), &sheep);
    EXPECT_THROW(world.add<Sheep>(), sim::ContractError);
    const sim::World empty;
    EXPECT_THROW(static_cast<void>(empty.table<Sheep>()), sim::ContractError);
}

}  // namespace
