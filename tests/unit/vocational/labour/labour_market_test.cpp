// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/labour_market.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

// `wanted` posts in each of many small factories, pools in services.
std::vector<FirmSpec> factories(std::int32_t wanted, std::int32_t pooled = 0) {
    std::vector<FirmSpec> list;
    for (std::size_t city = 0; city < cities; ++city) {
        for (int i = 0; i < 30; ++i) {
            list.push_back({city, manufacturing, false, wanted, 1.0F / 30.0F});
        }
        list.push_back({city, services, true, pooled});
    }
    return list;
}

void seek(LabourWorld& economy, std::size_t every = 1) {
    for (std::size_t row = 0; row < economy.persons.end_row(); row += every) {
        economy.persons.state[row] = State::unemployed;
    }
}

LabourMarket market_of(LabourWorld& economy) {
    return {economy.setting, economy.records, economy.params, economy.wages, economy.world};
}

struct Totals {
    double vacancies = 0.0;
    int seekers = 0;
    int hires = 0;
};

Totals totals(const LabourWorld& economy) {
    Totals sum;
    for (std::size_t cell = 0; cell < economy.cells.end_row(); ++cell) {
        sum.vacancies += economy.cells.vacancies[cell];
        sum.seekers += economy.cells.seekers[cell];
        sum.hires += economy.cells.hires[cell];
    }
    return sum;
}

TEST(LabourMarketTest, KeepsTheBooks) {
    LabourWorld economy(10, factories(20, 40));
    seek(economy, 2);
    const std::size_t seekers = economy.count(State::unemployed);
    LabourMarket market = market_of(economy);
    economy.run(market, LabourWorld::now);
    EXPECT_EQ(economy.wrong_headcounts(), 0U);
    EXPECT_EQ(economy.count(State::unemployed) + economy.count(State::employed), seekers);
    int formal = 0;
    for (std::size_t f = 0; f < economy.firms.end_row(); ++f) {
        EXPECT_LE(economy.firms.headcount[f], economy.firms.wanted[f]) << "firm " << f;
        formal += economy.firms.is_pool[f] != 0 ? 0 : economy.firms.headcount[f];
    }
    const Totals sum = totals(economy);
    EXPECT_NEAR(sum.vacancies, 3 * 30 * 20, 1e-6);
    EXPECT_EQ(sum.seekers, static_cast<int>(seekers));
    EXPECT_EQ(sum.hires, formal);
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        if (economy.persons.state[row] == State::employed) {
            const std::size_t firm = economy.persons.link[row].firm().row();
            EXPECT_EQ(economy.persons.present_city[row], economy.firms.city[firm]);
            EXPECT_EQ(economy.persons.duration[row], 0);
            EXPECT_GT(economy.persons.wage[row], 0.0);
        }
    }
}

// In one round a city hires what the law says of its posts and of those who try them, up to
// rounding: everybody here is alike, so posts of a kind and seekers meet in proportion.
TEST(LabourMarketTest, HiresFollowTheUrnBallLaw) {
    for (const char* rule : {"random", "ranked"}) {
        double hired = 0.0;
        double expected = 0.0;
        for (int quarter = 0; quarter < 20; ++quarter) {
            LabourWorld economy(6, factories(12));
            economy.params.structures.hiring.assign(std::string(rule));
            economy.params.labour.rounds.assign(std::int64_t{1});
            economy.params.labour.move_share_rural.assign(0.0);
            economy.params.market.requirement_strictness.assign(0.0);
            seek(economy);
            LabourMarket market = market_of(economy);
            economy.run(market, LabourWorld::now + quarter);
            for (std::size_t cell = 0; cell < economy.cells.end_row(); ++cell) {
                hired += economy.cells.hires[cell];
                expected +=
                    expected_hires(economy.cells.seekers[cell], economy.cells.vacancies[cell]);
            }
        }
        // Who tries what is drawn, so single cells miss the law of their own seekers; sums do not.
        EXPECT_NEAR(hired / expected, 1.0, 0.03) << rule;
    }
}

// The same economy at twice and four times the people per agent finds the same share of jobs.
TEST(LabourMarketTest, ChancesDoNotDependOnScale) {
    const auto share_hired = [](std::uint32_t people, std::int32_t wanted) {
        double hired = 0.0;
        double seekers = 0.0;
        for (int quarter = 0; quarter < 12; ++quarter) {
            LabourWorld economy(people, factories(wanted));
            seek(economy, 2);
            seekers += static_cast<double>(economy.count(State::unemployed));
            LabourMarket market = market_of(economy);
            economy.run(market, LabourWorld::now + quarter);
            hired += static_cast<double>(economy.count(State::employed));
        }
        return hired / seekers;
    };
    const double fine = share_hired(16, 12);
    EXPECT_NEAR(share_hired(8, 6), fine, 0.02);
    EXPECT_NEAR(share_hired(4, 3), fine, 0.02);
}

TEST(LabourMarketTest, RankedHiringPrefersTheAbleRandomDoesNot) {
    const auto mean_advantage = [](const char* rule) {
        LabourWorld economy(12, factories(5));
        economy.params.structures.hiring.assign(std::string(rule));
        economy.params.labour.signal_noise.assign(0.2);
        seek(economy);
        for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
            economy.persons.general_skill[row] = row % 2 == 0 ? 1.0 : -1.0;
        }
        LabourMarket market = market_of(economy);
        economy.run(market, LabourWorld::now);
        double sum = 0.0;
        double people = 0.0;
        for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
            if (economy.persons.state[row] == State::employed) {
                sum += economy.persons.general_skill[row];
                people += 1.0;
            }
        }
        EXPECT_GT(people, 200.0);
        return sum / people;
    };
    EXPECT_GT(mean_advantage("ranked"), 0.7);
    EXPECT_LT(std::abs(mean_advantage("random")), 0.25);
}

TEST(LabourMarketTest, WagesAreThoseOfTheEquation) {
    LabourWorld economy(5, factories(20));
    economy.firms.premium[3] = 0.3F;
    seek(economy);
    economy.persons.experience[4] = 40;
    LabourMarket market = market_of(economy);
    economy.run(market, LabourWorld::now);
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        if (economy.persons.state[row] != State::employed) {
            continue;
        }
        const FirmId firm = economy.persons.link[row].firm();
        const sim::Identity person = economy.setting.cohorts.identity(PersonId(row));
        const double expected = economy.wages.log_wage(
            {economy.persons.attained[row], economy.persons.field[row], 0.0, 0.0},
            {economy.setting.province_of[economy.firms.city[firm.row()].row()], manufacturing,
             economy.persons.occupation[row],
             static_cast<double>(economy.firms.premium[firm.row()])},
            economy.persons.experience[row],
            economy.wages.residual(person, static_cast<std::uint32_t>(LabourWorld::now.index())));
        EXPECT_NEAR(economy.persons.wage[row], std::exp(expected), 50.1);
    }
}

TEST(LabourMarketTest, MoversSearchWhereTheyAreDrawnTo) {
    LabourWorld economy(10, factories(40));
    economy.params.labour.move_share_rural.assign(0.5);
    seek(economy);
    LabourMarket market = market_of(economy);
    economy.run(market, LabourWorld::now);
    double hired = 0.0;
    double moved = 0.0;
    for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
        if (economy.persons.state[row] == State::employed) {
            const std::size_t home = economy.setting.cohorts.segment_of(row).home.row();
            const std::size_t city = economy.persons.present_city[row].row();
            EXPECT_TRUE(city == home || city == (home + 1) % cities);
            hired += 1.0;
            moved += city != home ? 1.0 : 0.0;
        }
    }
    EXPECT_NEAR(moved / hired, 0.5, 4.0 * 0.5 / std::sqrt(hired));
}

// Leavers under contract who wait for posts of their firm.
TEST(LabourMarketTest, OnlyAReservedPostKeepsSkillThatIsBoundToTheFirm) {
    for (const std::int32_t posts : {0, 60}) {
        LabourWorld economy(10, factories(0));
        economy.firms.wanted[3] = posts;
        for (std::size_t row = 0; row < 30; ++row) {
            economy.persons.state[row] = State::unemployed;
            economy.persons.contract[row].sign(ContractKind::order_class);
            economy.persons.link[row] = Link(FirmId(3));
            economy.persons.specific_skill[row] = 1.0;
            economy.persons.firm_bound[row] = 0.25;
        }
        LabourMarket market = market_of(economy);
        economy.run(market, LabourWorld::now);
        EXPECT_EQ(economy.firms.headcount[3], posts > 0 ? 30 : 0);
        for (std::size_t row = 0; row < 30; ++row) {
            EXPECT_FALSE(economy.persons.contract[row].exists());
            EXPECT_EQ(economy.persons.specific_skill[row], posts > 0 ? 1.0 : 0.75);
            EXPECT_EQ(economy.persons.firm_bound[row], posts > 0 ? 0.25 : 0.0);
        }
    }
}

TEST(LabourMarketTest, WhoChangesTheFirmTakesAlongPortableSkill) {
    LabourWorld economy(10, factories(20));
    economy.params.market.on_the_job_search.assign(0.4);
    const Occupation own = Occupation::of(JobLevel::skilled_worker, Field::equipment_manufacturing);
    for (std::size_t row = 0; row < economy.persons.end_row(); row += 2) {
        const std::size_t city = economy.persons.present_city[row].row();
        economy.employ(row, 31 * city, own, 20'000.0);  // far below what posts pay
        economy.persons.duration[row] = 8;
        economy.persons.attained[row] = Attained::secondary_vocational;
        economy.persons.field[row] = Field::equipment_manufacturing;
        economy.persons.specific_skill[row] = 1.0;
        economy.persons.firm_bound[row] = 0.25;
    }
    LabourMarket market = market_of(economy);
    economy.run(market, LabourWorld::now);
    int moved = 0;
    for (std::size_t row = 0; row < economy.persons.end_row(); row += 2) {
        const FirmId firm = economy.persons.link[row].firm();
        const bool stays = economy.persons.duration[row] == 8;
        moved += stays ? 0 : 1;
        ASSERT_EQ(economy.persons.specific_skill[row], stays ? 1.0 : 0.75);
        ASSERT_EQ(economy.persons.firm_bound[row], stays ? 0.25 : 0.0);
        if (!stays) {
            const sim::Identity person = economy.setting.cohorts.identity(PersonId(row));
            const double expected = economy.wages.log_wage(
                {economy.persons.attained[row], economy.persons.field[row], 0.0, 0.75},
                {economy.setting.province_of[economy.firms.city[firm.row()].row()], manufacturing,
                 economy.persons.occupation[row], 0.0},
                economy.persons.experience[row],
                economy.wages.residual(person,
                                       static_cast<std::uint32_t>(LabourWorld::now.index())));
            EXPECT_NEAR(economy.persons.wage[row], std::exp(expected), 50.1);
        }
    }
    EXPECT_GT(moved, 20);
}

// From city 1 half of the movers are drawn to city 0 of their province, half to city 2, the largest
// of another.
TEST(LabourMarketTest, RegistrationElsewhereTakesPullFromLargestCities) {
    const auto share_in_south = [](double barrier, bool is_registered_there) {
        LabourWorld economy(20, factories(600));  // posts for all
        economy.setting.pull = {0.0, 1.0, 1.0, 0.5, 0.5, 1.0, 1.0, 1.0, 1.0};
        economy.params.labour.move_share_rural.assign(0.5);
        economy.params.labour.hukou_barrier.assign(barrier);
        for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
            const std::size_t home = economy.setting.cohorts.segment_of(row).home.row();
            if (home == (is_registered_there ? 2U : 1U)) {
                economy.persons.state[row] = State::unemployed;
                economy.persons.present_city[row] = CityId(1);
            }
        }
        LabourMarket market = market_of(economy);
        economy.run(market, LabourWorld::now);
        double in_south = 0.0;
        double moved = 0.0;
        for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
            if (economy.persons.state[row] == State::employed) {
                const std::size_t city = economy.persons.present_city[row].row();
                moved += city != 1 ? 1.0 : 0.0;
                in_south += city == 2 ? 1.0 : 0.0;
            }
        }
        EXPECT_GT(moved, 800.0);
        return in_south / moved;
    };
    EXPECT_NEAR(share_in_south(0.0, false), 0.5, 0.07);
    EXPECT_NEAR(share_in_south(0.5, false), 1.0 / 3.0, 0.07);
    EXPECT_NEAR(share_in_south(0.9, false), 1.0 / 11.0, 0.05);
    // City 0 is the largest of the North, where these are registered elsewhere.
    EXPECT_NEAR(share_in_south(0.5, true), 2.0 / 3.0, 0.07);
}

// Half of the fresh leavers fulfilled an order; no post is reserved for anybody.
TEST(LabourMarketTest, FirmsThatRankPreferWhoFulfilledAnOrder) {
    const auto share_of_hires = [](double bonus) {
        LabourWorld economy(12, factories(5));
        economy.params.structures.hiring.assign(std::string("ranked"));
        economy.params.market.contract_bonus.assign(bonus);
        economy.params.labour.signal_noise.assign(0.5);
        seek(economy);
        for (std::size_t row = 0; row < economy.persons.end_row(); ++row) {
            economy.persons.attained[row] = Attained::secondary_vocational;
            economy.persons.completed[row] =
                static_cast<std::uint8_t>((LabourWorld::now.index() - 1) & 255);
            economy.persons.contract[row].note_order(row % 2 == 0);
        }
        LabourMarket market = market_of(economy);
        economy.run(market, LabourWorld::now);
        double of_orders = 0.0;
        for (std::size_t row = 0; row < economy.persons.end_row(); row += 2) {
            of_orders += economy.persons.state[row] == State::employed ? 1.0 : 0.0;
        }
        return of_orders / static_cast<double>(economy.count(State::employed));
    };
    EXPECT_NEAR(share_of_hires(0.0), 0.5, 0.08);
    EXPECT_GT(share_of_hires(0.4), 0.7);
}

// Many of a thin economy's posts are tried in two cities, none in the third; nobody takes one.
TEST(JobBoardTest, NowhereAreMoreLeftThanWereOpen) {
    LabourWorld economy(1, factories(1));
    std::vector<std::uint8_t> generation(economy.firms.end_row(), 0);
    std::vector<float> skill_demand(economy.firms.end_row(), 0.0F);
    const FirmColumns columns{economy.firms.sector.data(), economy.firms.is_pool.data(),
                              economy.firms.wanted.data(), economy.firms.headcount.data(),
                              generation.data(),           skill_demand.data()};
    std::vector<double> carried(2 * cities * occupations, 0.0);
    const CarriedPosts posts{carried.data(), carried.data() + cities * occupations};
    JobBoard board(economy.setting, economy.records, economy.params.market);
    board.open(economy.tick(LabourWorld::now), sim::Purpose("test"), columns, 1.0, posts);
    std::vector<ByOccupation> opened;
    std::vector<ByOccupation> tried(cities, ByOccupation{});
    for (std::size_t city = 0; city < cities; ++city) {
        opened.push_back(board.posts(CityId(city)));
    }
    for (std::size_t o = 0; o < occupations; ++o) {
        tried[0][o] = tried[1][o] = 5.0 * opened[0][o];
        tried[2][o] = o % 2 == 0 ? opened[2][o] : 0.0;
    }
    board.settle(*economy.executor, tried);
    double left = 0.0;
    for (std::size_t city = 0; city < cities; ++city) {
        for (std::size_t o = 0; o < occupations; ++o) {
            EXPECT_LE(board.posts(CityId(city))[o], opened[city][o] + 1e-12);
            left += board.posts(CityId(city))[o];
        }
    }
    EXPECT_NEAR(left, 90.0, 1e-9);
}

TEST(LabourMarketTest, PoolsFillUpWithTheJobless) {
    LabourWorld economy(10, factories(0, 200));
    seek(economy);
    LabourMarket market = market_of(economy);
    economy.run(market, LabourWorld::now);
    double pooled = 0.0;
    for (std::size_t f = 30; f < economy.firms.end_row(); f += 31) {
        EXPECT_LE(economy.firms.headcount[f], 200);
        pooled += economy.firms.headcount[f];
    }
    EXPECT_GE(pooled, 600.0 - 3.0);  // all, up to the last one of each city's sample
}

TEST(LabourMarketTest, PoolsTakeNoMoreThanTheLimitInAQuarter) {
    LabourWorld economy(10, factories(0, 100'000));
    economy.params.labour.pool_entry_limit.assign(0.2);
    seek(economy);
    const auto people = static_cast<double>(economy.count(State::unemployed));
    LabourMarket market = market_of(economy);
    economy.run(market, LabourWorld::now);
    EXPECT_NEAR(static_cast<double>(economy.count(State::employed)) / people, 0.2,
                4.0 * std::sqrt(0.16 / people));
}

TEST(LabourMarketTest, SameBitsForAnyThreads) {
    std::vector<std::uint64_t> hashes;
    for (const int threads : {0, 1, 2, 7}) {
        LabourWorld economy(40, factories(20, 60));
        economy.use_threads(threads);
        seek(economy, 2);
        LabourMarket market = market_of(economy);
        economy.run(market, LabourWorld::now);
        economy.run(market, LabourWorld::now + 1);
        hashes.push_back(economy.world.hash(*economy.executor));
    }
    EXPECT_EQ(hashes, std::vector<std::uint64_t>(4, hashes[0]));
}

}  // namespace
}  // namespace vocational::testing
