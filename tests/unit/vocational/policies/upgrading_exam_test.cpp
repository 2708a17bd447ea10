// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/unit/vocational/policies/instrument_case.hpp"

namespace {

using namespace vocational_test;

// Places of a track after one year's plan of 40 everywhere.
double places_after(InstrumentCase& one, sim::Quarter now, Track track,
                    ProvinceId province = eastern) {
    std::fill_n(one.cells().upgrade_places.data(), one.cells().size(), 40.0);
    one.act(now);
    return one.cells().upgrade_places[track_cell(province, track).row()];
}

TEST(UpgradingExam, AddsPlacesInBachelorTracks) {
    InstrumentCase one("upgrading_exam");
    one.set("increase", 0.5);
    for (const Track track :
         {Track::vocational_bachelor, Track::applied_bachelor, Track::academic_bachelor}) {
        EXPECT_DOUBLE_EQ(places_after(one, {2024, 3}, track), 60.0);
    }
    EXPECT_EQ(places_after(one, {2024, 3}, Track::higher_vocational), 40.0);
    one.set("increase", -1.0);
    EXPECT_EQ(places_after(one, {2024, 3}, Track::applied_bachelor), 0.0);
    EXPECT_EQ(one.instrument().quarters(), sim::Phase::only(3));
}

TEST(UpgradingExam, ActsOnlyInItsProvincesAndPeriod) {
    InstrumentCase one("upgrading_exam");
    one.set("increase", 0.5);
    one.only_in_the_east();
    EXPECT_DOUBLE_EQ(places_after(one, {2024, 3}, Track::applied_bachelor), 60.0);
    EXPECT_EQ(places_after(one, {2024, 3}, Track::applied_bachelor, western), 40.0);
    EXPECT_EQ(places_after(one, {2023, 3}, Track::applied_bachelor), 40.0);
    EXPECT_EQ(places_after(one, {2027, 3}, Track::applied_bachelor), 40.0);
}

TEST(UpgradingExam, GrowsLinearlyWithStrength) {
    InstrumentCase one("upgrading_exam");
    one.set("increase", 0.5);
    one.commitment().phase_in_years = 2.0;
    EXPECT_DOUBLE_EQ(places_after(one, {2024, 3}, Track::applied_bachelor),
                     40.0 + 20.0 * 3.0 / 8.0);
    EXPECT_DOUBLE_EQ(places_after(one, {2025, 3}, Track::applied_bachelor),
                     40.0 + 20.0 * 7.0 / 8.0);
}

}  // namespace
