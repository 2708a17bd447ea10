// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/markets/mechanism.hpp"
#include "tests/unit/vocational/policies/instrument_case.hpp"

namespace {

using namespace vocational_test;

constexpr std::array<Track, 4> upper_secondary{Track::general_high, Track::comprehensive_high,
                                               Track::secondary_vocational,
                                               Track::technical_school};
using Plan = std::array<double, 4>;
constexpr Plan planned{600.0, 50.0, 300.0, 100.0};

Plan plan_in(InstrumentCase& one, ProvinceId province) {
    Plan plan{};
    for (std::size_t i = 0; i < plan.size(); ++i) {
        plan[i] = one.cells().seats[track_cell(province, upper_secondary[i]).row()];
    }
    return plan;
}

// One year's plan, the same in both provinces, after the instrument.
Plan east_after(InstrumentCase& one, sim::Quarter now) {
    for (const ProvinceId province : {western, eastern}) {
        for (std::size_t i = 0; i < planned.size(); ++i) {
            one.cells().seats[track_cell(province, upper_secondary[i]).row()] = planned[i];
        }
        one.cells().five_year_places[track_cell(province, Track::secondary_vocational).row()] =
            30.0;
    }
    one.act(now);
    return plan_in(one, eastern);
}

TEST(TrackRatio, MovesSeatsWithinTheTotal) {
    InstrumentCase one("track_ratio");
    one.set("cost_per_seat", 0.0);
    one.set("general_share", 0.8);
    const Plan plan = east_after(one, {2024, 3});
    EXPECT_DOUBLE_EQ(plan[0], 800.0);  // of 600 + 300 + 100
    EXPECT_DOUBLE_EQ(plan[1], 50.0);   // comprehensive schools are not touched
    EXPECT_DOUBLE_EQ(plan[2], 150.0);
    EXPECT_DOUBLE_EQ(plan[3], 50.0);
    const TrackCellId vocational = track_cell(eastern, Track::secondary_vocational);
    EXPECT_DOUBLE_EQ(one.cells().five_year_places[vocational.row()], 15.0);
    one.set("general_share", 0.4);
    EXPECT_DOUBLE_EQ(east_after(one, {2024, 3})[2], 450.0);
    EXPECT_EQ(one.instrument().quarters(), sim::Phase::only(3));
}

TEST(TrackRatio, ActsOnlyInItsProvincesAndPeriod) {
    InstrumentCase one("track_ratio");
    one.set("cost_per_seat", 0.0);
    one.set("general_share", 0.8);
    one.only_in_the_east();
    EXPECT_NE(east_after(one, {2026, 3}), planned);
    EXPECT_EQ(plan_in(one, western), planned);
    EXPECT_EQ(east_after(one, {2023, 3}), planned);
    EXPECT_EQ(east_after(one, {2027, 3}), planned);
}

TEST(TrackRatio, GrowsLinearlyWithStrength) {
    InstrumentCase one("track_ratio");
    one.set("cost_per_seat", 0.0);
    one.set("general_share", 0.8);
    one.commitment().phase_in_years = 4.0;  // 2024Q3 is the third of 16 quarters, 2025Q3 the 7th
    EXPECT_DOUBLE_EQ(east_after(one, {2024, 3})[0], 600.0 + 200.0 * 3.0 / 16.0);
    EXPECT_DOUBLE_EQ(east_after(one, {2025, 3})[0], 600.0 + 200.0 * 7.0 / 16.0);
    one.commitment().strength = 0.5;
    EXPECT_DOUBLE_EQ(east_after(one, {2025, 3})[0], 600.0 + 100.0 * 7.0 / 16.0);
    EXPECT_DOUBLE_EQ(east_after(one, {2025, 3})[2], 300.0 - 75.0 * 7.0 / 16.0);
}

TEST(TrackRatio, LeavesAProvinceWithoutVocationalSeatsAlone) {
    InstrumentCase one("track_ratio");
    one.set("cost_per_seat", 0.0);
    one.set("general_share", 0.2);
    one.cells().seats[track_cell(eastern, Track::general_high).row()] = 700.0;
    one.act({2024, 3});
    EXPECT_EQ(plan_in(one, eastern), (Plan{700.0, 0.0, 0.0, 0.0}));
}

TEST(TrackRatio, SetsTheMechanismInItsProvincesAlone) {
    InstrumentCase one("track_ratio");
    const auto& levers = one.table<ProvinceLeverTable>();
    AdmissionParams params;
    const auto rule_in = [&](ProvinceId province) {
        return admission_rule(params, levers.mechanism[province.row()],
                              levers.parallel_choices[province.row()]);
    };
    one.set("cost_per_seat", 0.0);
    one.only_in_the_east();
    one.act({2024, 3});
    EXPECT_EQ(rule_in(eastern).mechanism, Mechanism::parallel);  // that of the parameters
    EXPECT_EQ(choices_per_band(rule_in(eastern)), 5U);
    one.choose("mechanism", "immediate");
    one.act({2024, 3});
    EXPECT_EQ(choices_per_band(rule_in(eastern)), 1U);
    EXPECT_EQ(choices_per_band(rule_in(western)), 5U);
    one.choose("mechanism", "parallel");
    one.instrument().find("parallel_choices")->assign(std::int64_t{3});
    one.act({2024, 3});
    EXPECT_EQ(rule_in(eastern).mechanism, Mechanism::parallel);
    EXPECT_EQ(choices_per_band(rule_in(eastern)), 3U);
    one.choose("mechanism", "deferred");
    one.act({2024, 3});
    EXPECT_EQ(choices_per_band(rule_in(eastern)), sim::all_choices);
}

}  // namespace
