// SPDX-License-Identifier: Apache-2.0
// Programmes fill up to their seats, fields in proportion to their share of seats, the own field
// first when it is preferred, and nobody is turned away while a seat is left.
#include "models/vocational/markets/programme_choice.hpp"

#include <map>

#include <gtest/gtest.h>

namespace vocational {
namespace {

class ProgrammeChoiceTest : public testing::Test {
  protected:
    // Takes for `people` people with the own field; programme → how many took it.
    std::map<std::uint32_t, int> take(std::vector<ProgrammeOffer> offers, int people, Field own) {
        ProgrammeChoice choice(params, std::move(offers));
        std::map<std::uint32_t, int> taken;
        const sim::Stream stream(1, 0, sim::Purpose("test"));
        for (int i = 0; i < people; ++i) {
            sim::Rng rng = stream.at(sim::Identity{static_cast<std::uint64_t>(i)}, 0);
            std::uint32_t programme = 0;
            if (choice.take(own, rng, programme)) {
                ++taken[programme];
            }
        }
        return taken;
    }
    ChoiceParams params;
};

TEST_F(ProgrammeChoiceTest, FillsEverySeatAndNoMore) {
    const auto taken =
        take({{7, Field::health, 0.5F, 0.0F, 1.0F, 3}, {8, Field::transport, 0.5F, 0.0F, 1.0F, 4}},
             20, Field::general);
    EXPECT_EQ(taken, (std::map<std::uint32_t, int>{{7, 3}, {8, 4}}));
}

TEST_F(ProgrammeChoiceTest, FieldsAreLikedByTheirShareOfSeats) {
    const auto taken = take({{1, Field::health, 0.8F, 0.0F, 1.0F, 100'000},
                             {2, Field::transport, 0.2F, 0.0F, 1.0F, 100'000}},
                            10'000, Field::general);
    EXPECT_NEAR(taken.at(1), 8000, 160);  // four standard errors
}

TEST_F(ProgrammeChoiceTest, TheOwnFieldIsPreferred) {
    const auto taken = take({{1, Field::health, 0.5F, 0.0F, 1.0F, 100'000},
                             {2, Field::transport, 0.5F, 0.0F, 1.0F, 100'000}},
                            10'000, Field::transport);
    const double odds = std::exp(params.same_field());
    EXPECT_NEAR(taken.at(2), 10'000 * odds / (1 + odds), 160);
}

TEST_F(ProgrammeChoiceTest, BetterSchoolsOfAFieldAreTakenMoreOften) {
    const auto taken = take({{1, Field::health, 0.5F, 1.0F, 1.0F, 100'000},
                             {2, Field::health, 0.5F, -1.0F, 1.0F, 100'000}},
                            1000, Field::general);
    EXPECT_GT(taken.at(1), 800);
}

// A public and a private school of one field, the private one dearer by a year's income of some.
class PricedChoiceTest : public ProgrammeChoiceTest {
  protected:
    std::vector<ProgrammeOffer> offers(std::int32_t in_public) const {
        return {{1, Field::health, 0.5F, 0.0F, 1.0F, in_public},
                {2, Field::health, 0.5F, 0.0F, 1.0F, 100'000, Hands::private_hands},
                {3, Field::transport, 0.5F, 0.0F, 1.0F, 0}};
    }
    ProgrammeChoice choice(double extra, std::int32_t in_public = 100'000) const {
        Price price;
        price.of_hands = {0.0, extra};
        price.private_share = 0.5;
        return {params, offers(in_public), {}, hands_views(params, price, Families(params))};
    }
    int in_private(double extra, std::uint8_t percentile) const {
        ProgrammeChoice one = choice(extra);
        int count = 0;
        const sim::Stream stream(1, 0, sim::Purpose("test"));
        for (std::uint64_t i = 0; i < 10'000; ++i) {
            std::uint32_t programme = 0;
            EXPECT_TRUE(
                one.take(Field::general, percentile, stream.at(sim::Identity{i}, 0), programme));
            count += programme == 2 ? 1 : 0;
        }
        return count;
    }
};

TEST_F(PricedChoiceTest, ADearSchoolIsTakenLessByTheLogitOfItsCostOverIncome) {
    EXPECT_NEAR(in_private(0.0, 50), 5'000, 150);  // three standard errors
    const Family family = Families(params)[50];
    const double odds =
        std::exp(-params.cost_weight * 30'000.0 * family.per_yuan / params.school_taste);
    EXPECT_NEAR(in_private(30'000.0, 50), 10'000 * odds / (1.0 + odds), 150);
    EXPECT_GT(in_private(30'000.0, 95), in_private(30'000.0, 50));
}

TEST_F(PricedChoiceTest, WhoCannotPayTakesNoneAndLeavesTheSeat) {
    const double extra = Families(params)[10].means + 1.0;
    EXPECT_EQ(in_private(extra, 10), 0);
    ProgrammeChoice one = choice(extra, 1);
    const sim::Rng rng = sim::Stream(1, 0, sim::Purpose("test")).at(sim::Identity{1}, 0);
    std::uint32_t programme = 0;
    EXPECT_TRUE(one.take(Field::general, std::uint8_t{10}, rng, programme));
    EXPECT_EQ(programme, 1U);
    EXPECT_FALSE(one.take(Field::general, std::uint8_t{10}, rng, programme));
    EXPECT_FALSE(one.is_full());
    EXPECT_TRUE(one.take(Field::general, std::uint8_t{40}, rng, programme));
    EXPECT_EQ(programme, 2U);
}

// Half of the places of one field are private: it loses in the eyes of who cannot pay for them.
TEST_F(PricedChoiceTest, AFieldIsLikedByWhatOfItCanBePaidFor) {
    const double extra = Families(params)[10].means + 1.0;
    Price price;
    price.of_hands = {0.0, extra};
    price.private_share = 0.25;
    ProgrammeChoice one(params,
                        {{1, Field::health, 0.25F, 0.0F, 1.0F, 100'000},
                         {2, Field::health, 0.25F, 0.0F, 1.0F, 100'000, Hands::private_hands},
                         {3, Field::transport, 0.5F, 0.0F, 1.0F, 100'000}},
                        {}, hands_views(params, price, Families(params)));
    int health = 0;
    const sim::Stream stream(1, 0, sim::Purpose("test"));
    for (std::uint64_t i = 0; i < 10'000; ++i) {
        std::uint32_t programme = 0;
        one.take(Field::general, std::uint8_t{10}, stream.at(sim::Identity{i}, 0), programme);
        health += programme == 1 ? 1 : 0;
    }
    // λ ln ½ less than the other field.
    const double odds = std::exp(params.school_taste * std::log(0.5));
    EXPECT_NEAR(health, 10'000 * odds / (1.0 + odds), 150);
}

}  // namespace
}  // namespace vocational
