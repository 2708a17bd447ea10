// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/first_jobs.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/population/first_match.hpp"
#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

constexpr sim::Quarter first = LabourWorld::now + 1;

std::vector<FirmSpec> employers() {
    std::vector<FirmSpec> list;
    for (std::size_t city = 0; city < cities; ++city) {
        list.push_back({city, agriculture, true, 0});
        list.push_back({city, agriculture, false, 0});
        for (int i = 0; i < 10; ++i) {
            list.push_back({city, manufacturing, false, 0, 0.1F});
        }
        list.push_back({city, services, true, 0});
        list.push_back({city, services, false, 0});
    }
    return list;
}

// 1,620 people, 1,400 jobs, at participation 0.9. A quarter of each level of schooling.
class FirstJobsTest : public ::testing::Test {
  protected:
    FirstJobsTest() : economy_(3, employers(), 0.9) {
        constexpr Attained by_row[] = {Attained::lower_secondary, Attained::secondary_vocational,
                                       Attained::higher_vocational, Attained::applied_bachelor};
        constexpr int years[] = {0, 3, 6, 7};
        for (std::size_t row = 0; row < economy_.persons.end_row(); ++row) {
            const int age = (first - 1 - economy_.setting.cohorts.segment_of(row).birth) / 4;
            const std::size_t kind = age < 23 ? 0 : row % 4;
            economy_.persons.attained[row] = by_row[kind];
            const auto done =
                economy_.setting.cohorts.segment_of(row).birth + 4 * (15 + years[kind]);
            economy_.persons.completed[row] = static_cast<std::uint8_t>(done.index() & 255);
            if (kind > 0) {
                economy_.persons.field[row] = Field::equipment_manufacturing;
            }
        }
    }

    void give() {
        give_first_jobs(economy_.setting, economy_.records, economy_.params, economy_.wages, first,
                        *economy_.executor, {economy_.persons, economy_.firms, economy_.cities});
    }

    LabourWorld economy_;
};

TEST_F(FirstJobsTest, FillsJobsUpToUnemploymentAndKeepsTheBooks) {
    give();
    EXPECT_EQ(economy_.wrong_headcounts(), 0U);
    std::int32_t wanted = 0;
    for (std::size_t f = 0; f < economy_.firms.end_row(); ++f) {
        EXPECT_LE(economy_.firms.headcount[f], economy_.firms.wanted[f]) << "firm " << f;
        wanted += economy_.firms.wanted[f];
    }
    EXPECT_NEAR(wanted, 1410, 10);
    const auto employed = static_cast<double>(economy_.count(State::employed));
    const auto unemployed = static_cast<double>(economy_.count(State::unemployed));
    EXPECT_NEAR((employed + unemployed) / 1620.0, 0.9, 4.0 * std::sqrt(0.09 / 1620.0));
    EXPECT_NEAR(unemployed / (employed + unemployed), 0.05, 0.03);
}

TEST_F(FirstJobsTest, TimeAtWorkFitsTheAge) {
    give();
    const PersonTable& p = economy_.persons;
    for (std::size_t row = 0; row < p.end_row(); ++row) {
        const int quarters = first - 1 - economy_.setting.cohorts.segment_of(row).birth;
        if (p.state[row] == State::employed) {
            EXPECT_LE(p.experience[row], std::max(0, quarters - 60));
            EXPECT_LE(p.duration[row], p.experience[row]);
            EXPECT_GT(p.wage[row], 0.0);
        } else if (p.state[row] == State::unemployed) {
            EXPECT_LE(p.duration[row], 4);
        }
    }
}

TEST_F(FirstJobsTest, HigherSchoolingHoldsHigherJobs) {
    give();
    std::array<double, levels> sum{};
    std::array<double, levels> people{};
    double own_field = 0.0;
    double skilled = 0.0;
    for (std::size_t row = 0; row < economy_.persons.end_row(); ++row) {
        if (economy_.persons.state[row] != State::employed) {
            continue;
        }
        const std::size_t level = sim::index_of(level_of(economy_.persons.attained[row]));
        const Occupation job = economy_.persons.occupation[row];
        sum[level] += static_cast<double>(sim::index_of(job.level()));
        people[level] += 1.0;
        const bool has_machines = job.field() == Field::equipment_manufacturing;
        skilled += has_machines ? 1.0 : 0.0;
        own_field += has_machines && level > 0 ? 1.0 : 0.0;
    }
    EXPECT_GT(sum[3] / people[3], sum[2] / people[2]);
    EXPECT_GT(sum[2] / people[2], sum[1] / people[1]);
    EXPECT_GT(sum[1] / people[1], sum[0] / people[0]);
    EXPECT_GT(own_field / skilled, 0.8);
}

TEST_F(FirstJobsTest, LeavesStudentsAndNewLeaversAlone) {
    economy_.persons.state[5] = State::enrolled;
    economy_.persons.state[6] = State::away;
    economy_.persons.state[7] = State::unemployed;
    give();
    EXPECT_EQ(economy_.persons.state[5], State::enrolled);
    EXPECT_EQ(economy_.persons.state[6], State::away);
    EXPECT_EQ(economy_.persons.state[7], State::unemployed);
    EXPECT_EQ(economy_.persons.duration[7], 0);
}

TEST_F(FirstJobsTest, PeopleMoveWhereJobsAre) {
    economy_.cities.share[0] = 0.0;
    economy_.cities.share[1] = 1.0;
    give();
    EXPECT_EQ(economy_.wrong_headcounts(), 0U);
    std::size_t movers = 0;
    for (std::size_t row = 0; row < economy_.persons.end_row(); ++row) {
        if (economy_.persons.state[row] == State::employed) {
            const CityId city = economy_.persons.present_city[row];
            EXPECT_EQ(city, economy_.firms.city[economy_.persons.link[row].firm().row()]);
            EXPECT_NE(city, CityId(0));
            movers += economy_.setting.cohorts.segment_of(row).home == CityId(0) ? 1U : 0U;
        }
    }
    EXPECT_GT(movers, 200U);
}

TEST(FirstJobsThreadsTest, SameBitsForAnyThreads) {
    std::vector<std::uint64_t> hashes;
    for (const int threads : {0, 1, 2, 7}) {
        LabourWorld economy(5, employers(), 0.9);
        economy.use_threads(threads);
        give_first_jobs(economy.setting, economy.records, economy.params, economy.wages, first,
                        *economy.executor, {economy.persons, economy.firms, economy.cities});
        hashes.push_back(economy.world.hash(*economy.executor));
    }
    EXPECT_EQ(hashes, std::vector<std::uint64_t>(4, hashes[0]));
}

TEST(FirstMatchTest, PairsLevelsInOrderAndFieldsWithin) {
    std::vector<FirstSeeker> seekers;
    std::vector<FirstJob> jobs;
    const auto add = [&](std::uint32_t row, float ladder, float pool, Field field) {
        seekers.push_back({sim::Identity{row}, row, row, 0.0F, pool, ladder, field, true});
    };
    add(0, 0.0F, 9.0F, Field::general);  // most of all for the pool
    add(1, 3.0F, 0.0F, Field::health);
    add(2, 1.1F, 0.0F, Field::transport);
    add(3, 1.0F, 0.0F, Field::health);
    const auto open = [&](JobLevel level, Field field, FirstJob::Kind kind) {
        const auto number = static_cast<std::uint32_t>(jobs.size());
        jobs.push_back({number, 0, number, Occupation::of(level, field), kind});
    };
    open(JobLevel::skilled_worker, Field::health, FirstJob::Kind::formal);
    open(JobLevel::skilled_worker, Field::transport, FirstJob::Kind::formal);
    open(JobLevel::professional, Field::water, FirstJob::Kind::formal);
    open(JobLevel::elementary, Field::general, FirstJob::Kind::farm_pool);
    pair_up(seekers, jobs);
    for (std::size_t i = 0; i < 4; ++i) {
        const std::uint32_t expected_firm[] = {3, 2, 1, 0};
        EXPECT_EQ(jobs[i].firm, expected_firm[seekers[i].row]);
    }
}

TEST(FirstMatchTest, SetsApartTheMobileAndTheUnlucky) {
    std::vector<FirstSeeker> seekers;
    for (std::uint32_t row = 0; row < 4; ++row) {
        seekers.push_back({sim::Identity{row}, row, row, static_cast<float>(row), 0.0F, 0.0F,
                           Field::general, true});
    }
    std::vector<FirstJob> jobs(2);
    std::vector<FirstSeeker> seekers_left;
    std::vector<FirstJob> jobs_left;
    set_apart(seekers, jobs, seekers_left, jobs_left);
    ASSERT_EQ(seekers.size(), 2U);
    EXPECT_EQ(seekers_left.size(), 2U);
    EXPECT_TRUE(jobs_left.empty());
    EXPECT_GE(std::min(seekers[0].row, seekers[1].row), 2U);
}

}  // namespace
}  // namespace vocational::testing
