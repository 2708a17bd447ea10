// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "models/vocational/agents/government.hpp"
#include "sim/policy/policy_memory.hpp"
#include "tests/unit/vocational/policies/instrument_case.hpp"

namespace {

using namespace vocational_test;

constexpr TrackCellId colleges = track_cell(eastern, Track::higher_vocational);

// Two expansions of the same cell of a world, the first of which is built and the second begins.
TEST(CapacityExpansion, EachOpensTheSeatsThatItBuilt) {
    InstrumentCase one("capacity_expansion");
    auto& memory = one.table<sim::PolicyMemoryTable>();
    const std::size_t cells = memory.cells;
    ASSERT_GT(cells, 0U);
    one.table<sim::PolicyTable>().append(2);
    memory.append(2 * cells);
    std::fill_n(one.table<GovernmentTable>().fidelity.data(),
                one.table<GovernmentTable>().end_row(), 1.0F);
    one.only_in_the_east();
    one.set("increase", 0.5);
    one.set("build_years", 1.0);
    const auto seats_after = [&](sim::Quarter now) {
        one.cells().seats[colleges.row()] = 1'000.0;
        one.act(now);
        return one.cells().seats[colleges.row()];
    };
    one.commitment().row = sim::PolicyId(0);
    one.commitment().cause = 1;
    one.commitment().ledger_shape = one.setting().ledger;
    for (sim::Quarter now(2024, 1); now < sim::Quarter(2025, 1); now = now + 1) {
        EXPECT_DOUBLE_EQ(seats_after(now), 1'000.0);
    }
    EXPECT_DOUBLE_EQ(memory.kept[colleges.row()], 1.0);
    EXPECT_DOUBLE_EQ(memory.kept[cells + colleges.row()], 0.0);
    EXPECT_DOUBLE_EQ(seats_after({2025, 3}), 1'500.0);
    one.commitment().row = sim::PolicyId(1);
    one.commitment().start = {2024, 3};
    for (sim::Quarter now(2024, 3); now < sim::Quarter(2025, 1); now = now + 1) {
        seats_after(now);
    }
    EXPECT_DOUBLE_EQ(memory.kept[cells + colleges.row()], 0.5);
    EXPECT_DOUBLE_EQ(memory.kept[colleges.row()], 1.0);
    EXPECT_DOUBLE_EQ(seats_after({2025, 3}), 1'250.0);  // half of what it planned is built
}

}  // namespace
