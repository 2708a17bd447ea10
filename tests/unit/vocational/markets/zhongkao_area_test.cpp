// SPDX-License-Identifier: Apache-2.0
// Lists at 15: the same tastes whatever else is on offer, safe schools of the careful, reserved
// seats for those entitled.
#include "models/vocational/markets/zhongkao_area.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace vocational {
namespace {

class ListTest : public testing::Test {
  protected:
    ListTest() {
        for (std::uint32_t s = 0; s < 8; ++s) {
            AreaOption option{};
            option.school = option.number = s;
            option.size = option.capacity = option.left = 10;
            area.options.push_back(option);
        }
        person.draws = sim::Stream(3, 0, sim::Purpose("test")).at(sim::Identity{1}, 0);
        person.utility = {50.0F, not_listed, not_listed, not_listed};
    }
    // Running numbers of the schools listed, best first.
    std::vector<std::uint32_t> list() {
        std::vector<std::uint32_t> options;
        Applicant copy = person;
        append_list(copy, area, rules, buffer, options);
        for (std::uint32_t& option : options) {
            option = area.options[option].number;
        }
        return options;
    }
    Area area;
    Applicant person{};
    ListBuffer buffer;
    ListRules rules{0.7, 20, 3, false};
};

TEST_F(ListTest, AClosedSchoolChangesNothingElse) {
    std::vector<std::uint32_t> before = list();
    ASSERT_EQ(before.size(), 8U);
    area.options.erase(area.options.begin() + 2);
    before.erase(std::find(before.begin(), before.end(), 2U));
    EXPECT_EQ(list(), before);
}

// Tastes of standard Gumbel form, scaled, on top of what schools are worth.
TEST_F(ListTest, SchoolsStandByValueAndTaste) {
    std::vector<double> standing(8, 0.0);
    standing[1] = 0.6;
    standing[6] = -0.4;
    set_values(area.options, 0, standing, std::vector<double>(8, 0.0), rules.school_taste);
    std::vector<std::pair<double, std::uint32_t>> liked;
    Applicant copy = person;
    for (const AreaOption& option : area.options) {
        copy.draws.skip_to(draws_at_15::school(option.track, option.number));
        liked.emplace_back(-option.value - option_taste(rules.school_taste, copy.draws),
                           option.number);
    }
    std::sort(liked.begin(), liked.end());
    const std::vector<std::uint32_t> listed = list();
    ASSERT_EQ(listed.size(), liked.size());
    for (std::size_t i = 0; i < listed.size(); ++i) {
        EXPECT_EQ(listed[i], liked[i].second);
    }
}

TEST_F(ListTest, TheCarefulNameASafeSchoolLastInTheFirstBand) {
    const std::vector<std::uint32_t> honest = list();
    for (AreaOption& option : area.options) {
        option.has_cutoff = true;
        option.cutoff = option.number == honest[5] ? -1.0F : 1.0F;
    }
    rules.has_insurance = true;
    EXPECT_EQ(list(), honest);
    person.is_insured = true;
    const std::vector<std::uint32_t> careful = list();
    EXPECT_EQ(careful[2], honest[5]);
    EXPECT_EQ(careful[3], honest[2]);
    EXPECT_EQ(careful.size(), honest.size());
}

TEST_F(ListTest, ReservedSeatsAreListedFirstByThoseEntitled) {
    AreaOption reserved = area.options[4];
    reserved.is_reserved = true;
    area.options.insert(area.options.begin() + 4, reserved);
    EXPECT_EQ(list().size(), 8U);
    person.is_rural = true;
    std::vector<std::uint32_t> options;
    append_list(person, area, rules, buffer, options);
    const auto at = std::find(options.begin(), options.end(), 4U);
    ASSERT_NE(at, options.end());
    EXPECT_EQ(*(at + 1), 5U);
}

TEST_F(ListTest, ValuesAddUpToNothingAtUsualQuality) {
    std::vector<double> standing(8, 0.0);
    standing[3] = 1.0;
    std::vector<double> quality(8, 0.0);
    set_values(area.options, 0, standing, quality, 0.7);
    std::vector<double> values;
    for (const AreaOption& option : area.options) {
        values.push_back(option.value);
    }
    EXPECT_NEAR(inclusive_value(values, 0.7), 0.0, 1e-12);
    quality.assign(8, 0.2);
    set_values(area.options, 0, standing, quality, 0.7);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = area.options[i].value;
    }
    EXPECT_NEAR(inclusive_value(values, 0.7), 0.2, 1e-12);
}

TEST(RunningSum, RoundsEachAndKeepsEveryTotal) {
    const std::vector<double> entitlements{0.3, 2.4, 0.3, 0.0, 5.0, 0.7, 0.7, 0.6};
    for (const double offset : {0.01, 0.31, 0.5, 0.77, 0.99}) {
        RunningSum quota(offset);
        double wanted = 0.0;
        double given = 0.0;
        for (const double entitlement : entitlements) {
            const std::uint32_t whole = quota.add(entitlement);
            EXPECT_LT(std::abs(whole - entitlement), 1.0);
            wanted += entitlement;
            given += whole;
            EXPECT_LT(std::abs(given - wanted), 1.0);
        }
        EXPECT_EQ(given, 10.0);
    }
}

// Whether by score one would have got in does not hang on the one lowest score admitted.
TEST(GeneralCutoff, IsTheScoreOfAsManyAsWereAdmitted) {
    Area area;
    for (std::size_t i = 0; i < 10; ++i) {
        Applicant one{};
        one.score = static_cast<float>(i);
        // The four best general pupils and, over a quota, the weakest of all.
        const bool is_general = i >= 6 || i == 0;
        one.option = is_general ? 0U : sim::unassigned;
        area.applicants.push_back(one);
    }
    EXPECT_DOUBLE_EQ(general_cutoff(area), 4.5);
    for (Applicant& person : area.applicants) {
        person.option = sim::unassigned;
    }
    EXPECT_EQ(general_cutoff(area), static_cast<double>(highest_score));
    for (Applicant& person : area.applicants) {
        person.option = 0;
    }
    EXPECT_EQ(general_cutoff(area), static_cast<double>(lowest_score));
}

}  // namespace
}  // namespace vocational
