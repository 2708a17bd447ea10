// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/unit/vocational/policies/instrument_case.hpp"

namespace {

using namespace vocational_test;

// The exam's share of a track's seats after one year's plan of 0.2 everywhere.
double share_after(InstrumentCase& one, sim::Quarter now, Track track,
                   ProvinceId province = eastern) {
    std::fill_n(one.cells().exam_share.data(), one.cells().size(), 0.2);
    one.act(now);
    return one.cells().exam_share[track_cell(province, track).row()];
}

TEST(VocationalCollegeExam, SetsTheSharesOfItsTracks) {
    InstrumentCase one("vocational_college_exam");
    one.set("seat_share", 0.6);
    one.set("bachelor_seat_share", 0.9);
    EXPECT_DOUBLE_EQ(share_after(one, {2024, 3}, Track::higher_vocational), 0.6);
    EXPECT_DOUBLE_EQ(share_after(one, {2024, 3}, Track::vocational_bachelor), 0.9);
    EXPECT_EQ(share_after(one, {2024, 3}, Track::academic_bachelor), 0.2);
    EXPECT_EQ(share_after(one, {2024, 3}, Track::secondary_vocational), 0.2);
    EXPECT_EQ(one.instrument().quarters(), sim::Phase::only(3));
}

TEST(VocationalCollegeExam, ActsOnlyInItsProvincesAndPeriod) {
    InstrumentCase one("vocational_college_exam");
    one.set("seat_share", 0.6);
    one.only_in_the_east();
    EXPECT_DOUBLE_EQ(share_after(one, {2024, 3}, Track::higher_vocational), 0.6);
    EXPECT_EQ(share_after(one, {2024, 3}, Track::higher_vocational, western), 0.2);
    EXPECT_EQ(share_after(one, {2023, 3}, Track::higher_vocational), 0.2);
    EXPECT_EQ(share_after(one, {2027, 3}, Track::higher_vocational), 0.2);
}

TEST(VocationalCollegeExam, GrowsLinearlyWithStrength) {
    InstrumentCase one("vocational_college_exam");
    one.set("seat_share", 0.6);
    one.commitment().phase_in_years = 2.0;
    EXPECT_DOUBLE_EQ(share_after(one, {2024, 3}, Track::higher_vocational), 0.2 + 0.4 * 3.0 / 8.0);
    EXPECT_DOUBLE_EQ(share_after(one, {2025, 3}, Track::higher_vocational), 0.2 + 0.4 * 7.0 / 8.0);
    EXPECT_DOUBLE_EQ(share_after(one, {2026, 3}, Track::higher_vocational), 0.6);
    one.commitment().strength = 0.5;
    EXPECT_DOUBLE_EQ(share_after(one, {2026, 3}, Track::higher_vocational), 0.4);
}

}  // namespace
