// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/participation.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

constexpr sim::Quarter now = LabourWorld::now;
constexpr Occupation elementary = Occupation::of(JobLevel::elementary, Field::general);

bool is_due(const LabourWorld& economy, std::size_t row, sim::Quarter when) {
    return (when - economy.setting.cohorts.segment_of(row).birth) % 4 == 0;
}

TEST(ParticipationTest, DecidesOnBirthdaysAtTheRate) {
    LabourWorld economy(40, {}, 0.7);
    Participation phase(economy.setting, economy.records, economy.world);
    economy.run(phase, now);
    double due = 0.0;
    double in_force = 0.0;
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        const bool is_in = economy.persons.state[row] == State::unemployed;
        EXPECT_TRUE(is_due(economy, row, now) || !is_in);
        due += is_due(economy, row, now) ? 1.0 : 0.0;
        in_force += is_in ? 1.0 : 0.0;
    }
    EXPECT_NEAR(in_force / due, 0.7, 4.0 * std::sqrt(0.21 / due));
}

TEST(ParticipationTest, AttachmentDoesNotChange) {
    LabourWorld economy(10, {}, 0.7);
    Participation phase(economy.setting, economy.records, economy.world);
    for (int quarter = 0; quarter < 4; ++quarter) {
        economy.run(phase, now + quarter);
    }
    const std::vector<State> after_a_year(economy.persons.state.data(),
                                          economy.persons.state.data() + economy.persons.end_row());
    for (int quarter = 4; quarter < 8; ++quarter) {
        economy.run(phase, now + quarter);
    }
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        EXPECT_EQ(economy.persons.state[row], after_a_year[row]);
    }
}

TEST(ParticipationTest, WhoLeavesTheForceFreesTheJob) {
    LabourWorld economy(10, {{0, manufacturing, false, 100'000}}, 0.0);
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        economy.employ(row, 0, elementary);
    }
    Participation phase(economy.setting, economy.records, economy.world);
    economy.run(phase, now);
    EXPECT_EQ(economy.wrong_headcounts(), 0U);
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        if (is_due(economy, row, now)) {
            EXPECT_EQ(economy.persons.state[row], State::inactive);
            EXPECT_EQ(economy.persons.wage[row], 0.0);
        } else {
            EXPECT_EQ(economy.persons.state[row], State::employed);
        }
    }
}

TEST(ParticipationTest, NewlyJoblessAreDecidedAtOnceStudentsAndAwayNever) {
    LabourWorld economy(10, {}, 0.0);
    const auto last = economy.persons.end_row();
    for (std::size_t row = 0; row < last; ++row) {
        economy.persons.state[row] = row % 4 == 0   ? State::enrolled
                                     : row % 4 == 1 ? State::away
                                                    : State::unemployed;
        economy.persons.duration[row] = row % 4 == 3 ? 1 : 0;
    }
    Participation phase(economy.setting, economy.records, economy.world);
    economy.run(phase, now);
    for (std::size_t row = 0; row < last; ++row) {
        const State expected = row % 4 == 0                                ? State::enrolled
                               : row % 4 == 1                              ? State::away
                               : row % 4 == 2 || is_due(economy, row, now) ? State::inactive
                                                                           : State::unemployed;
        EXPECT_EQ(economy.persons.state[row], expected) << "row " << row;
    }
}

}  // namespace
}  // namespace vocational::testing
