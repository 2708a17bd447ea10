// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/job_search.hpp"

#include <gtest/gtest.h>

#include "models/vocational/markets/job_mix.hpp"
#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

Openings some_openings() {
    Openings openings;
    const auto add = [&](JobLevel level, Field field, int posts) {
        for (int i = 0; i < posts; ++i) {
            openings.add(Occupation::of(level, field));
        }
    };
    add(JobLevel::elementary, Field::general, 40);
    add(JobLevel::skilled_worker, Field::general, 3);
    add(JobLevel::skilled_worker, Field::health, 2);
    add(JobLevel::skilled_worker, Field::transport, 5);
    add(JobLevel::technician, Field::health, 7);
    add(JobLevel::professional, Field::transport, 1);
    return openings;
}

TEST(JobSearchTest, ChoosesInProportionToPostsTimesWeight) {
    const LabourParams params;
    const JobSearch search(params);
    const Openings openings = some_openings();
    constexpr int draws = 200'000;  // evenly over (0, 1): frequencies are exact to 1e-5
    for (const Level level : {Level::lower_secondary, Level::upper_secondary, Level::bachelor}) {
        for (const Field own : {Field::general, Field::health, Field::water}) {
            std::array<double, occupations> wanted{};
            double sum = 0.0;
            for (std::size_t o = 0; o < occupations; ++o) {
                const Occupation occupation{static_cast<std::uint8_t>(o)};
                wanted[o] = openings.posts[o] * search.weight(level, own, occupation);
                sum += wanted[o];
            }
            std::array<int, occupations> chosen{};
            for (int i = 0; i < draws; ++i) {
                const auto occupation = search.choose(openings, level, own, (i + 0.5) / draws);
                ASSERT_TRUE(occupation.has_value());
                ++chosen[occupation->number];
            }
            for (std::size_t o = 0; o < occupations; ++o) {
                EXPECT_NEAR(static_cast<double>(chosen[o]) / draws, wanted[o] / sum, 2e-5)
                    << "level " << sim::enum_name(level) << " field " << sim::enum_name(own)
                    << " occupation " << o;
            }
        }
    }
}

TEST(JobSearchTest, WeightsFollowFieldAndLevel) {
    const LabourParams params;
    const JobSearch search(params);
    const auto technician = Occupation::of(JobLevel::technician, Field::health);
    EXPECT_DOUBLE_EQ(search.weight(Level::associate, Field::health, technician),
                     params.own_field_weight);
    EXPECT_DOUBLE_EQ(search.weight(Level::bachelor, Field::water, technician),
                     params.level_gap_weight);
    EXPECT_DOUBLE_EQ(search.weight(Level::lower_secondary, Field::general, technician),
                     params.upward_weight * params.upward_weight);
    // Who has no field has no own jobs: `general` is the lack of one.
    EXPECT_DOUBLE_EQ(search.weight(Level::lower_secondary, Field::general,
                                   Occupation::of(JobLevel::elementary, Field::general)),
                     1.0);
}

TEST(JobSearchTest, NothingOpenMeansNoApplication) {
    const JobSearch search((LabourParams()));
    EXPECT_FALSE(search.choose(Openings(), Level::bachelor, Field::health, 0.5).has_value());
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
