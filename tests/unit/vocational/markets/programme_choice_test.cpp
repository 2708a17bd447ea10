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

}  // namespace
}  // namespace vocational
