// SPDX-License-Identifier: Apache-2.0
// What families can pay and borrow: incomes, the share that needs a loan, whom the limit of loans
// keeps out, and what the price of private schools does to lists at 15.
#include "models/vocational/markets/price.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/markets/college_choice.hpp"
#include "models/vocational/markets/zhongkao.hpp"
#include "models/vocational/money/fee_rules.hpp"
#include "models/vocational/phases/begin_pathways.hpp"
#include "models/vocational/phases/beliefs/form_beliefs.hpp"
#include "tests/unit/vocational/markets/twin_world.hpp"

namespace vocational::testing {
namespace {

TEST(Families, IncomeIsLogNormal) {
    const ChoiceParams params;
    const Families families(params);
    const auto income = [&](std::uint8_t p) {
        return 1.0 / families[p].per_yuan - params.income_floor;
    };
    const double median = params.household_income;
    EXPECT_NEAR(income(49) * income(50), median * median, 1.0);
    // The middle of percentile 84 is 1.015 standard deviations above the median.
    EXPECT_NEAR(std::log(income(84) / median) / params.income_spread, 1.0152, 1e-3);
}

// Recorded money per student of 2022 and students of regular colleges and universities, in
// millions; academic universities are public.
TEST(PriceTest, AboutAsManyNeedALoanAtCollegeAsTakeOne) {
    const Params params;
    const Families families(params.choice);
    struct Recorded {
        Track track;
        double students, all, from_public, private_share;
    };
    const double share = params.school_supply.private_college;
    double need = 0.0;
    double out = 0.0;
    double all = 0.0;
    for (const Recorded& one : {Recorded{Track::higher_vocational, 16.71, 20'026, 11'338, share},
                                {Track::applied_bachelor, 9.83, 55'759, 31'569, share},
                                {Track::academic_bachelor, 9.83, 55'759, 31'569, 0.0}}) {
        const FeeRule rule = fee_rule(params.fees, one.track);
        const double other = one.all - one.from_public - rule.tuition;
        Price price;
        price.of_hands = {
            rule.tuition + rule.living,
            private_tuition(params.school_supply, {one.from_public, rule.tuition, other}) +
                rule.living};
        price.poor_grant = rule.poor_grant;
        for (const Hands hands : all_hands) {
            const double part =
                hands == Hands::public_hands ? 1.0 - one.private_share : one.private_share;
            for (std::uint8_t p = 0; p < Families::percentiles; ++p) {
                const double weight = one.students * part / Families::percentiles;
                all += weight;
                price.credit = 0.0;
                need += price.is_payable(hands, families[p]) ? 0.0 : weight;
                price.credit = credit_for(params.choice, one.track);
                out += price.is_payable(hands, families[p]) ? 0.0 : weight;
            }
        }
    }
    EXPECT_GT(need / all, 0.12);
    EXPECT_LT(need / all, 0.20);
    // For some the loan is not enough, for most it is.
    EXPECT_GT(out / all, 0.005);
    EXPECT_LT(out / all, 0.05);
}

class Candidates final : public sim::Accessor {
  public:
    explicit Candidates(const TwinWorld& world) : choice(*this, world.setting, world.params) {}
    CollegeChoice choice;
};

// A hundred families, one of each percentile, at a limit of loans.
class CreditTest : public ::testing::Test {
  protected:
    CreditTest() : world_(10, 4) {
        auto& people = world_.persons();
        std::fill_n(people.attained.data(), people.end_row(), Attained::general_high);
        auto& cells = world_.world.table<TrackCellTable>();
        auto& costs = world_.world.table<FamilyCostTable>();
        for (const Track track : college_tracks) {
            const std::size_t cell = track_cell(ProvinceId(0), track).row();
            cells.seats[cell] = 100.0;
            costs.fees[cell] = price;
        }
    }
    std::vector<CollegeChoice::Utilities> at(double limit) {
        world_.params.choice.credit_limit.assign(limit);
        Candidates candidates(world_);
        candidates.bind(world_.world);
        const sim::Tick now = world_.tick({TwinWorld::first_year, 3});
        candidates.choice.look(now);
        const sim::Stream stream = now.stream(sim::Purpose("test"));
        std::vector<CollegeChoice::Utilities> all;
        for (std::uint64_t p = 0; p < Families::percentiles; ++p) {
            all.push_back(candidates.choice.utilities(PersonId(p), CityId(0), sim::Identity{p},
                                                      Route::gaokao,
                                                      stream.at(sim::Identity{p}, now.key())));
        }
        return all;
    }
    static constexpr float price = 20'000.0F;
    TwinWorld world_;
};

TEST_F(CreditTest, TheLimitChangesTheChoicesOfThoseAloneWhoCouldNotPay) {
    const Families families(world_.params.choice);
    const auto usual = at(12'000.0);
    const auto none = at(0.0);
    const auto removed = at(40'000.0);
    std::size_t kept_out = 0;
    std::size_t helped = 0;
    for (std::size_t p = 0; p < usual.size(); ++p) {
        const double own = families[static_cast<std::uint8_t>(p)].means;
        const CollegeChoice::Utilities barred{-1.0F, -1.0F, -1.0F, -1.0F};
        EXPECT_NE(removed[p], barred) << p;
        EXPECT_EQ(usual[p], own + 12'000.0 < price ? barred : removed[p]) << p;
        EXPECT_EQ(none[p], own < price ? barred : removed[p]) << p;
        kept_out += own + 12'000.0 < price ? 1U : 0U;
        helped += own < price && own + 12'000.0 >= price ? 1U : 0U;
    }
    EXPECT_GT(kept_out, 0U);
    EXPECT_GT(helped, 0U);
}

// Entrants of the first city's general school if it is private and costs that much more: all, and
// those of the poorest tenth.
struct Entrants {
    std::int32_t all = 0;
    std::int32_t poor = 0;
    double barred = 0.0;  // of those who choose
};
Entrants entrants(float private_extra, double credit_limit = 12'000.0) {
    TwinWorld world(250, 1);
    world.params.choice.credit_limit.assign(credit_limit);
    world.world.table<SchoolStateTable>().ownership[0] = Ownership::private_profit;
    auto& costs = world.world.table<FamilyCostTable>();
    const std::size_t cell = track_cell(ProvinceId(0), Track::general_high).row();
    costs.fees[cell] = 2'000.0F;
    costs.private_share[cell] = 0.5F;
    BeginPathways begin(world.world);
    FormBeliefs beliefs(world.setting, world.params);
    Zhongkao zhongkao(world.setting, world.params);
    const sim::Quarter now(TwinWorld::first_year, 3);
    world.run(begin, now);
    world.run(beliefs, now);
    costs.private_extra[cell] = private_extra;  // dearer than in the reference year
    world.run(zhongkao, now);
    Entrants found;
    const auto& persons = world.persons();
    for (std::size_t row = 0; row < persons.end_row(); ++row) {
        const bool is_there = persons.state[row] == State::enrolled &&
                              persons.link[row].programme() == world.programme(0, 0);
        found.all += is_there ? 1 : 0;
        found.poor += is_there && persons.ses_percentile[row] < 10 ? 1 : 0;
    }
    const auto& means = world.world.table<MeansTable>();
    found.barred = static_cast<double>(means.barred[cell]) / means.choosers[cell];
    return found;
}

TEST(PrivateSchools, LoseEntrantsToTheirPriceAndNoneWhoCannotPay) {
    const Entrants cheap = entrants(0.0F);
    const Entrants dear = entrants(18'000.0F);
    EXPECT_GT(cheap.poor, 20);
    EXPECT_EQ(cheap.barred, 0.0);
    EXPECT_EQ(dear.poor, 0);
    EXPECT_LT(dear.all - dear.poor, cheap.all - cheap.poor);
    // Half of an income of up to 40,000 yuan.
    EXPECT_NEAR(dear.barred, 0.21, 0.02);
    // No loans at 15, whatever the limit.
    EXPECT_EQ(entrants(18'000.0F, 40'000.0).all, dear.all);
}

}  // namespace
}  // namespace vocational::testing
