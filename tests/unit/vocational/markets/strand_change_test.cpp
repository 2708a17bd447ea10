// SPDX-License-Identifier: Apache-2.0
// Choosing again after each year: who entered a comprehensive school moves into the city's
// vocational school and back, at the declared rate when nothing speaks for either strand.
#include "models/vocational/markets/strand_change.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/phases/begin_pathways.hpp"
#include "tests/unit/vocational/markets/twin_world.hpp"

namespace vocational::testing {
namespace {

constexpr std::uint32_t a_quarter = 1000;
constexpr sim::Quarter now{TwinWorld::first_year + 1, 3};

class StrandChangeTest : public ::testing::Test {
  protected:
    StrandChangeTest() : world_(a_quarter, 1) { start_in(1); }
    // Everybody came to a comprehensive school and is now in that kind of school.
    void start_in(std::size_t kind) {
        auto& people = world_.persons();
        auto& enrolled = world_.world.table<ProgrammeTable>().enrolled;
        std::fill_n(enrolled.data(), TwinWorld::cities * TwinWorld::kinds, 0);
        for (std::size_t row = 0; row < people.end_row(); ++row) {
            const std::size_t home = world_.setting.cohorts.segment_of(row).home.row();
            const ProgrammeId programme = world_.programme(home, kind);
            people.state[row] = State::enrolled;
            people.link[row] = Link(programme);
            people.duration[row] = 4;
            people.path[row].start(Track::comprehensive_high);
            ++enrolled[programme.row()];
        }
    }
    void change() {
        StrandChange phase(world_.setting, world_.params, world_.world);
        world_.run(phase, now);
    }
    // Share of a city's pupils who are in its vocational school.
    double moved(std::size_t city) {
        return world_.world.table<ProgrammeTable>().enrolled[world_.programme(city, 2).row()] /
               (4.0 * a_quarter);
    }

    TwinWorld world_;
};

TEST_F(StrandChangeTest, TheDeclaredShareMovesAndNobodyIsLost) {
    change();
    const double rate = world_.params.admission.switch_rate;
    const double error = std::sqrt(rate * (1.0 - rate) / (4.0 * a_quarter));
    const auto& programmes = world_.world.table<ProgrammeTable>();
    std::int32_t all = 0;
    for (std::size_t city = 0; city < TwinWorld::cities; ++city) {
        EXPECT_NEAR(moved(city), rate, 3.0 * error);
        all += programmes.enrolled[world_.programme(city, 1).row()] +
               programmes.enrolled[world_.programme(city, 2).row()];
    }
    EXPECT_EQ(all, static_cast<std::int32_t>(world_.persons().end_row()));
    const std::size_t cell = track_cell(ProvinceId(0), Track::secondary_vocational).row();
    EXPECT_EQ(world_.world.table<PathwayTable>().track_changes[cell],
              programmes.enrolled[world_.programme(0, 2).row()] +
                  programmes.enrolled[world_.programme(1, 2).row()]);
}

TEST_F(StrandChangeTest, WhoMovesChoseAgainAndTheFirstYearCounts) {
    change();
    const auto& people = world_.persons();
    std::size_t movers = 0;
    for (std::size_t row = 0; row < people.end_row(); ++row) {
        const std::size_t home = world_.setting.cohorts.segment_of(row).home.row();
        const bool has_moved = people.link[row].programme() == world_.programme(home, 2);
        movers += has_moved ? 1U : 0U;
        EXPECT_EQ(people.contract[row].rechoices(), has_moved ? 1U : 0U);
        EXPECT_EQ(people.duration[row], 4);
    }
    EXPECT_GT(movers, 0U);
}

TEST_F(StrandChangeTest, TheAbleStayTheHandyMove) {
    world_.params.choice.vocational_ability.assign(-1.0);
    world_.params.choice.vocational_aptitude.assign(0.5);
    auto& people = world_.persons();
    for (std::size_t row = 0; row < people.end_row(); ++row) {
        const bool is_first = world_.setting.cohorts.segment_of(row).home.row() == 0;
        people.ability[row] = is_first ? 1.0 : 0.0;
        people.aptitude[row] = is_first ? 0.0 : 1.0;
    }
    change();
    EXPECT_LT(moved(0), 0.06);
    EXPECT_GT(moved(1), 0.10);
}

TEST_F(StrandChangeTest, AfterTheSecondYearTooButNotWithinAYearOrAtItsEnd) {
    auto& people = world_.persons();
    for (const auto quarters : {std::uint8_t{0}, std::uint8_t{6}, std::uint8_t{12}}) {
        std::fill_n(people.duration.data(), people.end_row(), quarters);
        change();
        EXPECT_EQ(moved(0), 0.0);
    }
    std::fill_n(people.duration.data(), people.end_row(), std::uint8_t{8});
    change();
    EXPECT_GT(moved(0), 0.05);
    for (std::size_t row = 0; row < people.end_row(); ++row) {
        EXPECT_EQ(people.duration[row], 8);
    }
}

TEST_F(StrandChangeTest, TheyMoveBackAtTheSameRate) {
    start_in(2);
    // Somebody keeps the general strand open.
    auto& enrolled = world_.world.table<ProgrammeTable>().enrolled;
    enrolled[world_.programme(0, 1).row()] = 1;
    change();
    const double rate = world_.params.admission.switch_rate;
    const double error = std::sqrt(rate * (1.0 - rate) / (4.0 * a_quarter));
    EXPECT_NEAR(1.0 - moved(0), rate, 3.0 * error);
    EXPECT_NEAR(1.0 - moved(1), rate, 3.0 * error);
    const std::size_t cell = track_cell(ProvinceId(0), Track::comprehensive_high).row();
    EXPECT_NEAR(world_.world.table<PathwayTable>().track_changes[cell],
                (2.0 - moved(0) - moved(1)) * 4.0 * a_quarter, 0.5);
}

TEST_F(StrandChangeTest, WhatSpeaksForOneStrandSpeaksAgainstTheOther) {
    world_.params.choice.vocational_ability.assign(-1.0);
    auto& people = world_.persons();
    for (std::size_t row = 0; row < people.end_row(); ++row) {
        people.ability[row] = world_.setting.cohorts.segment_of(row).home.row() == 0 ? 2.0 : -2.0;
    }
    start_in(2);
    world_.world.table<ProgrammeTable>().enrolled[world_.programme(0, 1).row()] = 1;
    change();
    EXPECT_GT(1.0 - moved(0), 0.12);
    EXPECT_LT(1.0 - moved(1), 0.05);
}

TEST_F(StrandChangeTest, WhoEnteredAnotherSchoolStays) {
    auto& people = world_.persons();
    for (std::size_t row = 0; row < people.end_row(); ++row) {
        people.path[row].start(Track::general_high);
    }
    change();
    EXPECT_EQ(moved(0), 0.0);
}

}  // namespace
}  // namespace vocational::testing
