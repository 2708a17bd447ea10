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
