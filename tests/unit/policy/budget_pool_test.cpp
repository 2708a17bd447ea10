// SPDX-License-Identifier: Apache-2.0
// Shares of a budget: exact, in proportion, whatever the order of the policies.
#include "sim/policy/budget_pool.hpp"

#include <memory>
#include <numeric>

#include <gtest/gtest.h>

#include "sim/policy/budget_plan.hpp"
#include "sim/schedule/schedule.hpp"

namespace sim {
namespace {

// What each policy gets of `left`, in one measure.
std::vector<std::int64_t> shares(const std::vector<std::string>& labels,
                                 const std::vector<std::int64_t>& wanted, std::int64_t left) {
    BudgetPool pool({{"central", 0.0}}, labels);
    pool.begin_plan();
    for (std::size_t p = 0; p < wanted.size(); ++p) {
        pool.claim(0, PolicyId(p), wanted[p]);
    }
    pool.end_plan({left});
    std::vector<std::int64_t> paid;
    for (std::size_t p = 0; p < wanted.size(); ++p) {
        paid.push_back(pool.allowed(0, PolicyId(p), wanted[p]));
        pool.note_paid(0, PolicyId(p), wanted[p], paid.back());
    }
    return paid;
}

TEST(BudgetPool, AllIsPaidWhereThereIsEnough) {
    EXPECT_EQ(shares({"a", "b"}, {300, 700}, 1'000), (std::vector<std::int64_t>{300, 700}));
}

TEST(BudgetPool, SharesAreInProportionAndAddUp) {
    EXPECT_EQ(shares({"a", "b", "c"}, {100, 100, 100}, 100),
              (std::vector<std::int64_t>{34, 33, 33}));
    EXPECT_EQ(shares({"a", "b"}, {1, 999}, 500), (std::vector<std::int64_t>{1, 499}));
    const auto large = shares({"a", "b", "c"}, {4'000'000'000'001, 7, 3'999'999'999'999}, 10'007);
    EXPECT_EQ(std::accumulate(large.begin(), large.end(), std::int64_t{0}), 10'007);
    EXPECT_EQ(shares({"a", "b"}, {5, 0}, 0), (std::vector<std::int64_t>{0, 0}));
}

TEST(BudgetPool, SharesGoWithTheLabelNotWithTheOrder) {
    EXPECT_EQ(shares({"a", "b", "c"}, {100, 100, 50}, 101),
              (std::vector<std::int64_t>{41, 40, 20}));
    EXPECT_EQ(shares({"c", "b", "a"}, {50, 100, 100}, 101),
              (std::vector<std::int64_t>{20, 40, 41}));
}

TEST(BudgetPool, MeasuresOfAPolicyArePaidInTheSameProportion) {
    BudgetPool pool({{"central", 0.0}}, {"a", "b"});
    pool.begin_plan();
    for (int i = 0; i < 10; ++i) {
        pool.claim(0, PolicyId(0), 7);
    }
    pool.claim(0, PolicyId(1), 30);
    pool.end_plan({51});
    std::int64_t sum = 0;
    for (int i = 0; i < 10; ++i) {
        const std::int64_t paid = pool.allowed(0, PolicyId(0), 7);
        EXPECT_GE(paid, 3);
        EXPECT_LE(paid, 4);
        pool.note_paid(0, PolicyId(0), 7, paid);
        sum += paid;
    }
    EXPECT_EQ(sum + pool.allowed(0, PolicyId(1), 30), 51);
    EXPECT_EQ(pool.allowed(0, PolicyId(0), 7), 0);  // more than it planned
}

TEST(BudgetPool, WhatWasNotPlannedCannotPassTheBudget) {
    BudgetPool pool({{"central", 0.0}}, {"a"});
    pool.begin_plan();
    pool.claim(0, PolicyId(0), 10);
    pool.end_plan({15});
    pool.note_paid(0, PolicyId(0), 10, pool.allowed(0, PolicyId(0), 10));
    EXPECT_EQ(pool.allowed(0, PolicyId(0), 10), 5);
}

using PotId = Id<struct PotTag>;
struct PotTable final : Table {
    SIM_TABLE(PotTable, PotId, "pot", "What spenders fill.");
    SIM_COLUMN(double, effect, unit::none, "Sum of what was done.");
    SIM_COLUMN(std::int64_t, spent, unit::yuan, "Sum of what was paid.");
};

// Wants more the less was done before it, and writes what it can pay for.
class Spender final : public Instrument {
  public:
    Spender() : Instrument({.doc = "Spends.", .slot = {"slot", ""}}) {}
    void run(const Tick&) override {
        const auto wanted = static_cast<std::int64_t>(1'000.0 - effect_.data()[0]);
        BudgetPool& pool = *commitment().pool;
        if (pool.is_planning()) {
            pool.claim(0, commitment().row, wanted);
            effect_.data()[0] += static_cast<double>(wanted);
            return;
        }
        const std::int64_t paid = pool.allowed(0, commitment().row, wanted);
        pool.note_paid(0, commitment().row, wanted, paid);
        spent_.data()[0] += paid;
        shared_.data()[0] += paid;
    }

  private:
    Write<&PotTable::effect> effect_{*this};
    Write<&PotTable::spent> spent_{*this};
    Scatter<&BudgetTable::spent_in_year> shared_{*this};
};

TEST(BudgetPlan, TriesAllOnTheSameStateAndPutsItBack) {
    World world;
    world.add<PotTable>().reserve(1);
    world.add<BudgetTable>().reserve(1);
    world.table<PotTable>().append(1);
    world.table<BudgetTable>().append(1);
    const auto pool = std::make_shared<BudgetPool>(std::vector<Budget>{{"central", 1'500.0}},
                                                   std::vector<std::string>{"one", "two"});
    Spender one;
    Spender two;
    Commitment commitment{"one", {2022, 3}, {2030, 4}};
    commitment.pool = pool;
    commitment.row = PolicyId(0);
    one.commit("spender", commitment);
    commitment.row = PolicyId(1);
    two.commit("spender", commitment);
    BudgetPlan plan(*pool, world);
    plan.add(one);
    plan.add(two);
    Schedule schedule;
    schedule.slot({"slot", ""});
    schedule.attach("slot", plan);
    schedule.attach("slot", one);
    schedule.attach("slot", two);
    schedule.prepare(world);
    const auto executor = make_executor(Backend::serial, 1);
    const auto run = [&](Quarter now) {
        schedule.run(Tick(now, Quarter(2022, 3), 1, 0, *executor));
        return world.table<PotTable>().spent[0];
    };
    EXPECT_EQ(run({2022, 3}), 1'500);  // both wanted 1,000 of it
    EXPECT_EQ(world.table<PotTable>().effect[0], 0.0);
    EXPECT_EQ(run({2023, 2}), 1'500);  // nothing is left in the year
    EXPECT_EQ(run({2023, 3}), 3'000);
}

}  // namespace
}  // namespace sim
