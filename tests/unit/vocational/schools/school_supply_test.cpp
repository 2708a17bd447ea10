// SPDX-License-Identifier: Apache-2.0
// Programme mix, closures, reputation.
#include <algorithm>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "models/vocational/agents/schools/school_count.hpp"
#include "models/vocational/phases/schools/programme_mix.hpp"
#include "models/vocational/phases/schools/reputation.hpp"
#include "models/vocational/phases/schools/school_size.hpp"
#include "tests/unit/vocational/schools/school_world.hpp"

namespace vocational::testing {
namespace {

constexpr double supply_elasticity = 1.3;

// A closed market: the wage clears demand of elasticity `demand_elasticity` against supply that the
// programme rule set one delay before. Wages follow w_t = −(es/ed) w_{t−L} + shock/ed.
std::vector<double> cobweb(double demand_elasticity, double speed, int rounds) {
    SchoolSupplyParams params;
    params.elasticity.assign(supply_elasticity);
    std::vector<double> wages;
    double places = 1.0;
    for (int round = 0; round < rounds; ++round) {
        const double wage = (1.0 - std::log(places)) / demand_elasticity;
        wages.push_back(wage);
        places = adjusted_places(speed, places, wanted_places(params, 1.0, std::exp(wage)));
    }
    return wages;
}

TEST(Cobweb, StableWhereSupplyReactsLessThanDemand) {
    const std::vector<double> wages = cobweb(2.0, 1.0, 60);
    const std::vector<double> expected{0.5, 0.175, 0.38625, 0.2489375};
    for (std::size_t t = 0; t < expected.size(); ++t) {
        EXPECT_NEAR(wages[t], expected[t], 1e-8);
    }
    EXPECT_NEAR(wages.back(), 1.0 / 3.3, 1e-8);  // 0.30303030…
}

TEST(ListedPlaces, APartIsPlannedFromTheLevelOfDemand) {
    EXPECT_DOUBLE_EQ(listed_places(0.0, 0.3, 0.7), 0.3);
    EXPECT_DOUBLE_EQ(listed_places(0.25, 0.3, 0.7), 0.4);
    EXPECT_DOUBLE_EQ(listed_places(1.0, 0.3, 0.7), 0.7);
}

TEST(Cobweb, ExplodesWhereSupplyReactsMore) {
    const std::vector<double> wages = cobweb(1.0, 1.0, 5);
    const std::vector<double> expected{1.0, -0.3, 1.39, -0.807, 2.0491};
    for (std::size_t t = 0; t < expected.size(); ++t) {
        EXPECT_NEAR(wages[t], expected[t], 1e-8);
    }
}

TEST(Cobweb, SlowAdjustmentTamesIt) {
    const std::vector<double> wages = cobweb(1.0, 0.2, 200);
    EXPECT_NEAR(wages.back(), 1.0 / 2.3, 1e-8);
}

// Who sees that others answer the same wage plans for the wage that clears supply and demand.
TEST(Cobweb, ExpectationsThatAnticipateSupplyRemoveIt) {
    SchoolSupplyParams params;
    params.elasticity.assign(supply_elasticity);
    for (const double demand_elasticity : {2.0, 1.0, 0.5}) {
        const auto wage_at = [&](double places) {
            return (1.0 - std::log(places)) / demand_elasticity;
        };
        const auto wanted_at = [&](double wage) {
            return wanted_places(params, 1.0, std::exp(wage));
        };
        double low = -5.0;
        double high = 5.0;
        for (int step = 0; step < 60; ++step) {
            const double wage = 0.5 * (low + high);
            (wage_at(wanted_at(wage)) > wage ? low : high) = wage;
        }
        const double settled = 1.0 / (demand_elasticity + supply_elasticity);
        double places = 1.0;
        for (int round = 0; round < 5; ++round) {
            places = adjusted_places(1.0, places, wanted_at(low));
            EXPECT_NEAR(wage_at(places), settled, 1e-8) << demand_elasticity;
        }
    }
}

class MixTest : public ::testing::Test {
  protected:
    MixTest()
        : world_({{0}, {2}}), phase_(world_.setting, world_.params.school_supply, world_.world) {
        world_.params.school_supply.forecast_error.assign(0.0);
        offer(0, Field::equipment_manufacturing, 50);
        offer(0, Field::finance_commerce, 50);
        offer(2, Field::equipment_manufacturing, 50);
        offer(2, Field::finance_commerce, 50);
        for (int year = 2002; year < 2022; ++year) {
            for (int quarter = 1; quarter <= 4; ++quarter) {
                world_.run(phase_, {year, quarter});
            }
        }
        world_.run(phase_, {2022, 1});
    }
    void offer(std::size_t city, Field field, std::int32_t jobs) {
        const Occupation skilled = Occupation::of(JobLevel::skilled_worker, field);
        world_.world.table<JobCellTable>().vacancies[job_cell(CityId(city), skilled).row()] = jobs;
    }
    double share(std::size_t programme) const {
        return static_cast<double>(world_.programmes.seat_share[programme]);
    }

    SchoolWorld world_;
    ProgrammeMix phase_;
};

TEST_F(MixTest, HoldsWhereDemandHolds) {
    world_.run(phase_, {2022, 3});
    EXPECT_FLOAT_EQ(world_.programmes.seat_share[0], 0.5F);
}

TEST_F(MixTest, SeatsFollowVacanciesAtTheLongRunElasticityAndAddUp) {
    offer(0, Field::equipment_manufacturing, 75);
    offer(0, Field::finance_commerce, 25);
    for (int year = 2022; year < 2082; ++year) {
        for (int quarter = 1; quarter <= 4; ++quarter) {
            world_.run(phase_, {year, quarter});
        }
        EXPECT_NEAR(share(0) + share(1), 1.0, 1e-6);
    }
    // Shares 0.75 and 0.25 of vacancies, each with the prior, in proportion (D/D0)^1.3.
    const double up = std::pow(0.77 / 0.52, 1.3);
    const double down = std::pow(0.27 / 0.52, 1.3);
    EXPECT_NEAR(share(0) / share(1), up / down, 0.02 * up / down);
    EXPECT_NEAR(share(2), 0.5, 1e-5);  // the other province
}

// After a lasting shift of demand in both provinces; the second school reads a forecast.
TEST_F(MixTest, AForecastRunsAheadOfTheMeanTowardTheSamePlaces) {
    world_.world.table<SchoolLeverTable>().horizon[1] = 3.0F;
    for (const std::size_t city : {std::size_t{0}, std::size_t{2}}) {
        offer(city, Field::equipment_manufacturing, 75);
        offer(city, Field::finance_commerce, 25);
    }
    const auto year = [&](int number) {
        for (int quarter = 1; quarter <= 4; ++quarter) {
            world_.run(phase_, {number, quarter});
        }
    };
    double before = share(0);
    for (int number = 2023; number < 2026; ++number) {
        year(number);
        EXPECT_GT(share(2), share(0) + 0.01) << number;
        EXPECT_GT(share(0), before) << number;
        before = share(0);
    }
    for (int number = 2026; number < 2076; ++number) {
        year(number);
    }
    EXPECT_NEAR(share(2), share(0), 1e-3);
}

// A closed market of two fields: what is decided now leaves school four years later, and a field's
// vacancies fall as (leavers)^(−1 ÷ demand elasticity). Demand for the first field rises for good.
class ClosedMarketTest : public MixTest {
  protected:
    static constexpr int pipeline = 4;
    static constexpr double shift = 0.3;

    ClosedMarketTest() { world_.params.school_supply.prior_weight.assign(0.0); }
    // The first field's share of places after each year. Anticipating, vacancies are published as
    // they will be when the places now planned have left school; otherwise as they are.
    std::vector<double> live(double demand_elasticity, bool anticipates, int years) {
        std::vector<double> planned(pipeline, share(0));
        std::vector<double> shares;
        for (int year = 0; year < years; ++year) {
            const double leavers = anticipates ? share(0) : planned[planned.size() - pipeline];
            const double slope = -1.0 / demand_elasticity;
            auto& cells = world_.world.table<JobCellTable>();
            const auto vacancies = [&](Field field) -> double& {
                return cells.vacancies
                    [job_cell(CityId(0), Occupation::of(JobLevel::skilled_worker, field)).row()];
            };
            vacancies(Field::equipment_manufacturing) =
                50.0 * std::exp(shift + slope * std::log(leavers / 0.5));
            vacancies(Field::finance_commerce) =
                50.0 * std::exp(slope * std::log((1.0 - leavers) / 0.5));
            for (int quarter = 1; quarter <= 4; ++quarter) {
                world_.run(phase_, {2023 + year, quarter});
            }
            planned.push_back(share(0));
            shares.push_back(share(0));
        }
        return shares;
    }
    // K1 ÷ K2 = exp(e x), where x = shift − e x ÷ demand elasticity.
    static double settled(double demand_elasticity) {
        const double odds =
            std::exp(supply_elasticity * shift / (1.0 + supply_elasticity / demand_elasticity));
        return odds / (1.0 + odds);
    }
    static double swing(const std::vector<double>& shares, std::size_t from, std::size_t to) {
        const auto [low, high] =
            std::minmax_element(shares.begin() + static_cast<std::ptrdiff_t>(from),
                                shares.begin() + static_cast<std::ptrdiff_t>(to));
        return *high - *low;
    }
};

TEST_F(ClosedMarketTest, NaiveSchoolsSettleWhereDemandGivesWay) {
    const std::vector<double> shares = live(2.0, false, 120);
    EXPECT_NEAR(shares.back(), settled(2.0), 1e-3);
    EXPECT_LT(swing(shares, 100, 120), 1e-3);
}

TEST_F(ClosedMarketTest, NaiveSchoolsOvershootEverMoreWhereItDoesNot) {
    const std::vector<double> shares = live(0.3, false, 80);
    EXPECT_GT(swing(shares, 0, 20), 0.05);
    EXPECT_GT(swing(shares, 60, 80), 3.0 * swing(shares, 0, 20));
}

TEST_F(ClosedMarketTest, AnticipatedSupplyRemovesTheSwings) {
    const std::vector<double> shares = live(0.3, true, 80);
    EXPECT_NEAR(shares.back(), settled(0.3), 1e-4);
    EXPECT_LT(swing(shares, 60, 80), 1e-6);
    EXPECT_LT(swing(shares, 0, 80), settled(0.3) - 0.5 + 0.01);  // hardly overshoots
}

class SizeTest : public ::testing::Test {
  protected:
    void years(SchoolWorld& world, int count) {
        SchoolSize phase(world.setting, world.records, world.params.school_supply, world.world);
        for (int year = 0; year < count; ++year) {
            world.open_ledger();
            world.run(phase, {2023 + year, 1});
            EXPECT_EQ(world.close_ledger(), "");
        }
    }
    // Nothing under way.
    static void settle(SchoolWorld& world) {
        auto& counts = world.world.table<SchoolCountTable>();
        std::fill_n(counts.closures_due.data(), counts.end_row(), 0.0F);
        std::fill_n(counts.openings_due.data(), counts.end_row(), 0.0F);
    }
    static std::int64_t students(const SchoolWorld& world) {
        return std::accumulate(world.programmes.enrolled.data(),
                               world.programmes.enrolled.data() + world.programmes.end_row(),
                               std::int64_t{0});
    }
};

TEST(ShareTooSmall, IsLogNormalInARowAndThresholdInASchool) {
    EXPECT_EQ(share_too_small(0.6, 1.0, 700.0, 720.0), 1.0);
    EXPECT_EQ(share_too_small(0.6, 1.0, 720.0, 720.0), 0.0);
    EXPECT_EQ(share_too_small(0.6, 50.0, 0.0, 720.0), 1.0);
    const double spread = std::sqrt(std::log(1.36));
    const double expected =
        0.5 * std::erfc(-(std::log(0.4) / spread + spread / 2.0) / std::sqrt(2.0));
    EXPECT_NEAR(share_too_small(0.6, 1e9, 1'800.0, 720.0), expected, 1e-6);
    EXPECT_GT(share_too_small(0.6, 50.0, 1'500.0, 720.0),
              share_too_small(0.6, 50.0, 1'800.0, 720.0));
}

// Recorded net closures of 2010 to 2019, secondary vocational schools: 3.8 % a year at mean sizes
// between 1,540 and 1,730.
TEST(ShareTooSmall, TheRecordedSizesGiveTheRecordedClosures) {
    const SchoolSupplyParams params;
    double schools = 10'864.0;
    for (const double size :
         {1673.0, 1746.0, 1732.0, 1638.0, 1563.0, 1542.0, 1525.0, 1533.0, 1546.0}) {
        schools -= schools *
                   share_too_small(params.size_spread, schools, size, params.smallest_vocational) /
                   params.years_too_small;
    }
    EXPECT_NEAR(schools, 7'686.0, 0.05 * 7'686.0);
}

TEST_F(SizeTest, SchoolsOfARowAreGivenUpAfterThreeYearsOnAverage) {
    SchoolWorld world({{0, 10.0F}, {2, 2.0F}});  // 4,000 students: 400 and 2,000 a school
    world.params.school_supply.size_spread.assign(0.2);
    settle(world);
    years(world, 1);
    EXPECT_EQ(world.schools.weight[0], 7.0F);  // a third of those below 720
    EXPECT_EQ(world.schools.weight[1], 2.0F);
}

TEST_F(SizeTest, OneSchoolClosesInTheThirdYearOnEndAndRecoversInBetween) {
    SchoolWorld world({{0, 1.0F, 3}, {0, 1.0F, 20}});
    world.populate();
    settle(world);
    years(world, 2);
    EXPECT_EQ(world.states.is_closed[0], 0);
    world.programmes.enrolled[0] += 20;  // a good year
    years(world, 1);
    world.programmes.enrolled[0] -= 20;
    years(world, 2);
    EXPECT_EQ(world.states.is_closed[0], 0);
    years(world, 1);
    EXPECT_EQ(world.states.is_closed[0], 1);
}

// The records of this world have 4,000 students a school; 20,000 to one school are four more.
TEST_F(SizeTest, NewSchoolsOpenWhereTheyAreFull) {
    SchoolWorld world({{0, 1.0F, 100}, {2, 1.0F, 20}});
    settle(world);
    years(world, 1);
    EXPECT_EQ(world.schools.weight[0], 3.0F);  // half of the excess of four a year
    EXPECT_EQ(world.schools.weight[1], 1.0F);
}

TEST_F(SizeTest, AClosedSchoolLosesNoStudentAndNoYuan) {
    SchoolWorld world({{0, 1.0F, 3}, {0, 1.0F, 20}, {2, 1.0F, 20}});
    world.populate();
    settle(world);
    world.open_ledger();
    world.states.balance[0] = 700;  // as if paid in earlier quarters
    world.world.table<sim::AccountTable>().closing[sim::index_of(Account::school)] = 700;
    world.states.debt[0] = 40;
    world.owe(40);
    const std::int64_t before = students(world);
    const double teachers = world.states.teachers[0] + world.states.teachers[1];
    years(world, 3);
    EXPECT_EQ(world.states.is_closed[0], 1);
    EXPECT_EQ(students(world), before);
    EXPECT_EQ(world.programmes.enrolled[0] + world.programmes.enrolled[1], 0);
    EXPECT_EQ(world.programmes.enrolled[2], 23);  // of the same field
    EXPECT_EQ(world.states.balance[1], 700);
    EXPECT_EQ(world.states.debt[1], 40);
    EXPECT_DOUBLE_EQ(world.states.teachers[1], teachers);
    EXPECT_FLOAT_EQ(world.schools.seat_share[1], 0.4F);
    const auto& persons = world.world.table<PersonTable>();
    std::vector<std::int32_t> linked(world.programmes.end_row(), 0);
    for (std::size_t row = 0; row < persons.end_row(); ++row) {
        ++linked[persons.link[row].programme().row()];
    }
    for (std::size_t row = 0; row < linked.size(); ++row) {
        EXPECT_EQ(linked[row], world.programmes.enrolled[row]);
    }
}

TEST_F(SizeTest, ACityKeepsItsLastVocationalSchool) {
    SchoolWorld world({{0, 1.0F, 2}, {1, 1.0F, 20}});
    world.populate();
    settle(world);
    years(world, 6);
    EXPECT_EQ(world.states.is_closed[0], 0);
    EXPECT_EQ(world.schools.weight[0], 1.0F);
}

TEST(Reputation, IsTheMovingMeanOfResults) {
    SchoolWorld world({{0}, {2}});
    auto& records = world.world.table<GraduateRecordTable>();
    records.graduates[0] = records.graduates[2] = 10;
    records.specific_sum[0] = 10 * 4096;
    records.specific_sum[2] = 30 * 4096;
    world.schools.standing[0] = 1.0F;
    Reputation phase(world.params.school_supply, world.world);
    world.run(phase, {2023, 2});
    EXPECT_FLOAT_EQ(world.schools.standing[0], 0.8F - 0.2F);  // one spread below the mean
    EXPECT_FLOAT_EQ(world.schools.standing[1], 0.2F);
}

}  // namespace
}  // namespace vocational::testing
