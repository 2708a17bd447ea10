// SPDX-License-Identifier: Apache-2.0
// Quality, stations, courses and learning.
#include "models/vocational/phases/schools/programme_quality.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/phases/learning.hpp"
#include "models/vocational/phases/schools/course_renewal.hpp"
#include "models/vocational/phases/schools/equipment.hpp"
#include "tests/unit/vocational/schools/school_world.hpp"

namespace vocational::testing {
namespace {

constexpr sim::Quarter before_start{2022, 2};

class QualityTest : public ::testing::Test {
  protected:
    QualityTest() : world_({{0}, {0}, {2}}) {}

    void measure(sim::Quarter when) {
        ProgrammeQuality phase(world_.setting, world_.norms, world_.params, world_.world);
        world_.run(phase, when);
    }
    double quality(std::size_t programme) const {
        return static_cast<double>(world_.teaching.quality[programme]);
    }
    double mean() const {
        double sum = 0.0;
        double students = 0.0;
        for (std::size_t row = 0; row < world_.programmes.end_row(); ++row) {
            sum += world_.programmes.enrolled[row] * quality(row);
            students += world_.programmes.enrolled[row];
        }
        return sum / students;
    }

    SchoolWorld world_;
};

TEST_F(QualityTest, MeanOfTheReferenceYearIsOneAndTheRichAreBetter) {
    measure(before_start);
    EXPECT_NEAR(mean(), 1.0, 1e-6);
    EXPECT_GT(quality(0), quality(4));
}

TEST_F(QualityTest, FundingMovesTheMeanAfterTheStartByItsWeight) {
    measure(before_start);
    const double before = quality(0);
    for (std::size_t s = 0; s < 3; ++s) {
        world_.states.funding[s] *= 1.075F;
    }
    measure(SchoolWorld::later);
    EXPECT_NEAR(quality(0) / before, std::pow(1.075, 0.36), 1e-5);
    EXPECT_GT(mean(), 1.0);  // nothing pulls it back
}

TEST_F(QualityTest, EachTermHasItsClosedForm) {
    measure(before_start);
    const double before = quality(0);
    const auto ratio_after = [&](auto&& change) {
        change();
        measure(SchoolWorld::later);
        return quality(0) / before;
    };
    SchoolStateTable& s = world_.states;
    const float experienced = s.experienced[0];
    EXPECT_NEAR(ratio_after([&] { s.experienced[0] = experienced + 0.5F; }),
                std::exp(0.36 * 0.5 * 0.95), 1e-5);
    s.experienced[0] = experienced;
    EXPECT_NEAR(ratio_after([&] { world_.teaching.partner_intensity[0] = 1.0F; }), std::exp(0.13),
                1e-5);
    world_.teaching.partner_intensity[0] = 0.0F;
    const double stations = s.stations[0];
    const double need = 2'000.0 * 1.5 + 2'000.0;
    EXPECT_NEAR(ratio_after([&] { s.stations[0] = 0.0; }),
                std::exp(-0.2 * stations * 4.0 / (2.0 * need)), 1e-5);
    s.stations[0] = stations;
    EXPECT_NEAR(ratio_after([&] { s.certified[0] = 1.0F; }), 1.0, 1e-6);  // paper does nothing
    EXPECT_LT(ratio_after([&] { s.teachers[0] *= 0.5; }), 0.95);          // overfull classes
}

TEST_F(QualityTest, APlatformHelpsTheWeakMost) {
    measure(before_start);
    const double rich = quality(0);
    const double poor = quality(4);
    for (std::size_t s = 0; s < 3; ++s) {
        world_.states.platform[s] = 1.0F;
    }
    measure(SchoolWorld::later);
    EXPECT_NEAR(quality(0) / rich, std::exp(0.5 * (1.3 - rich)), 1e-5);
    EXPECT_GT(quality(4) / poor, quality(0) / rich);
}

TEST(PracticeCapacity, HalvesAtSaturationAndIsNeverMoreThanFull) {
    EXPECT_DOUBLE_EQ(practice_capacity(25.0, 100.0, 4.0), 0.5);
    EXPECT_DOUBLE_EQ(practice_capacity(80.0, 100.0, 4.0), 1.0);
}

class EquipmentTest : public ::testing::Test {
  protected:
    EquipmentTest() : world_({{0}, {1}, {2}}) {
        for (std::size_t s = 0; s < 3; ++s) {
            world_.states.stations[s] = 800.0;
        }
    }
    void year() {
        Equipment phase(world_.setting, world_.params, world_.world);
        for (int quarter = 0; quarter < 4; ++quarter) {
            world_.run(phase, SchoolWorld::later);
        }
    }
    SchoolWorld world_;
};

TEST_F(EquipmentTest, StationsWearOutAndComeOnlyWhenBought) {
    year();
    EXPECT_NEAR(world_.states.stations[0], 800.0 * (1.0 - 1.0 / 8.0), 1e-9);
    world_.states.equipment[0] = 3'200'000;  // a hundred stations a quarter
    const double before = world_.states.stations[0];
    Equipment phase(world_.setting, world_.params, world_.world);
    world_.run(phase, SchoolWorld::later);
    EXPECT_NEAR(world_.states.stations[0], before * std::pow(0.875, 0.25) + 100.0, 1e-9);
}

TEST_F(EquipmentTest, ACentreServesThoseNearItAndOnlyItsFields) {
    auto& centres = world_.world.table<PracticeCentreTable>();
    centres.field_set[0] = 1U << sim::index_of(Field::equipment_manufacturing);
    centres.stations[0] = 100.0 / std::pow(0.875, 0.25);
    centres.student_hours[0] = 1.0F;
    Equipment phase(world_.setting, world_.params, world_.world);
    world_.run(phase, SchoolWorld::later);
    // City 1 lies one radius away, city 2 out of reach; students are equally many.
    const double near = 1.0 / (1.0 + std::exp(-1.0));
    EXPECT_NEAR(world_.states.reachable_stations[0], 100.0 * near, 1e-6);
    EXPECT_NEAR(world_.states.reachable_stations[1], 100.0 * (1.0 - near) * std::exp(-1.0), 1e-6);
    EXPECT_NEAR(world_.states.reachable_stations[2], 0.0, 1e-6);
    centres.field_set[0] = 1U << sim::index_of(Field::health);
    world_.run(phase, SchoolWorld::later);
    EXPECT_EQ(world_.states.reachable_stations[0], 0.0);
}

TEST(CourseRenewal, SettlesWhereMoneyAllowsAndAgesByAYearWithout) {
    SchoolWorld world({{0}, {2}});
    CourseRenewal phase(world.setting, world.params, world.world);
    const double students = world.programmes.enrolled[0] + world.programmes.enrolled[1];
    world.states.courses[0] = std::llround(0.19 / 4.0 * students * world.setting.scale *
                                           world.params.school_budget.course_cost);
    world.run(phase, SchoolWorld::later);
    EXPECT_FLOAT_EQ(world.teaching.course_age[2], 5.25F);
    for (int quarter = 0; quarter < 400; ++quarter) {
        world.run(phase, SchoolWorld::later);
    }
    const double kept = std::exp(-0.19 / 4.0);
    EXPECT_NEAR(world.teaching.course_age[0], 0.25 * kept / (1.0 - kept), 1e-3);
    EXPECT_NEAR(world.teaching.course_age[2], 5.0 + 401 * 0.25, 1e-3);
    world.teaching.partner_intensity[0] = 1.0F;
    for (int quarter = 0; quarter < 400; ++quarter) {
        world.run(phase, SchoolWorld::later);
    }
    EXPECT_LT(world.teaching.course_age[0], world.teaching.course_age[1]);
}

TEST(Learning, FollowsQualityTeachersAndCourses) {
    SchoolWorld world({{0}, {2}});
    world.populate();
    ProgrammeQuality quality(world.setting, world.norms, world.params, world.world);
    world.run(quality, before_start);
    auto& persons = world.world.table<PersonTable>();
    const std::size_t old_courses = 0;  // programmes 0 to 3 start at persons 0, 20, 40, 60
    const std::size_t contract = 20;
    const std::size_t able = 1;
    world.teaching.course_age[0] = 15.0F;
    persons.contract[contract].sign(ContractKind::apprenticeship);
    persons.aptitude[able] = 1.0;
    world.states.experienced[0] += 0.4F;
    Learning learning(world.setting, world.params, world.world);
    world.run(learning, before_start);
    const auto q = static_cast<double>(world.teaching.quality[0]);
    const double currency = std::exp(-0.05 * (15.0 - 5.0));
    // The field's skill has standard deviation 0.5, in which terms of ln Q are.
    EXPECT_NEAR(persons.specific_skill[old_courses], 0.35 * std::sqrt(q) * currency, 2e-4);
    EXPECT_NEAR(persons.general_skill[old_courses], 0.23 * q, 2e-4);
    // Experience leans to the able: 0.8 · 0.36 · (T − T_ref), T_ref the mean before the change.
    const double slope = 0.5 * 0.8 * 0.36 * 0.4 * 0.95;
    EXPECT_NEAR(persons.specific_skill[able],
                0.35 * std::sqrt(q) * currency * std::exp(0.2 + slope), 4e-4);
    const auto other = static_cast<double>(world.teaching.quality[1]);
    EXPECT_NEAR(persons.specific_skill[contract], 0.35 * std::sqrt(other) + 0.10, 4e-4);
    EXPECT_EQ(persons.skill_vintage[old_courses], (2022 - 15) & 255);
    EXPECT_EQ(persons.skill_vintage[contract], (2022 - 5) & 255);
}

TEST(SkillVintage, IsTheMeanOfWhatWasLearnt) {
    EXPECT_EQ(mixed_vintage(10, 0.0, 0.3, 2020), 2020 & 255);
    EXPECT_EQ(mixed_vintage(2010 & 255, 0.3, 0.3, 2020), 2015 & 255);
    EXPECT_EQ(mixed_vintage(2010 & 255, 0.3, 0.0, 2020), 2010 & 255);
    EXPECT_EQ(mixed_vintage(2060 & 255, 0.5, 0.5, 2040), 2050 & 255);  // across 2048 = 0
}

}  // namespace
}  // namespace vocational::testing
