// SPDX-License-Identifier: Apache-2.0
// Places promised at 15 (4.6), from the promise through three years of school to the transfer.
#include <array>
#include <vector>

#include <gtest/gtest.h>

#include "models/vocational/markets/articulation.hpp"
#include "models/vocational/markets/five_year_transfer.hpp"
#include "models/vocational/markets/zhongkao.hpp"
#include "models/vocational/phases/graduation.hpp"
#include "models/vocational/phases/open_seats.hpp"
#include "models/vocational/phases/plan_seats.hpp"
#include "tests/unit/vocational/markets/college_world.hpp"

namespace vocational::testing {
namespace {

constexpr Track school = Track::secondary_vocational;
constexpr Track college = Track::higher_vocational;
constexpr std::int32_t promised = CollegeWorld::recorded_transfers;

class PromiseTest : public ::testing::Test {
  protected:
    PromiseTest() : world_(120) {}

    static std::size_t cell(std::size_t city, Track track) {
        return track_cell(ProvinceId(city), track).row();
    }
    // Admission at 15 by the plan of the year.
    void enter_at_15() {
        const sim::Quarter then(CollegeWorld::entry_year, 3);
        world_.run_new<PlanSeats>(then, world_.setting, world_.rules, world_.records);
        world_.run_new<OpenSeats>(then, world_.setting);
        for (std::size_t city = 0; city < 2; ++city) {
            world_.pathways().bachelor_places[cell(city, school)] = bachelor_places_;
        }
        world_.run_new<Zhongkao>(then, world_.setting, world_.params);
        EXPECT_EQ(world_.broken(then), "");
    }
    // Three years later; the first `leavers` of each city's promised have left meanwhile.
    void complete(std::size_t leavers = 0) {
        world_.params.labour.away_service.assign(0.0);
        std::array<std::size_t, 2> left{};
        for (std::size_t row = 0; row < world_.everybody(); ++row) {
            if (!world_.is_in(row, school)) {
                continue;
            }
            world_.persons().duration[row] = 12;
            if (world_.persons().path[row].has_five_year_place() &&
                left[world_.city_of(row)] < leavers) {
                ++left[world_.city_of(row)];
                ++world_.programmes().left[world_.persons().link[row].programme().row()];
                --world_.programmes().enrolled[world_.persons().link[row].programme().row()];
                world_.persons().state[row] = State::inactive;
                world_.persons().link[row] = Link();
            }
        }
        world_.run_new<Graduation>({CollegeWorld::year, 2}, world_.setting, world_.records,
                                   world_.params, world_.world);
        world_.run_new<PlanSeats>(CollegeWorld::autumn, world_.setting, world_.rules,
                                  world_.records);
    }
    void transfer() {
        world_.run_new<FiveYearTransfer>(CollegeWorld::autumn, world_.setting, world_.params,
                                         world_.rules, world_.world);
        EXPECT_EQ(world_.broken(), "");
    }
    void articulate() {
        world_.run_new<Articulation>(CollegeWorld::autumn, world_.setting, world_.params,
                                     world_.world);
        EXPECT_EQ(world_.broken(), "");
    }
    std::int32_t with_promise(std::size_t city) {
        std::int32_t sum = 0;
        for (std::size_t row = 0; row < world_.everybody(); ++row) {
            sum += world_.city_of(row) == city && world_.persons().path[row].has_five_year_place()
                       ? 1
                       : 0;
        }
        return sum;
    }

    CollegeWorld world_;
    double bachelor_places_ = 0.0;
};

TEST_F(PromiseTest, AsManyAreAdmittedAndPromisedAsPlanned) {
    enter_at_15();
    for (std::size_t city = 0; city < 2; ++city) {
        EXPECT_EQ(world_.students_from(city, school), CollegeWorld::vocational_places);
        EXPECT_EQ(with_promise(city), promised);
    }
}

TEST_F(PromiseTest, RecordedTransfersArePlacesOfThreeYearsBefore) {
    enter_at_15();
    complete();
    const auto completers = world_.cells().graduates[cell(0, school)];
    EXPECT_EQ(completers, CollegeWorld::vocational_places);
    transfer();
    for (std::size_t city = 0; city < 2; ++city) {
        EXPECT_EQ(world_.cells().transfers_in[cell(city, college)], promised);
        EXPECT_EQ(world_.cells().intake[cell(city, college)], 0);
    }
    for (std::size_t row = 0; row < world_.everybody(); ++row) {
        EXPECT_EQ(world_.is_in(row, college), world_.persons().path[row].has_five_year_place());
    }
}

TEST_F(PromiseTest, AfterTheRecordsToo) {
    world_.setting.base_year = CollegeWorld::year - 1;
    enter_at_15();
    complete();
    transfer();
    for (std::size_t city = 0; city < 2; ++city) {
        EXPECT_EQ(world_.cells().transfers_in[cell(city, college)], promised);
    }
}

TEST_F(PromiseTest, PlacesOfThoseWhoLeftGoToTheNextInScore) {
    world_.setting.base_year = CollegeWorld::year - 1;
    enter_at_15();
    std::vector<std::size_t> best;
    for (std::size_t row = 0; row < world_.everybody(); ++row) {
        const bool is_next = world_.is_in(row, school) &&
                             !world_.persons().path[row].has_five_year_place() && best.size() < 3 &&
                             world_.city_of(row) == 0;
        world_.persons().specific_skill[row] = is_next ? 2.0 : 0.0;
        world_.persons().general_skill[row] = 0.0;
        if (is_next) {
            best.push_back(row);
        }
    }
    complete(3);
    transfer();
    for (std::size_t city = 0; city < 2; ++city) {
        EXPECT_EQ(world_.cells().transfers_in[cell(city, college)], promised);
    }
    for (const std::size_t row : best) {
        EXPECT_TRUE(world_.is_in(row, college)) << row;
    }
}

TEST_F(PromiseTest, HoldersMayDeclineAndProgrammesBind) {
    world_.setting.base_year = CollegeWorld::year - 1;
    enter_at_15();
    complete();
    world_.params.choice.vocational_route.assign(0.0);  // as many would rather work
    transfer();
    std::int32_t declined = 0;
    for (std::size_t row = 0; row < world_.everybody(); ++row) {
        declined +=
            world_.persons().path[row].has_five_year_place() && !world_.is_in(row, college) ? 1 : 0;
    }
    EXPECT_GT(declined, 8);
    EXPECT_LT(declined, 32);
    for (std::size_t city = 0; city < 2; ++city) {
        EXPECT_EQ(world_.cells().transfers_in[cell(city, college)], promised);
        const std::size_t first = 2 * CollegeWorld::school(city, college);
        EXPECT_EQ(world_.programmes().enrolled[first], promised / 2);
        EXPECT_EQ(world_.programmes().enrolled[first + 1], promised / 2);
    }
}

TEST_F(PromiseTest, NobodyGoesWhoCannotPay) {
    bachelor_places_ = 12.0;
    enter_at_15();
    complete();
    for (std::size_t city = 0; city < 2; ++city) {
        for (const Track track : {college, Track::vocational_bachelor}) {
            world_.world.table<FamilyCostTable>().fees[cell(city, track)] = 1e7F;
        }
    }
    articulate();
    transfer();
    EXPECT_EQ(world_.students(college) + world_.students(Track::vocational_bachelor), 0);
}

// Half a place in each province: one of the two, never none or both.
TEST_F(PromiseTest, PromisesAreRoundedTogether) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        CollegeWorld world(120);
        world.setting.seed = seed;
        for (std::size_t city = 0; city < 2; ++city) {
            world.open(city, school, CollegeWorld::vocational_places);
            world.pathways().bachelor_places[cell(city, school)] = 0.5;
        }
        world.run_new<Zhongkao>({CollegeWorld::entry_year, 3}, world.setting, world.params);
        std::int32_t holders = 0;
        for (std::size_t row = 0; row < world.everybody(); ++row) {
            holders += world.persons().path[row].has_bachelor_place() ? 1 : 0;
        }
        EXPECT_EQ(holders, 1);
    }
}

TEST_F(PromiseTest, IntegratedPlacesLeadToABachelorProgramme) {
    bachelor_places_ = 12.0;
    enter_at_15();
    complete();
    articulate();
    for (std::size_t city = 0; city < 2; ++city) {
        EXPECT_EQ(world_.pathways().articulated[cell(city, Track::vocational_bachelor)], 12);
        EXPECT_EQ(world_.students_from(city, Track::vocational_bachelor), 12);
    }
}

}  // namespace
}  // namespace vocational::testing
