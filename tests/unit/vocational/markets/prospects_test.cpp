// SPDX-License-Identifier: Apache-2.0
// What families see in a track, in a world of one city: the declared elasticity of choice in wages
// three years old, beliefs that move by information alone, cost, means, prestige and peers.
#include "models/vocational/markets/prospects.hpp"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/markets/choice/nested_logit.hpp"
#include "models/vocational/phases/beliefs/form_beliefs.hpp"
#include "models/vocational/phases/beliefs/prestige.hpp"
#include "models/vocational/phases/exam_effort.hpp"

namespace vocational {
namespace {

constexpr CityId city{0};
constexpr ProvinceId province{0};
constexpr Track track = Track::secondary_vocational;

class Onlooker final : public sim::Accessor {
  public:
    Onlooker(const Setting& setting, const Params& params) : prospects(*this, setting, params) {}
    Prospects prospects;
};

class ProspectsTest : public testing::Test {
  protected:
    ProspectsTest() {
        setting.province_of = {province};
        setting.cities_of = {{0, 1}};
        add_outlook_tables(world);
        fill_outlook_tables(world, 1, 1);
        add<FamilyCostTable>(tracks);
        add<CityTable>(1).share[0] = 1.0;
        add<ProvinceTable>(1).cohort_share[0] = 1.0;
        auto& outlook = world.table<OutlookTable>();
        auto& reference = world.table<ReferenceTable>();
        for (std::size_t t = 0; t < tracks; ++t) {
            outlook.is_known[t] = reference.has_outlook[t] = reference.has_standing[t] = 1;
            outlook.log_wage[t] = reference.log_wage[t] = 11.0;
            outlook.employment[t] = reference.employment[t] = 0.8;
            world.table<StandingTable>().is_known[t] = 1;
        }
    }
    template <class T>
    T& add(std::size_t rows) {
        T& table = world.add<T>();
        table.reserve(rows);
        table.append(rows);
        return table;
    }
    double utility(bool is_informed, std::uint8_t percentile = 50) {
        Onlooker onlooker(setting, params);
        onlooker.bind(world);
        Family family = Families(params.choice)[percentile];
        family.is_informed = is_informed;
        return onlooker.prospects.utility(onlooker.prospects.of(city, track), family);
    }
    std::size_t row() const { return sim::index_of(track); }

    Params params;
    Setting setting;
    sim::World world;
};

TEST_F(ProspectsTest, AWageRaisesTheShareOfChoicesByTheDeclaredElasticity) {
    const double share = params.choice.first_choice_share;
    const double constant = std::log(share / (1.0 - share));
    const double usual = utility(true);
    world.table<OutlookTable>().log_wage[row()] += 1e-5;
    const std::array<double, 2> v{0.0, constant + utility(true) - usual};
    EXPECT_NEAR((std::log(logit_shares(v)[1]) - std::log(share)) / 1e-5,
                params.choice.wage_elasticity, 1e-4);
}

TEST_F(ProspectsTest, WithoutInformationNothingRespondsAndPublicationMovesItsWeight) {
    const double usual = utility(false);
    auto& outlook = world.table<OutlookTable>();
    outlook.log_wage[row()] += 0.1;
    EXPECT_DOUBLE_EQ(utility(false), usual);
    const double known = utility(true);
    outlook.log_wage[row()] -= 0.1;
    const double response = known - utility(true);
    outlook.reached[row()] = 1.0;
    const double before = utility(false);
    outlook.log_wage[row()] += 0.1;
    EXPECT_NEAR(utility(false) - before, params.beliefs.belief_update * response, 1e-12);
}

TEST_F(ProspectsTest, AtTheReferenceTheMeanFamilySeesNothingBeyondTheConstant) {
    const double know = params.beliefs.know_rank;
    EXPECT_NEAR(know * utility(true) + (1.0 - know) * utility(false), 0.0, 1e-12);
}

TEST_F(ProspectsTest, CostLowersTheChoiceOfThePoorMoreAndAGrantHelpsOnlyThem) {
    const double poor = utility(true, 5);
    const double rich = utility(true, 95);
    auto& costs = world.table<FamilyCostTable>();
    costs.fees[row()] = 8'000.0F;
    EXPECT_LT(utility(true, 5) - poor, utility(true, 95) - rich);
    EXPECT_LT(utility(true, 95) - rich, 0.0);
    costs.poor_grant[row()] = 8'000.0F;
    EXPECT_NEAR(utility(true, 5), poor, 1e-12);
    EXPECT_LT(utility(true, 95), rich);
}

TEST_F(ProspectsTest, MeansBindAndAGrantHelps) {
    const Families families(params.choice);
    Prospect place;
    place.price.of_hands[0] = families[1].means - 1.0;
    EXPECT_TRUE(Prospects::is_affordable(place, families[1]));
    place.price.of_hands[0] += 2.0;
    EXPECT_FALSE(Prospects::is_affordable(place, families[1]));
    EXPECT_TRUE(Prospects::is_affordable(place, families[90]));
    place.price.poor_grant = 2.0;
    EXPECT_TRUE(Prospects::is_affordable(place, families[1]));
}

TEST_F(ProspectsTest, CreditIsForCollegesAlone) {
    Onlooker onlooker(setting, params);
    onlooker.bind(world);
    for (std::size_t t = 0; t < tracks; ++t) {
        const auto seen = static_cast<Track>(t);
        EXPECT_EQ(onlooker.prospects.price(province, seen).credit,
                  level_of(seen) > Level::upper_secondary ? params.choice.credit_limit() : 0.0);
    }
}

TEST_F(ProspectsTest, ATrackCostsTheMeanOfItsSchoolsAndIsPayableWhereOneIs) {
    auto& costs = world.table<FamilyCostTable>();
    costs.fees[row()] = 3'000.0F;
    costs.private_extra[row()] = 10'000.0F;
    const double all_public = utility(true);
    costs.private_share[row()] = 0.25F;
    const double mixed = utility(true);
    costs.private_share[row()] = 0.0F;
    costs.fees[row()] = 5'500.0F;
    EXPECT_LT(mixed, all_public);
    EXPECT_NEAR(mixed, utility(true), 1e-12);
    const Families families(params.choice);
    Price price;
    price.of_hands = {families[5].means - 1.0, families[5].means + 1.0};
    for (const double share : {0.0, 0.5, 1.0}) {
        price.private_share = share;
        EXPECT_EQ(price.is_payable(families[5]), share < 1.0) << share;
        EXPECT_EQ(price.is_barred(families[5]), share > 0.0) << share;
    }
}

TEST_F(ProspectsTest, ALoanWidensTheMeansOfThePoorestAndLowersNoCost) {
    const Families families(params.choice);
    Prospect place;
    place.price.poor_loan = 2.0;
    for (const std::size_t percentile : {1U, 30U}) {
        const Family& family = families[static_cast<std::uint8_t>(percentile)];
        place.price.of_hands[0] = family.means + 1.0;
        EXPECT_EQ(Prospects::is_affordable(place, family), family.is_poorest) << percentile;
        place.price.of_hands[0] += 2.0;
        EXPECT_FALSE(Prospects::is_affordable(place, family)) << percentile;
    }
    const double poor = utility(true, 5);
    world.table<FamilyCostTable>().loan[row()] = 8'000.0F;
    EXPECT_EQ(utility(true, 5), poor);
}

TEST_F(ProspectsTest, PrestigeCountsMoreInBetterOffFamilies) {
    const double poor = utility(true, 5);
    const double rich = utility(true, 95);
    world.table<StandingTable>().prestige[row()] = 0.4;
    EXPECT_GT(utility(true, 5), poor);
    EXPECT_GT(utility(true, 95) - rich, utility(true, 5) - poor);
}

TEST_F(ProspectsTest, PeersAddTwiceTheirShareTimesTheInteraction) {
    const double usual = utility(true);
    world.table<StandingTable>().peers[row()] = 0.3;
    EXPECT_NEAR(utility(true) - usual, 2.0 * params.prestige.social_interaction * 0.3, 1e-12);
}

TEST_F(ProspectsTest, WagesOfThreeYearsAgoArePublished) {
    auto& years = world.table<OutlookYearTable>();
    for (int year = 2026; year < 2030; ++year) {
        const std::size_t at = outlook_year(track_cell(province, track), year).row();
        years.employed[at] = years.residents[at] = 10;
        years.log_wages[at] = 10.0 * (year == 2026 ? 12.0 : 11.0);
    }
    world.table<ReferenceTable>().has_burden[row()] = 1;
    FormBeliefs phase(setting, params);
    phase.bind(world);
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    for (int year = 2028; year < 2031; ++year) {
        phase.run({{year, 3}, {2020, 3}, 1, 0, *executor});
        EXPECT_NEAR(world.table<OutlookTable>().log_wage[row()], year == 2029 ? 12.0 : 11.0, 1e-12)
            << year;
    }
}

TEST(Prestige, FollowsOutcomesWithInertiaAndStaysWithinItsBounds) {
    const PrestigeParams params;
    const Showing showing{0.2, -0.1, 0.3, 0.4};
    const double deserved = params.on_pay * 0.2 - params.on_tasks * 0.1 + params.on_climbing * 0.3 -
                            params.vocational_penalty * 0.4;
    EXPECT_NEAR(next_prestige(params, -0.5, showing),
                params.inertia * -0.5 + (1.0 - params.inertia) * deserved, 1e-12);
    EXPECT_DOUBLE_EQ(deserved_prestige(params, {9.0, 0.0, 0.0, 0.0}), 1.0);
    EXPECT_LT(next_campaign(params, 0.2), 0.2);
}

TEST(ExamEffort, ShiftsToWhatIsTestedAndAddsUp) {
    EXPECT_NEAR(specific_effort(0.5, 0.3), 1.0, 1e-12);
    const double specific = specific_effort(0.7, 0.3);
    EXPECT_NEAR((2.0 - specific) / specific, std::pow(0.3 / 0.7, 0.3), 1e-12);
    EXPECT_NEAR(specific_effort(0.7, 0.0), 1.0, 1e-12);
}

}  // namespace
}  // namespace vocational
