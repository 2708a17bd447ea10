// SPDX-License-Identifier: Apache-2.0
// Leavers come back (4.5): who may, to which places, with what they know.
#include "models/vocational/markets/school_return.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/unit/vocational/markets/college_world.hpp"

namespace vocational::testing {
namespace {

constexpr std::uint32_t a_city = 1'000;
constexpr sim::Quarter now{CollegeWorld::entry_year + 2, 3};
constexpr Track school = Track::secondary_vocational;

class SchoolReturnTest : public ::testing::Test {
  protected:
    SchoolReturnTest() : world_(a_city) {
        world_.params.choice.technical_school.assign(0.0);
        for (std::size_t row = 0; row < world_.everybody(); ++row) {
            leave(row);
        }
        world_.open(0, school, 3'000);
        world_.open(1, school, 3'000);
    }
    void leave(std::size_t row) {
        world_.persons().state[row] = State::unemployed;
        world_.persons().path[row].start(school);
    }
    void come_back(sim::Quarter when = now) {
        world_.run_new<SchoolReturn>(when, world_.setting, world_.params, world_.world);
        EXPECT_EQ(world_.broken(when), "");
    }
    static std::size_t cell(std::size_t city, Track track) {
        return track_cell(ProvinceId(city), track).row();
    }

    CollegeWorld world_;
};

TEST_F(SchoolReturnTest, AtTheDeclaredRateWithTheSkillTheyHave) {
    world_.params.admission.return_rate.assign(0.1);
    for (std::size_t row = 0; row < world_.everybody(); ++row) {
        world_.persons().specific_skill[row] = 0.25;
        world_.persons().general_skill[row] = 0.5;
        world_.persons().duration[row] = 3;
    }
    come_back();
    const std::int32_t back = world_.students(school);
    EXPECT_NEAR(back, 200.0, 3.0 * std::sqrt(2'000 * 0.1 * 0.9));
    EXPECT_EQ(world_.cells().intake[cell(0, school)] + world_.cells().intake[cell(1, school)],
              back);
    EXPECT_EQ(
        world_.pathways().comebacks[cell(0, school)] + world_.pathways().comebacks[cell(1, school)],
        back);
    for (std::size_t row = 0; row < world_.everybody(); ++row) {
        if (world_.is_in(row, school)) {
            EXPECT_EQ(world_.persons().duration[row], 0);  // begins anew
            EXPECT_EQ(double{world_.persons().specific_skill[row]}, 0.25);
            EXPECT_EQ(double{world_.persons().general_skill[row]}, 0.5);
            EXPECT_EQ(world_.persons().contract[row].rechoices(), 0U);
        }
    }
}

TEST_F(SchoolReturnTest, NobodyWithoutARate) {
    world_.params.admission.return_rate.assign(0.0);
    come_back();
    EXPECT_EQ(world_.students(school), 0);
}

TEST_F(SchoolReturnTest, OnlyRecentLeaversWithoutASkilledJob) {
    world_.params.admission.return_rate.assign(1.0);
    auto& people = world_.persons();
    for (std::size_t row = 0; row < world_.everybody(); ++row) {
        switch (row % 6) {
            case 0:
                people.state[row] = State::inactive;
                break;
            case 1:
                world_.employ(row, JobLevel::elementary);
                break;
            case 2:
                world_.employ(row, JobLevel::skilled_worker);
                break;
            case 3:
                people.path[row] = Path();  // left at 15
                break;
            case 4:
                world_.complete(row, school);
                break;
            default:
                break;
        }
    }
    come_back();
    for (std::size_t row = 0; row < world_.everybody(); ++row) {
        const bool may = row % 6 == 0 || row % 6 == 1 || row % 6 == 5;
        EXPECT_EQ(people.state[row] == State::enrolled, may) << row;
    }
    const std::int32_t skilled = world_.firms().headcount[0] + world_.firms().headcount[1];
    EXPECT_EQ(skilled, 333);  // the others left their jobs
}

TEST_F(SchoolReturnTest, NotAfterTheYearsAllowed) {
    world_.params.admission.return_rate.assign(1.0);
    const int years = world_.params.admission.return_years;
    come_back({CollegeWorld::entry_year + years + 1, 3});
    EXPECT_EQ(world_.students(school), 0);
    come_back({CollegeWorld::entry_year + years, 3});
    EXPECT_EQ(world_.students(school), static_cast<std::int32_t>(world_.everybody()));
}

TEST_F(SchoolReturnTest, ToPlacesThatThe15YearOldsLeftTheBestFirst) {
    world_.params.admission.return_rate.assign(1.0);
    // Half of each city's people are this year's 15-year-olds.
    std::vector<std::uint32_t> counts(12 * CollegeWorld::cities, 0);
    counts[0] = counts[1] = counts[16] = counts[17] = a_city / 2;
    world_.setting.cohorts = CohortIndex({CollegeWorld::entry_year - 16, 4}, 2, counts);
    for (std::size_t row = a_city; row < world_.everybody(); ++row) {
        world_.persons().path[row] = Path();
        world_.enrol(row, school, 0);
    }
    for (std::size_t row = 0; row < a_city; ++row) {
        world_.persons().ability[row] = row % 100 == 7 ? 1.0 : 0.0;  // five in each city
    }
    // They sit in the first programme and fill it.
    for (std::size_t city = 0; city < 2; ++city) {
        const std::size_t first = 2 * CollegeWorld::school(city, school);
        world_.programmes().seats[first] = static_cast<std::int32_t>(a_city / 2);
        world_.programmes().seats[first + 1] = 5;
    }
    come_back();
    for (std::size_t row = 0; row < a_city; ++row) {
        EXPECT_EQ(world_.is_in(row, school), row % 100 == 7) << row;
    }
}

TEST_F(SchoolReturnTest, AnotherTrackIsANewChoice) {
    world_.params.admission.return_rate.assign(1.0);
    world_.open(0, school, 0);
    world_.open(1, school, 0);
    world_.open(0, Track::technical_school, 2'000);
    come_back();
    // Those of the other province have no place there.
    EXPECT_EQ(world_.students_from(0, Track::technical_school), static_cast<std::int32_t>(a_city));
    EXPECT_EQ(world_.students(Track::technical_school), static_cast<std::int32_t>(a_city));
    EXPECT_EQ(world_.persons().contract[0].rechoices(), 1U);
}

}  // namespace
}  // namespace vocational::testing
