// SPDX-License-Identifier: Apache-2.0
// Who comes and who goes (4.1): cohorts as large as recorded, what 15-year-olds bring along, out at
// 60. Two provinces of one city each, 100,000 newcomers, every mean within three standard errors of
// its closed form.
#include <array>
#include <cmath>
#include <functional>
#include <memory>

#include <gtest/gtest.h>

#include "models/vocational/phases/leave_at_60.hpp"
#include "models/vocational/phases/new_cohort.hpp"
#include "models/vocational/population/places.hpp"
#include "models/vocational/population/traits.hpp"
#include "sim/model/scenario.hpp"
#include "sim/random/normal.hpp"

namespace vocational::testing {
namespace {

constexpr int year = 2022;
constexpr std::uint32_t in_a_segment = 12'500;  // four birth quarters, two cities
constexpr std::size_t newcomers = 8 * in_a_segment;
constexpr std::array<double, 2> urban{0.75, 0.45};
constexpr std::array<double, 2> urban_around{0.65, 0.55};  // in the whole province
constexpr std::array<double, 2> affluence{1.0, -1.0};
constexpr double graduates_among_15 = 0.97;

void enter(sim::DataTable& table, const std::vector<std::vector<std::string>>& rows) {
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            EXPECT_TRUE(table.columns()[c]->append(row[c])) << table.file() << ": " << row[c];
        }
    }
    table.filled(rows.size());
}

Records recorded() {
    Data data;
    enter(data.provinces, {{"North", "5000", "100000", "0.5"}, {"South", "5000", "50000", "0.5"}});
    enter(data.origins, {{"lower_secondary_completion", std::to_string(graduates_among_15)}});
    enter(data.cohorts, {{"2022", "61237", "59400"}, {"2023", "70001", "67900"}});
    enter(data.birth_cohorts, {{"1960", "40000"}, {"1990", "80000"}});
    sim::Problems problems;
    Records records(data, 0.5, problems);
    problems.throw_if_any();
    return records;
}

// A mean over people against its closed form.
struct Mean {
    double sum = 0.0;
    double squares = 0.0;
    double people = 0.0;

    void add(double x) {
        sum += x;
        squares += x * x;
        people += 1.0;
    }
    double value() const { return sum / people; }
    double variance() const { return squares / people - value() * value(); }
    double error() const { return 3.0 * std::sqrt(variance() / people); }
};

class DemographyTest : public ::testing::Test {
  protected:
    DemographyTest()
        : provinces(rows<ProvinceTable>(2)),
          cities(rows<CityTable>(2)),
          persons(world.add<PersonTable>()) {
        setting.scale = 1.0;
        setting.seed = 2;
        setting.base_year = setting.first_year = year;
        setting.province_of = {ProvinceId(0), ProvinceId(1)};
        setting.cities_of = {{0, 1}, {1, 2}};
        for (std::size_t p = 0; p < 2; ++p) {
            provinces.affluence[p] = affluence[p];
            provinces.population_share[p] = 0.5;
            provinces.cohort_share[p] = p == 0 ? 0.3 : 0.7;
            cities.province[p] = ProvinceId(p);
            cities.share[p] = 1.0;
            cities.urban_share[p] = urban[p];
            provinces.urban_share[p] = urban_around[p];
        }
        setting.cohorts =
            CohortIndex({year - 16, 4}, 2, std::vector<std::uint32_t>(8, in_a_segment));
        persons.reserve(newcomers);
    }
    template <class T>
    T& rows(std::size_t count) {
        T& table = world.add<T>();
        table.reserve(count);
        table.append(count);
        return table;
    }
    void run(sim::Phase& phase, sim::Quarter now) {
        phase.bind(world);
        phase.run({now, {year, 3}, setting.seed, 0, *executor});
    }
    void let_them_in() {
        traits.prepare();
        NewCohort phase(setting, records, traits, persons);
        run(phase, {year, 3});
    }
    double rural_share(std::size_t city) const { return 1.0 - urban[city] + birth.rural_excess; }
    // Mean status in a city by registration before it is standardised.
    double raw_mean(std::size_t city, Hukou hukou) const {
        return birth.ses_slope_affluence * affluence[city] +
               birth.ses_slope_urban * (urban[city] - urban_around[city]) +
               (hukou == Hukou::urban ? birth.ses_gap_hukou() : 0.0);
    }
    // Mean and standard deviation of the nation's raw status: a mixture of four normals.
    std::array<double, 2> moments() const {
        double mean = 0.0;
        double square = 0.0;
        for (std::size_t city = 0; city < 2; ++city) {
            for (const Hukou hukou : {Hukou::rural, Hukou::urban}) {
                const double rural = rural_share(city);
                const double share = 0.5 * (hukou == Hukou::rural ? rural : 1.0 - rural);
                mean += share * raw_mean(city, hukou);
                square += share * (1.0 + raw_mean(city, hukou) * raw_mean(city, hukou));
            }
        }
        return {mean, std::sqrt(square - mean * mean)};
    }
    std::size_t home(std::size_t row) const { return setting.cohorts.segment_of(row).home.row(); }
    Mean mean_of(const std::function<double(std::size_t)>& value,
                 const std::function<bool(std::size_t)>& belongs) const {
        Mean mean;
        for (std::size_t row = 0; row < persons.end_row(); ++row) {
            if (belongs(row)) {
                mean.add(value(row));
            }
        }
        return mean;
    }
    double correlation(const std::function<double(std::size_t)>& a,
                       const std::function<double(std::size_t)>& b) const {
        const auto all = [](std::size_t) { return true; };
        const Mean of_a = mean_of(a, all);
        const Mean of_b = mean_of(b, all);
        const Mean product = mean_of([&](std::size_t row) { return a(row) * b(row); }, all);
        return (product.value() - of_a.value() * of_b.value()) /
               std::sqrt(of_a.variance() * of_b.variance());
    }

    BirthParams birth;
    Setting setting;
    sim::World world;
    ProvinceTable& provinces;
    CityTable& cities;
    PersonTable& persons;
    Records records = recorded();
    Traits traits{birth, provinces, cities, setting};
    std::unique_ptr<sim::Executor> executor = sim::make_executor(sim::Backend::serial, 1);
};

TEST_F(DemographyTest, TalentsHaveUnitVarianceAndTheirCorrelations) {
    let_them_in();
    ASSERT_EQ(persons.end_row(), newcomers);
    const auto all = [](std::size_t) { return true; };
    const auto ability = [&](std::size_t row) { return double{persons.ability[row]}; };
    const auto aptitude = [&](std::size_t row) { return double{persons.aptitude[row]}; };
    const auto skill = [&](std::size_t row) { return double{persons.general_skill[row]}; };
    const double n = newcomers;
    for (const auto& talent :
         {std::function<double(std::size_t)>(ability), std::function<double(std::size_t)>(aptitude),
          std::function<double(std::size_t)>(skill)}) {
        const Mean mean = mean_of(talent, all);
        EXPECT_NEAR(mean.value(), 0.0, mean.error());
        EXPECT_NEAR(mean.variance(), 1.0, 3.0 * std::sqrt(2.0 / n));
    }
    const auto near = [&](double measured, double rho) {
        EXPECT_NEAR(measured, rho, 3.0 * (1.0 - rho * rho) / std::sqrt(n));
    };
    near(correlation(aptitude, ability), birth.aptitude_on_ability);
    near(correlation(skill, ability), birth.skill_on_ability);
    near(correlation(skill, aptitude), birth.skill_on_ability * birth.aptitude_on_ability);
}

TEST_F(DemographyTest, SharesBySexAndRegistrationAreThoseOfTheCity) {
    let_them_in();
    for (std::size_t city = 0; city < 2; ++city) {
        const auto here = [&](std::size_t row) { return home(row) == city; };
        const Mean rural = mean_of(
            [&](std::size_t row) {
                return persons.origin[row].hukou() == Hukou::rural ? 1.0 : 0.0;
            },
            here);
        EXPECT_NEAR(rural.value(), rural_share(city), rural.error());
        const Mean male = mean_of(
            [&](std::size_t row) { return persons.origin[row].sex() == Sex::male ? 1.0 : 0.0; },
            here);
        EXPECT_NEAR(male.value(), birth.male_share, male.error());
    }
    const Mean graduates = mean_of(
        [&](std::size_t row) {
            return persons.attained[row] == Attained::lower_secondary ? 1.0 : 0.0;
        },
        [](std::size_t) { return true; });
    EXPECT_NEAR(graduates.value(), graduates_among_15, graduates.error());
}

TEST_F(DemographyTest, RegistrationAndCityShiftStatusAndWithItAbility) {
    let_them_in();
    const auto [mean, spread] = moments();
    for (std::size_t city = 0; city < 2; ++city) {
        for (const Hukou hukou : {Hukou::rural, Hukou::urban}) {
            const auto here = [&](std::size_t row) {
                return home(row) == city && persons.origin[row].hukou() == hukou;
            };
            const double shift = (raw_mean(city, hukou) - mean) / spread;
            const Mean upper_half = mean_of(
                [&](std::size_t row) { return persons.ses_percentile[row] >= 50 ? 1.0 : 0.0; },
                here);
            // Within the group status is normal with standard deviation 1 ÷ spread.
            EXPECT_NEAR(upper_half.value(), sim::normal_cdf(shift * spread), upper_half.error());
            const Mean ability =
                mean_of([&](std::size_t row) { return double{persons.ability[row]}; }, here);
            EXPECT_NEAR(ability.value(), birth.ability_on_ses * shift, ability.error());
        }
    }
}

TEST_F(DemographyTest, AbilityFollowsStatusAtTheDeclaredCorrelation) {
    birth.ses_gap_hukou.assign(0.0);
    birth.ses_slope_urban.assign(0.0);
    birth.ses_slope_affluence.assign(0.0);  // status is standard normal
    let_them_in();
    // E[z | z in the highest fifth] = φ(0.84162) ÷ 0.2, in the lowest the opposite.
    constexpr double fifth = 1.39981;
    for (const bool is_top : {true, false}) {
        const Mean ability = mean_of([&](std::size_t row) { return double{persons.ability[row]}; },
                                     [&](std::size_t row) {
                                         return is_top ? persons.ses_percentile[row] >= 80
                                                       : persons.ses_percentile[row] < 20;
                                     });
        EXPECT_NEAR(ability.people / newcomers, 0.2, 3.0 * std::sqrt(0.16 / newcomers));
        EXPECT_NEAR(ability.value(), (is_top ? 1.0 : -1.0) * birth.ability_on_ses * fifth,
                    ability.error());
    }
}

TEST_F(DemographyTest, ThePersonIsTheSameWhateverElseThereIs) {
    let_them_in();
    const Trait ability = persons.ability[in_a_segment];  // first of the second city
    CohortIndex fewer({year - 16, 4}, 2, {7, 9, 0, 0, 0, 0, 0, 0});
    setting.cohorts = fewer;
    PersonTable others;
    others.reserve(16);
    others.append(16);
    traits.draw(*executor, others, 0, 16, Generation::entering);
    EXPECT_EQ(double{others.ability[7]}, double{ability});
}

TEST_F(DemographyTest, CohortsAreAsLargeAsRecorded) {
    setting.scale = 10.0;
    sim::Scenario scenario;
    scenario.start = {year, 3};
    scenario.end = {year + 1, 4};
    const CohortIndex cohorts = lay_out_cohorts(records, provinces, cities, setting, scenario);
    const auto people = [&](sim::Quarter from, sim::Quarter to, std::size_t city) {
        std::size_t sum = 0;
        for (sim::Quarter born = from; born < to; born = born + 1) {
            const Segment segment = cohorts.segment_at(born, CityId(city));
            sum += segment.end - segment.begin;
        }
        return static_cast<double>(sum);
    };
    for (int y = year; y <= year + 1; ++y) {
        const double all = records.aged_15(y) / setting.scale;
        const sim::Quarter from(y - 16, 4);
        EXPECT_NEAR(people(from, from + 4, 0), 0.3 * all, 1.0);
        EXPECT_NEAR(people(from, from + 4, 1), 0.7 * all, 1.0);
        EXPECT_NEAR(people(from, from + 4, 0) + people(from, from + 4, 1), all, 1.0);
    }
    // A quarter of a single-year cohort of adults, by shares of the population.
    const sim::Quarter adult(1990, 2);
    EXPECT_NEAR(people(adult, adult + 1, 0), 0.5 * 80'000 / 4.0 / setting.scale, 1.0);
    // Nobody is there who would be 60 already.
    EXPECT_EQ(cohorts.first_row(sim::Quarter(year, 3) - 240), 0U);
    EXPECT_GT(cohorts.first_row(sim::Quarter(year, 3) - 239), 0U);
}

TEST_F(DemographyTest, OnlyTheCohortOfTheYearEnters) {
    setting.cohorts = CohortIndex({year - 16, 4}, 2, std::vector<std::uint32_t>(16, 5));
    let_them_in();
    EXPECT_EQ(persons.end_row(), 40U);  // the next year's eight segments wait
    for (std::size_t row = 0; row < persons.end_row(); ++row) {
        EXPECT_EQ(persons.state[row], State::unemployed);
    }
}

TEST_F(DemographyTest, ACohortLeavesWhen240QuartersAreFull) {
    auto& firms = rows<FirmTable>(1);
    const sim::Quarter born(1962, 3);
    setting.cohorts = CohortIndex(born, 2, {3, 2, 4, 0});
    persons.append(9);
    for (std::size_t row = 0; row < 9; ++row) {
        persons.state[row] = row % 2 == 0 ? State::employed : State::inactive;
        persons.link[row] = row % 2 == 0 ? Link(FirmId(0)) : Link();
    }
    firms.headcount[0] = 5;
    LeaveAt60 phase(setting, persons, world);
    run(phase, born + 239);
    EXPECT_EQ(persons.first_row(), 0U);
    EXPECT_EQ(firms.headcount[0], 5);
    run(phase, born + 240);
    EXPECT_EQ(persons.first_row(), 5U);
    EXPECT_EQ(firms.headcount[0], 2);  // of rows 6 and 8
    run(phase, born + 241);
    EXPECT_EQ(persons.size(), 0U);
    EXPECT_EQ(firms.headcount[0], 0);
}

}  // namespace
}  // namespace vocational::testing
