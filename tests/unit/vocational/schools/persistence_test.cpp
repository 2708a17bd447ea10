// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/persistence.hpp"

#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include "models/vocational/agents/skill_gain.hpp"
#include "tests/support/test_random.hpp"
#include "tests/unit/vocational/schools/school_world.hpp"

namespace vocational::testing {
namespace {

constexpr sim::Quarter reference{2022, 2};
constexpr sim::Quarter after{2023, 2};
constexpr std::int32_t students = 5'000;  // in each of four programmes

class PersistenceTest : public ::testing::Test {
  protected:
    PersistenceTest() : world_({{0, 1.0F, students}, {2, 1.0F, students}}) {
        world_.populate();
        return_all();
        auto& persons = world_.world.table<PersonTable>();
        for (std::size_t row = 0; row < persons.end_row(); ++row) {
            persons.ability[row] = 0.5 * static_cast<double>(row % 7) - 1.5;
            persons.ses_percentile[row] = static_cast<std::uint8_t>(row % 100);
        }
    }

    // Everybody is back in the first year of her programme.
    void return_all() {
        auto& persons = world_.world.table<PersonTable>();
        for (std::size_t row = 0; row < persons.end_row(); ++row) {
            persons.state[row] = State::enrolled;
            persons.duration[row] = 4;
            persons.link[row] = Link(ProgrammeId(row / students));
        }
        for (std::size_t row = 0; row < 4; ++row) {
            world_.programmes.enrolled[row] = students;
        }
    }
    // Who stops, per programme of the first school and of the second.
    std::array<std::int32_t, 2> stop(sim::Quarter when) {
        return_all();
        auto& cells = world_.world.table<TrackCellTable>();
        Persistence phase(world_.setting, world_.params, world_.world);
        std::array<std::int32_t, 2> stopped{};
        const auto cell = [](std::size_t p) {
            return track_cell(ProvinceId(p), Track::secondary_vocational).row();
        };
        cells.dropouts[cell(0)] = cells.dropouts[cell(1)] = 0;
        world_.run(phase, when);
        stopped[0] = cells.dropouts[cell(0)];
        stopped[1] = cells.dropouts[cell(1)];
        return stopped;
    }

    // Pay at its reference: 50,000 yuan unskilled, 70,000 schooled.
    void set_wages() {
        auto& references = world_.world.table<ProvinceReferenceTable>();
        auto& cells = world_.world.table<LabourCellTable>();
        for (std::size_t p = 0; p < 2; ++p) {
            references.unskilled_wage[p] = 50'000.0;
            references.schooled_wage[p] = 70'000.0;
            for (const Level level : {Level::lower_secondary, Level::upper_secondary}) {
                const std::size_t cell = labour_cell(ProvinceId(p), level).row();
                cells.employed[cell] = 10;
                cells.wage_sum[cell] = level == Level::lower_secondary ? 500'000 : 700'000;
            }
        }
    }

    SchoolWorld world_;
};

TEST(StoppingOdds, HoldTheMeanToSecondOrder) {
    // Half of the students at relative odds 0.4, half at 1.6: mean 1, mean square 1.36.
    const double odds = odds_for(0.0735, 1.36);
    const double mean = 0.5 * (0.4 * odds / (1.0 + 0.4 * odds) + 1.6 * odds / (1.0 + 1.6 * odds));
    EXPECT_NEAR(mean, 0.0735, odds * odds * odds * 2.08);  // the third moment bounds the rest
    EXPECT_NEAR(odds - odds * odds * 1.36, 0.0735, 1e-12);
}

// Half of the students at relative odds 0.4, half at 1.6, as above: the rate is known exactly, and
// the recorded one up to the third moment.
TEST_F(PersistenceTest, MeanRateOfTheReferenceYearIsTheRecordedOne) {
    auto& params = world_.params.persistence;
    for (auto* other : {&params.ses_slope, &params.disadvantage, &params.cost_slope}) {
        other->assign(0.0);
    }
    const double apart = std::log(1.6 / 0.4) / -params.ability_slope;
    auto& persons = world_.world.table<PersonTable>();
    for (std::size_t row = 0; row < persons.end_row(); ++row) {
        persons.ability[row] = (row % 2 == 0 ? -0.5 : 0.5) * apart;
    }
    sim::testing::MeanOf rate;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        world_.setting.seed = seed;
        const auto stopped = stop(reference);
        rate.add((stopped[0] + stopped[1]) / (4.0 * students));
    }
    const double recorded = params.secondary_vocational;
    const double odds = odds_for(recorded, 1.36);
    const double exact = 0.5 * (0.4 * odds / (1.0 + 0.4 * odds) + 1.6 * odds / (1.0 + 1.6 * odds));
    EXPECT_NEAR(rate.mean(), exact, 3.0 * rate.standard_error());
    EXPECT_NEAR(exact, recorded, odds * odds * odds * 2.08);
}

TEST_F(PersistenceTest, QualityMovesTheMeanAfterTheStart) {
    stop(reference);
    const auto before = stop(after);
    for (std::size_t row = 0; row < 2; ++row) {
        world_.teaching.quality[row] = 1.3F;
    }
    const auto better = stop(after);
    EXPECT_LT(better[0], before[0]);
    EXPECT_EQ(better[1], before[1]);
    // Odds fall by 1.3^−1.5.
    EXPECT_NEAR(static_cast<double>(better[0]) / before[0], std::pow(1.3, -1.5), 0.1);
    // In the reference year the same change would be centred away.
    world_.teaching.quality[2] = world_.teaching.quality[3] = 1.3F;
    const auto centred = stop(reference);
    EXPECT_NEAR(centred[0] + centred[1], before[0] + before[1], 0.1 * (before[0] + before[1]));
}

TEST_F(PersistenceTest, CostsDriveOutThePoorAndGrantsHoldThem) {
    stop(reference);
    const auto free = stop(after);
    auto& costs = world_.world.table<FamilyCostTable>();
    const std::size_t cell = track_cell(ProvinceId(0), Track::secondary_vocational).row();
    costs.living[cell] = 10'000.0F;
    const auto dear = stop(after);
    EXPECT_GT(dear[0], free[0]);
    costs.poor_grant[cell] = 10'000.0F;
    const auto helped = stop(after);
    EXPECT_LT(helped[0], dear[0]);
    EXPECT_EQ(helped[1], free[1]);
}

TEST_F(PersistenceTest, ThePriceIsThatOfTheOwnSchool) {
    stop(reference);
    const auto alike = stop(after);
    auto& costs = world_.world.table<FamilyCostTable>();
    for (std::size_t p = 0; p < 2; ++p) {
        costs.private_extra[track_cell(ProvinceId(p), Track::secondary_vocational).row()] =
            15'000.0F;
    }
    world_.states.ownership[1] = Ownership::private_profit;
    const auto dear = stop(after);
    EXPECT_EQ(dear[0], alike[0]);
    EXPECT_GT(dear[1], alike[1]);
}

TEST_F(PersistenceTest, ADearLabourMarketDrawsStudentsOut) {
    set_wages();
    auto& cells = world_.world.table<LabourCellTable>();
    stop(reference);
    const auto before = stop(after);
    cells.wage_sum[labour_cell(ProvinceId(0), Level::lower_secondary).row()] = 650'000;
    const auto tempted = stop(after);
    EXPECT_GT(tempted[0], before[0]);
    EXPECT_EQ(tempted[1], before[1]);
}

// Whoever stops, against those who stay: a factor with a slope separates them, one without does
// not.
class SlopeTest : public PersistenceTest {
  protected:
    SlopeTest() {
        PersistenceParams& p = world_.params.persistence;
        p.ability_slope.assign(0.0);
        p.ses_slope.assign(0.0);
        p.disadvantage.assign(0.0);
    }
    // Leavers' mean less the mean of all, in standard errors of it.
    double excess(const std::function<double(std::size_t)>& value) {
        stop(reference);
        const auto& persons = world_.world.table<PersonTable>();
        double all = 0.0;
        double squares = 0.0;
        double leavers = 0.0;
        double of_leavers = 0.0;
        const double n = static_cast<double>(persons.end_row());
        for (std::size_t row = 0; row < persons.end_row(); ++row) {
            const double x = value(row);
            all += x / n;
            squares += x * x / n;
            leavers += persons.state[row] == State::enrolled ? 0.0 : 1.0;
            of_leavers += persons.state[row] == State::enrolled ? 0.0 : x;
        }
        return (of_leavers / leavers - all) / std::sqrt((squares - all * all) / leavers);
    }
};

TEST_F(SlopeTest, TheAbleStay) {
    const auto ability = [&](std::size_t row) {
        return double{world_.world.table<PersonTable>().ability[row]};
    };
    EXPECT_LT(std::abs(excess(ability)), 3.0);
    world_.params.persistence.ability_slope.assign(-0.5);
    EXPECT_LT(excess(ability), -8.0);
}

TEST_F(SlopeTest, TheWellBornStay) {
    const auto status = [&](std::size_t row) {
        return static_cast<double>(world_.world.table<PersonTable>().ses_percentile[row]);
    };
    EXPECT_LT(std::abs(excess(status)), 3.0);
    world_.params.persistence.ses_slope.assign(-0.6);
    EXPECT_LT(excess(status), -3.0);
}

TEST_F(SlopeTest, ThePoorAndTheWeakAreAtFurtherRisk) {
    const auto is_weak = [&](std::size_t row) {
        return double{world_.world.table<PersonTable>().ability[row]} < -0.5 ? 1.0 : 0.0;
    };
    EXPECT_LT(std::abs(excess(is_weak)), 3.0);
    world_.params.persistence.disadvantage.assign(0.4);
    EXPECT_GT(excess(is_weak), 3.0);
}

TEST_F(SlopeTest, APayOffHoldsStudents) {
    set_wages();
    stop(reference);
    const auto before = stop(after);
    auto& cells = world_.world.table<LabourCellTable>();
    cells.wage_sum[labour_cell(ProvinceId(0), Level::upper_secondary).row()] = 1'050'000;
    const auto promising = stop(after);
    // Odds fall by 1.5^−0.8.
    EXPECT_NEAR(static_cast<double>(promising[0]) / before[0], std::pow(1.5, -0.8), 0.08);
    EXPECT_EQ(promising[1], before[1]);
}

TEST_F(SlopeTest, LearningAtWorkHoldsStudents) {
    world_.params.persistence.work_based_slope.assign(-0.6);
    stop(reference);
    const auto before = stop(after);
    auto& persons = world_.world.table<PersonTable>();
    for (std::size_t row = 0; row < 2 * students; ++row) {
        persons.contract[row].sign(ContractKind::apprenticeship);
    }
    const auto working = stop(after);
    const double share = world_.params.learning.relevance_apprenticeship;
    EXPECT_NEAR(static_cast<double>(working[0]) / before[0], std::exp(-0.6 * share), 0.08);
    EXPECT_EQ(working[1], before[1]);
}

TEST_F(SlopeTest, LeaversKeepTheirSkillAndSeekWork) {
    auto& persons = world_.world.table<PersonTable>();
    for (std::size_t row = 0; row < persons.end_row(); ++row) {
        persons.general_skill[row] = 0.001 * static_cast<double>(row % 1000);
        persons.specific_skill[row] = 0.002 * static_cast<double>(row % 500);
        persons.attained[row] = Attained::lower_secondary;
    }
    const auto stopped = stop(reference);
    std::int32_t leavers = 0;
    std::int32_t students_left = 0;
    for (std::size_t row = 0; row < persons.end_row(); ++row) {
        EXPECT_EQ(persons.general_skill[row].count(),
                  Skill(0.001 * static_cast<double>(row % 1000)).count());
        EXPECT_EQ(persons.specific_skill[row].count(),
                  Skill(0.002 * static_cast<double>(row % 500)).count());
        if (persons.state[row] == State::enrolled) {
            ++students_left;
            continue;
        }
        ++leavers;
        EXPECT_EQ(persons.state[row], State::unemployed);
        EXPECT_EQ(persons.attained[row], Attained::lower_secondary);
        EXPECT_FALSE(persons.link[row].programme());
    }
    EXPECT_EQ(leavers, stopped[0] + stopped[1]);
    std::int32_t enrolled = 0;
    for (std::size_t row = 0; row < 4; ++row) {
        enrolled += world_.programmes.enrolled[row];
    }
    EXPECT_EQ(enrolled, students_left);
}

}  // namespace
}  // namespace vocational::testing
