// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/job_search.hpp"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "models/vocational/markets/labour/job_mix.hpp"
#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

ByOccupation some_openings() {
    ByOccupation open{};
    const auto add = [&](JobLevel level, Field field, double posts) {
        open[Occupation::of(level, field).number] += posts;
    };
    add(JobLevel::elementary, Field::general, 40.0);
    add(JobLevel::skilled_worker, Field::general, 3.0);
    add(JobLevel::skilled_worker, Field::health, 0.2);
    add(JobLevel::skilled_worker, Field::transport, 5.5);
    add(JobLevel::technician, Field::health, 7.0);
    add(JobLevel::professional, Field::transport, 1.0);
    return open;
}

TEST(JobSearchTest, TriesInProportionToPostsTimesWeight) {
    const LabourWorld economy(1, {});
    const JobSearch search(economy.params.labour, economy.params.market,
                           FieldProximity(economy.records));
    const ByOccupation open = some_openings();
    for (const Level level : {Level::lower_secondary, Level::upper_secondary, Level::bachelor}) {
        for (const Field own : {Field::general, Field::health, Field::water}) {
            ByOccupation sums;
            search.accumulate(open, level, own, sums);
            double before = 0.0;
            for (std::size_t o = 0; o < occupations; ++o) {
                const Occupation occupation{static_cast<std::uint8_t>(o)};
                EXPECT_NEAR(sums[o] - before, open[o] * search.weight(level, own, occupation),
                            1e-9 * (1.0 + sums[o]));
                before = sums[o];
            }
        }
    }
}

TEST(JobSearchTest, WeightsFollowFieldAndLevel) {
    const LabourWorld economy(1, {});
    const LabourParams& labour = economy.params.labour;
    const JobSearch search(labour, economy.params.market, FieldProximity(economy.records));
    const auto technician = Occupation::of(JobLevel::technician, Field::health);
    EXPECT_NEAR(search.weight(Level::associate, Field::health, technician), labour.own_field_weight,
                1e-9);
    EXPECT_NEAR(search.weight(Level::bachelor, Field::water, technician), labour.level_gap_weight,
                1e-12);
    EXPECT_NEAR(search.weight(Level::lower_secondary, Field::general, technician),
                labour.upward_weight * labour.upward_weight, 1e-12);
    // Who has no field has no own jobs: `general` is the lack of one.
    EXPECT_DOUBLE_EQ(search.weight(Level::lower_secondary, Field::general,
                                   Occupation::of(JobLevel::elementary, Field::general)),
                     1.0);
}

// Finance is taught for manufacturing and services, equipment for manufacturing alone: near, but
// not the same. Agriculture shares no sector with either.
TEST(JobSearchTest, FieldsAreNearIfTheyShareSectors) {
    const LabourWorld economy(1, {});
    const FieldProximity proximity(economy.records);
    const double near = proximity(Field::equipment_manufacturing, Field::finance_commerce);
    EXPECT_GT(near, 0.05);
    EXPECT_LT(near, 0.95);
    EXPECT_DOUBLE_EQ(near, proximity(Field::finance_commerce, Field::equipment_manufacturing));
    EXPECT_EQ(proximity(Field::agriculture, Field::finance_commerce), 0.0);
    EXPECT_EQ(proximity(Field::general, Field::finance_commerce), 0.0);
    EXPECT_EQ(proximity(Field::finance_commerce, Field::finance_commerce), 1.0);
    const JobSearch search(economy.params.labour, economy.params.market, proximity);
    const auto clerk = Occupation::of(JobLevel::skilled_worker, Field::finance_commerce);
    const auto weight = [&](Field own) {
        return search.weight(Level::upper_secondary, own, clerk);
    };
    EXPECT_GT(weight(Field::finance_commerce), weight(Field::equipment_manufacturing));
    EXPECT_GT(weight(Field::equipment_manufacturing), weight(Field::agriculture));
}

TEST(JobSearchTest, StrictPostsTurnDownWhoIsBelowTheirLevel) {
    LabourWorld economy(1, {});
    economy.params.market.requirement_strictness.assign(0.4);
    const JobSearch search(economy.params.labour, economy.params.market,
                           FieldProximity(economy.records));
    const auto technician = Occupation::of(JobLevel::technician, Field::health);
    EXPECT_DOUBLE_EQ(search.acceptance(Level::upper_secondary, technician), 0.6);
    EXPECT_DOUBLE_EQ(search.acceptance(Level::associate, technician), 1.0);
    EXPECT_DOUBLE_EQ(search.acceptance(Level::bachelor, technician), 1.0);
}

TEST(JobMixTest, SkillDemandMovesThePostsUpByOdds) {
    const LabourWorld economy(1, {});
    const JobMix mix(economy.records);
    const std::size_t elementary = Occupation::of(JobLevel::elementary, Field::general).number;
    const ByOccupation moved = mix.shares(manufacturing, 0.5);
    const double plain = mix.shares(manufacturing)[elementary];
    const double shifted = moved[elementary];
    EXPECT_NEAR(shifted / (1.0 - shifted), plain / (1.0 - plain) * std::exp(-0.5), 1e-12);
    const double sum = std::accumulate(moved.begin(), moved.end(), 0.0);
    EXPECT_NEAR(sum, 1.0, 1e-12);
}

TEST(JobMixTest, PostsFollowTheSectorAndPooledWorkIsElementary) {
    const LabourWorld economy(1, {});
    const JobMix mix(economy.records);
    const sim::Stream stream(1, 0, sim::Purpose("test"));
    constexpr std::uint32_t posts = 20'000;
    std::array<std::array<double, 2>, job_levels> share{};
    for (std::uint32_t i = 0; i < posts; ++i) {
        const auto of_factory = mix.post(stream, sim::Identity{1}, 0, manufacturing, i);
        const auto of_service = mix.post(stream, sim::Identity{2}, 0, services, i);
        share[sim::index_of(of_factory.level())][0] += 1.0 / posts;
        share[sim::index_of(of_service.level())][1] += 1.0 / posts;
        EXPECT_TRUE(of_service.level() != JobLevel::elementary ||
                    of_service.field() == Field::general);
    }
    // Services: 75 % elementary with half of all jobs pooled leaves half of the formal ones.
    EXPECT_NEAR(share[0][0], 0.4, 0.015);
    EXPECT_NEAR(share[0][1], 0.5, 0.015);
    EXPECT_NEAR(share[1][1], 0.5, 0.015);
    EXPECT_NEAR(share[3][0], 0.1, 0.01);
}

TEST(JobMixTest, APostIsTheSameWhateverStandsBeforeIt) {
    const LabourWorld economy(1, {});
    const JobMix mix(economy.records);
    const sim::Stream stream(1, 0, sim::Purpose("test"));
    const auto seventh = mix.post(stream, sim::Identity{9}, 2020, manufacturing, 7);
    for (std::uint32_t i = 0; i < 20; ++i) {
        (void)mix.post(stream, sim::Identity{9}, 2020, manufacturing, i);
    }
    EXPECT_EQ(mix.post(stream, sim::Identity{9}, 2020, manufacturing, 7).number, seventh.number);
}

}  // namespace
}  // namespace vocational::testing
