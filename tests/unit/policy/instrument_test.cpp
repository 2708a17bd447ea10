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

}  // namespace
