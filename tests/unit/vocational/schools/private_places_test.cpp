// SPDX-License-Identifier: Apache-2.0
// Places of private schools.
#include "models/vocational/phases/schools/private_places.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/phases/open_seats.hpp"
#include "tests/unit/vocational/schools/school_world.hpp"

namespace vocational::testing {
namespace {

TEST(PrivatePlaces, GrowWhereSeatsAreFullAndSharesAddUp) {
    SchoolWorld world({{0}, {0}, {2}, {2}});
    world.states.ownership[0] = Ownership::private_nonprofit;
    world.states.ownership[2] = Ownership::private_profit;
    auto& cells = world.world.table<TrackCellTable>();
    const std::size_t full = track_cell(ProvinceId(0), Track::secondary_vocational).row();
    const std::size_t empty = track_cell(ProvinceId(1), Track::secondary_vocational).row();
    cells.open_seats[full] = cells.open_seats[empty] = 100;
    cells.intake[full] = 100;
    cells.intake[empty] = 60;
    PrivatePlaces phase(world.setting, world.params.school_supply);
    world.run(phase, {2023, 3});
    const auto share = [&](std::size_t s) {
        return static_cast<double>(world.schools.seat_share[s]);
    };
    EXPECT_NEAR(share(0) / share(1), std::exp(0.3 * 0.1), 1e-5);
    EXPECT_NEAR(share(2) / share(3), std::exp(0.3 * -0.3), 1e-5);
    EXPECT_NEAR(share(0) + share(1), 0.4, 1e-6);
    EXPECT_NEAR(share(2) + share(3), 0.4, 1e-6);
}

// What policies pay for comes on top: the public school keeps what the rule gives it.
TEST(PrivatePlaces, GrowthThatPoliciesPayForTakesNobodysPlaces) {
    SchoolWorld world({{0}, {0}, {2}, {2}});
    world.states.ownership[0] = Ownership::private_nonprofit;
    world.states.ownership[2] = Ownership::private_nonprofit;
    auto& cells = world.world.table<TrackCellTable>();
    for (std::size_t p = 0; p < 2; ++p) {
        const std::size_t cell = track_cell(ProvinceId(p), Track::secondary_vocational).row();
        cells.open_seats[cell] = 100;
        cells.intake[cell] = 90;  // the usual
        cells.seats[cell] = 4'000.0;
    }
    world.world.table<SchoolLeverTable>().place_growth[0] = 0.1F;
    PrivatePlaces phase(world.setting, world.params.school_supply);
    world.run(phase, {2023, 3});
    const auto share = [&](std::size_t s) {
        return static_cast<double>(world.schools.seat_share[s]);
    };
    EXPECT_NEAR(share(0), 0.2 * std::exp(0.1), 1e-6);
    EXPECT_NEAR(share(1), 0.2, 1e-6);
    EXPECT_NEAR(share(2), 0.2, 1e-6);
    OpenSeats open(world.setting);
    world.run(open, {2024, 3});
    const auto seats = [&](std::size_t s) {
        return world.programmes.seats[2 * s] + world.programmes.seats[2 * s + 1];
    };
    EXPECT_NEAR(seats(0), 8.0 * std::exp(0.1), 1.0);  // agents of 100 people
    EXPECT_NEAR(seats(0) + seats(1), 8.0 * (1.0 + std::exp(0.1)), 1.0);
    EXPECT_NEAR(seats(2) + seats(3), 16.0, 1.0);
}

}  // namespace
}  // namespace vocational::testing
