// SPDX-License-Identifier: Apache-2.0
#include "sim/policy/ledger.hpp"

#include <gtest/gtest.h>

#include "sim/parallel/executor.hpp"

namespace {

// Two accounts with agents (state, school), one without (household), two regions, one instrument.
struct Books : sim::Accessor {
    sim::World world;
    sim::LedgerShape shape{2, 3, 2};
    sim::LedgerDesk desk{*this, shape};
    sim::LedgerBook book{*this, shape};
    std::int64_t state = 0;
    std::int64_t school = 0;

    Books() {
        auto& flows = world.add<sim::FlowTable>();
        flows.reserve(shape.cells());
        flows.append(shape.cells());
        auto& accounts = world.add<sim::AccountTable>();
        accounts.reserve(shape.accounts);
        accounts.append(shape.accounts);
        bind(world);
    }
    const sim::AccountTable& accounts() const { return world.table<sim::AccountTable>(); }
    std::string difference() const {
        return sim::ledger_difference(accounts(), {{true, state}, {true, school}, {}},
                                      {"state", "school", "household"});
    }
};

TEST(Ledger, CellsAndTheirPlacesAreInverse) {
    const sim::LedgerShape shape{3, 4, 5};
    for (std::size_t cell = 0; cell < shape.cells(); ++cell) {
        EXPECT_EQ(shape.cell(shape.at(cell)), cell);
    }
}

TEST(Ledger, OpeningPlusReceivedLessPaidIsClosing) {
    Books books;
    books.book.open();
    books.desk.pay({0, 2, 0}, nullptr, &books.state, 100);
    books.desk.pay({1, 0, 1, 1, sim::FlowKind::capital}, &books.state, &books.school, 30);
    books.book.close();
    EXPECT_EQ(books.accounts().closing[0], 70);
    EXPECT_EQ(books.accounts().closing[1], 30);
    EXPECT_EQ(books.accounts().closing[2], -100);
    EXPECT_EQ(books.difference(), "");

    books.book.open();
    books.desk.pay({1, 1, 2}, &books.school, nullptr, 5);
    books.book.close();
    EXPECT_EQ(books.accounts().opening[1], 30);
    EXPECT_EQ(books.accounts().paid[1], 5);
    EXPECT_EQ(books.accounts().closing[1], 25);
    EXPECT_EQ(books.difference(), "");
}

TEST(Ledger, OneLostYuanIsFound) {
    Books books;
    books.book.open();
    books.desk.pay({0, 0, 1}, &books.state, &books.school, 1'000'000'000'000);
    books.school -= 1;
    books.book.close();
    EXPECT_NE(books.difference().find("account school closes at 1000000000000"), std::string::npos)
        << books.difference();
}

TEST(Ledger, AddsWhatThreadsBookAtTheSameTime) {
    Books books;
    books.book.open();
    const auto executor = sim::make_executor(sim::Backend::tbb, 4);
    executor->for_rows(100'000, 64, [&](std::size_t row) {
        books.desk.pay({row % 2, 0, 1}, &books.state, &books.school, 3);
    });
    books.book.close();
    EXPECT_EQ(books.school, 300'000);
    EXPECT_EQ(books.accounts().closing[0], -300'000);
    EXPECT_EQ(books.difference(), "");
}

#if SIM_CONTRACTS
TEST(Ledger, RefusesNegativePaymentsAndUnknownPlaces) {
    Books books;
    EXPECT_THROW(books.desk.pay({0, 0, 1}, nullptr, nullptr, -1), sim::ContractError);
    EXPECT_THROW(books.desk.pay({2, 0, 1}, nullptr, nullptr, 1), sim::ContractError);
}
#endif

}  // namespace
