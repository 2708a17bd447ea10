// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>

#include <gtest/gtest.h>

#include "models/classic/schelling/city.hpp"
#include "models/classic/schelling/neighbours.hpp"
#include "models/classic/schelling/params.hpp"
#include "sim/core/error.hpp"
#include "tests/statistical/classic_runs.hpp"

namespace {

using classic::Group;
using classic::ResidentId;
using classic::SquareId;

TEST(SchellingSquares, WrapsAtEdgesAndIsMutual) {
    const auto corner = classic::squares_around(SquareId(0), 5);
    const std::set<SquareId> expected{SquareId(24), SquareId(20), SquareId(21), SquareId(4),
                                      SquareId(1),  SquareId(9),  SquareId(5),  SquareId(6)};
    EXPECT_EQ(std::set<SquareId>(corner.begin(), corner.end()), expected);
    for (const std::size_t side : {3U, 4U, 7U}) {
        for (std::size_t square = 0; square < side * side; ++square) {
            const auto around = classic::squares_around(SquareId(square), side);
            EXPECT_EQ(std::set<SquareId>(around.begin(), around.end()).size(), 8U);
            for (const SquareId near : around) {
                EXPECT_NE(near, SquareId(square));
                const auto back = classic::squares_around(near, side);
                EXPECT_EQ(std::count(back.begin(), back.end(), SquareId(square)), 1);
            }
        }
    }
}

TEST(SchellingNeighbours, CountsOccupiedSquaresOnly) {
    // Of nine squares on a torus of side 3 every other square is a neighbour.
    const std::array<Group, 4> group{Group::circles, Group::crosses, Group::circles,
                                     Group::crosses};
    std::array<ResidentId, 9> occupant{};
    occupant[4] = ResidentId(0);
    const classic::CityView city{3, occupant.data(), group.data()};
    EXPECT_EQ(classic::neighbours_at(city, SquareId(4), Group::circles).all, 0);
    occupant[0] = ResidentId(1);
    occupant[3] = ResidentId(2);
    occupant[8] = ResidentId(3);
    const classic::Neighbours found = classic::neighbours_at(city, SquareId(4), Group::circles);
    EXPECT_EQ(found.all, 3);
    EXPECT_EQ(found.same, 1);
}

TEST(SchellingNeighbours, AShareAtTheThresholdIsEnough) {
    EXPECT_TRUE((classic::Neighbours{1, 5}.are_enough(0.2)));
    EXPECT_TRUE((classic::Neighbours{2, 5}.are_enough(0.4)));
    EXPECT_TRUE((classic::Neighbours{4, 8}.are_enough(0.5)));
    EXPECT_FALSE((classic::Neighbours{1, 6}.are_enough(0.2)));
    EXPECT_TRUE((classic::Neighbours{0, 0}.are_enough(1.0)));
}

std::size_t residents_of(std::int64_t side, double density) {
    const std::vector<sim::ParamValue> values{side, density};
    classic::CityParams params;
    params.side.assign(values[0]);
    params.density.assign(values[1]);
    return params.residents();
}

TEST(SchellingParams, LeavesRoomToMove) {
    EXPECT_EQ(classic::CityParams().squares(), 2500U);
    EXPECT_EQ(classic::CityParams().residents(), 2375U);
    EXPECT_EQ(residents_of(10, 0.5), 50U);
    EXPECT_EQ(residents_of(3, 0.99), 8U);
    EXPECT_EQ(residents_of(3, 0.01), 2U);
}

TEST(SchellingSweep, NobodyMovesWhereEverybodyIsContent) {
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    const classic_test::Finished run(classic::make_schelling(),
                                     classic_test::scenario_of({{"city.threshold", 0.0}}, 3, 5), 0,
                                     *executor);
    for (const double moves : run.record().values.back()) {
        EXPECT_EQ(moves, 0.0);
    }
    EXPECT_EQ(run.last("unhappy_share"), std::vector<double>{0.0});
    // Strangers everywhere: of the others 1186.5 of 2374 are of the same group.
    EXPECT_NEAR(run.last("same_type_share").at(0), 0.5, 0.03);
    EXPECT_EQ(run.record().hashes.front(), run.record().hashes.back());
}

TEST(SchellingSweep, AllMoveWhileNobodyCanBeContent) {
    // Two residents, one of each group, want nothing but their like around them.
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    const sim::Scenario scenario = classic_test::scenario_of(
        {{"city.side", std::int64_t{3}}, {"city.density", 0.2}, {"city.threshold", 1.0}}, 4, 5);
    sim::Run run(classic::make_schelling(), scenario, 0);
    EXPECT_TRUE(run.simulate({.executor = executor.get()}).complete);
    const auto& residents = run.model().world().table<classic::ResidentTable>();
    ASSERT_EQ(residents.size(), 2U);
    EXPECT_EQ(residents.has_moved[0], 1);
    EXPECT_EQ(residents.has_moved[1], 1);
}

TEST(Schelling, SaysWhenAHomeIsWrong) {
    const sim::Scenario scenario = classic_test::scenario_of({}, 1, 3);
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    const sim::Tick tick(scenario.start, scenario.start, 3, 0, *executor);
    const auto model = classic::make_schelling();
    model->prepare({&scenario, tick});
    model->initialise({&scenario, tick});
    EXPECT_EQ(model->broken_invariant(tick), "");
    auto& residents = model->world().table<classic::ResidentTable>();
    EXPECT_EQ(std::count(residents.group.data(), residents.group.data() + residents.size(),
                         Group::circles),
              1187);
    std::swap(residents.home[3], residents.home[5]);
    EXPECT_EQ(model->broken_invariant(tick), "resident 3 is not the occupant of its home");
    auto& squares = model->world().table<classic::SquareTable>();
    squares.occupant[residents.home[3].row()] = ResidentId{};
    EXPECT_EQ(model->broken_invariant(tick), "2374 squares occupied by 2375 residents");
}

TEST(Schelling, RefusesAnotherScale) {
    sim::Scenario scenario = classic_test::scenario_of({}, 1, 3);
    sim::Problems problems;
    classic::make_schelling()->check(scenario, problems);
    EXPECT_TRUE(problems.empty());
    scenario.scale = 10;
    classic::make_schelling()->check(scenario, problems);
    EXPECT_EQ(problems.size(), 1U);
}

}  // namespace
