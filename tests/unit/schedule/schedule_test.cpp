// SPDX-License-Identifier: Apache-2.0
// The schedule: order, quarters, slots, and conflicts refused before anything runs.
#include "sim/schedule/schedule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::HasSubstr;
using RowId = sim::Id<struct RowTag>;

struct Numbers final : sim::Table {
    SIM_TABLE(Numbers, RowId, "numbers", "Test rows.");
    SIM_COLUMN(double, a, sim::unit::none, "A.");
    SIM_COLUMN(double, b, sim::unit::none, "B.");
};

// Adds a letter to a log when it runs.
class Note : public sim::Phase {
  public:
    Note(std::string_view name, std::string& log, unsigned quarters = every_quarter)
        : Phase(name, "Notes that it ran."), log_(log), quarters_(quarters) {}
    unsigned quarters() const override { return quarters_; }
    void run(const sim::Tick&) override { log_ += name(); }

  private:
    std::string& log_;
    unsigned quarters_;
};

class ReadsA final : public Note {
  public:
    explicit ReadsA(std::string& log) : Note("r", log) {}
    sim::Read<&Numbers::a> a{*this};
};
class WritesA final : public Note {
  public:
    explicit WritesA(std::string& log) : Note("w", log) {}
    sim::Write<&Numbers::a> a{*this};
};
class WritesB final : public Note {
  public:
    explicit WritesB(std::string& log) : Note("b", log) {}
    sim::Write<&Numbers::b> b{*this};
};
class HoldsTwice final : public Note {
  public:
    explicit HoldsTwice(std::string& log) : Note("t", log) {}
    sim::Read<&Numbers::a> read{*this};
    sim::Scatter<&Numbers::a> write{*this};
};

class ScheduleTest : public testing::Test {
  protected:
    ScheduleTest() {
        world.add<Numbers>().reserve(4);
        world.table<Numbers>().append(4);
    }
    void run(sim::Quarter now) { schedule.run(sim::Tick(now, now, 1, 0, *executor)); }
    std::string refusal() {
        try {
            schedule.prepare(world);
        } catch (const sim::ContractError& error) {
            return error.what();
        }
        return "accepted";
    }

    std::string log;
    sim::World world;
    sim::Schedule schedule;
    std::unique_ptr<sim::Executor> executor = sim::make_executor(sim::Backend::serial, 1);
};

TEST_F(ScheduleTest, RunsInTheOrderWrittenInTheQuartersDue) {
    schedule.add<Note>("x", log);
    schedule.add<Note>("y", log, sim::Phase::only(3));
    schedule.add<Note>("z", log);
    schedule.prepare(world);
    run(sim::Quarter(2022, 2));
    EXPECT_EQ(log, "xz");
    run(sim::Quarter(2022, 3));
    EXPECT_EQ(log, "xzxyz");
}

TEST_F(ScheduleTest, SlotsRunWhatIsAttachedInOrder) {
    schedule.add<Note>("x", log);
    schedule.slot({"middle", "Between."});
    schedule.add<Note>("z", log);
    Note first("1", log);
    Note second("2", log);
    schedule.attach("middle", first);
    schedule.attach("middle", second);
    schedule.prepare(world);
    run(sim::Quarter(2022, 1));
    EXPECT_EQ(log, "x12z");
    EXPECT_THROW(schedule.attach("nowhere", first), sim::ContractError);
}

TEST_F(ScheduleTest, APhaseCanBePutBehindAnother) {
    schedule.add<Note>("x", log);
    schedule.add<Note>("y", log, sim::Phase::only(3));
    schedule.add<Note>("z", log);
    Note first("1", log);
    Note second("2", log);
    schedule.insert_after(schedule.phase("y"), first);
    schedule.insert_after(schedule.phase("z"), second);
    schedule.prepare(world);
    run(sim::Quarter(2022, 1));
    EXPECT_EQ(log, "x1z2");
    EXPECT_THROW(static_cast<void>(schedule.phase("q")), sim::ContractError);
    Note stranger("s", log);
    EXPECT_THROW(schedule.insert_after(stranger, first), sim::ContractError);
}

TEST_F(ScheduleTest, PhasesTogetherMustNotTouchWhatAnotherWrites) {
    schedule.together();
    schedule.join<ReadsA>(log);
    schedule.join<WritesA>(log);
    EXPECT_THAT(refusal(),
                HasSubstr("'r' and 'w' run together but r reads numbers.a while w writes"));
}

TEST_F(ScheduleTest, PhasesTogetherMayTouchDifferentColumns) {
    schedule.together();
    schedule.join<ReadsA>(log);
    schedule.join<WritesB>(log);
    EXPECT_EQ(refusal(), "accepted");
}

TEST_F(ScheduleTest, OneAfterAnotherMayWriteWhatTheOtherReads) {
    schedule.add<ReadsA>(log);
    schedule.add<WritesA>(log);
    EXPECT_EQ(refusal(), "accepted");
}

TEST_F(ScheduleTest, APhaseHoldsAWrittenColumnOnce) {
    schedule.add<HoldsTwice>(log);
    EXPECT_THAT(refusal(), HasSubstr("phase 't' holds two handles for numbers.a"));
}

TEST(Quarterly, FourQuartersMakeAYear) {
    const double q = sim::quarterly(0.3);
    EXPECT_NEAR(1.0 - (1 - q) * (1 - q) * (1 - q) * (1 - q), 0.3, 1e-15);
    EXPECT_EQ(sim::quarterly(0.0), 0.0);
    EXPECT_EQ(sim::quarterly(1.0), 1.0);
}

}  // namespace
