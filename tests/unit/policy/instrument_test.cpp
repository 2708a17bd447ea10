// SPDX-License-Identifier: Apache-2.0
// Period, phase-in and scope that all instruments share.
#include "sim/policy/instrument.hpp"

#include <gtest/gtest.h>

namespace {

class Nothing final : public sim::Instrument {
  public:
    Nothing() : Instrument({.doc = "Does nothing.", .slot = {"slot", ""}}) {}
    void run(const sim::Tick&) override {}
};

class InstrumentTest : public testing::Test {
  protected:
    double strength(sim::Quarter now) const {
        return instrument.strength(sim::Tick(now, now, 1, 0, *executor));
    }
    Nothing instrument;
    std::unique_ptr<sim::Executor> executor = sim::make_executor(sim::Backend::serial, 1);
};

TEST_F(InstrumentTest, ActsFromStartToEndIncluded) {
    instrument.commit("nothing", {"label", {2024, 1}, {2024, 3}, 0.0, 2.0, {}});
    EXPECT_EQ(strength({2023, 4}), 0.0);
    EXPECT_EQ(strength({2024, 1}), 2.0);
    EXPECT_EQ(strength({2024, 3}), 2.0);
    EXPECT_EQ(strength({2024, 4}), 0.0);
}

class Counter final : public sim::Instrument {
  public:
    Counter() : Instrument({.doc = "Counts its calls.", .slot = {"slot", ""}}) {}
    void run(const sim::Tick& tick) override { called.push_back(tick.now()); }
    std::vector<sim::Quarter> called;
};

TEST_F(InstrumentTest, IsNotCalledBeforeItsStartButAfterItsEnd) {
    Counter counter;
    counter.commit("counter", {"label", {2024, 2}, {2024, 2}, 0.0, 1.0, {}});
    sim::World world;
    sim::Schedule schedule;
    schedule.slot({"slot", ""});
    schedule.attach("slot", counter);
    schedule.prepare(world);
    for (sim::Quarter now(2024, 1); now <= sim::Quarter(2024, 3); now = now + 1) {
        schedule.run(sim::Tick(now, now, 1, 0, *executor));
    }
    EXPECT_EQ(counter.called, (std::vector<sim::Quarter>{{2024, 2}, {2024, 3}}));
}

TEST_F(InstrumentTest, PhasesInByTheQuarter) {
    instrument.commit("nothing", {"label", {2024, 1}, {2030, 4}, 2.0, 1.0, {}});
    EXPECT_DOUBLE_EQ(strength({2024, 1}), 1.0 / 8);
    EXPECT_DOUBLE_EQ(strength({2024, 4}), 4.0 / 8);
    EXPECT_DOUBLE_EQ(strength({2025, 4}), 1.0);
    EXPECT_DOUBLE_EQ(strength({2026, 1}), 1.0);
}

TEST_F(InstrumentTest, ScopeSelectsOnlyWhereItIsRestricted) {
    sim::Scope scope;
    scope.restrict_to("province", {false, true});
    instrument.commit("nothing", {"label", {2024, 1}, {2030, 4}, 0.0, 1.0, scope});
    EXPECT_FALSE(instrument.applies("province", 0));
    EXPECT_TRUE(instrument.applies("province", 1));
    EXPECT_TRUE(instrument.applies("sector", 7));
}

TEST_F(InstrumentTest, ActsInItsPilotsPlacesWhileThatRuns) {
    sim::Commitment commitment{"label", {2024, 1}, {2030, 4}, 0.0, 1.0, {}};
    commitment.pilot = std::make_shared<sim::PilotArea>();
    commitment.pilot->start = {2024, 3};
    commitment.pilot->end = {2025, 2};
    commitment.pilot->dimension = "province";
    commitment.pilot->places = {false, true};
    instrument.commit("nothing", commitment);
    EXPECT_FALSE(instrument.applies("province", 0));
    EXPECT_TRUE(instrument.applies("province", 1));
    EXPECT_TRUE(instrument.applies("sector", 0));
    EXPECT_TRUE(instrument.is_piloted());
    EXPECT_EQ(strength({2024, 2}), 0.0);
    EXPECT_EQ(strength({2025, 2}), 1.0);
    EXPECT_EQ(strength({2025, 3}), 0.0);
    commitment.pilot->rolls_out = true;
    EXPECT_EQ(strength({2025, 3}), 1.0);
}

}  // namespace
