// SPDX-License-Identifier: Apache-2.0
// Family status by place: cities more urban than their province are better off.
#include "models/vocational/population/traits.hpp"

#include <memory>

#include <gtest/gtest.h>

namespace vocational {
namespace {

constexpr std::uint32_t people = 20'000;  // of each city

// Mean status of rural families in a village city and in an urban one of the same province.
std::array<double, 2> mean_status(double slope) {
    BirthParams params;
    params.ses_slope_urban.assign(slope);
    Setting setting;
    setting.seed = 3;
    setting.province_of.assign(2, ProvinceId(0));
    setting.cities_of = {{0, 2}};
    const std::vector<std::uint32_t> counts(2, people);
    setting.cohorts = CohortIndex(sim::Quarter(2000, 1), 2, counts);
    ProvinceTable provinces;
    CityTable cities;
    PersonTable persons;
    const auto fill = [](sim::Table& table, std::size_t rows) {
        table.reserve(rows);
        table.append(rows);
    };
    fill(provinces, 1);
    fill(cities, 2);
    fill(persons, setting.cohorts.rows());
    provinces.population_share[0] = 1.0;
    provinces.urban_share[0] = 0.5;
    cities.share[0] = cities.share[1] = 0.5;
    cities.urban_share[0] = 0.45;
    cities.urban_share[1] = 0.55;
    Traits traits(params, provinces, cities, setting);
    traits.prepare();
    const auto executor = sim::make_executor(sim::Backend::serial, 1);
    traits.draw(*executor, persons, 0, persons.end_row(), Generation::entering);
    std::array<double, 2> sum{};
    std::array<double, 2> count{};
    for (std::size_t row = 0; row < persons.end_row(); ++row) {
        if (persons.origin[row].hukou() == Hukou::rural) {
            sum[row / people] += persons.ses_percentile[row];
            count[row / people] += 1.0;
        }
    }
    return {sum[0] / count[0], sum[1] / count[1]};
}

TEST(Traits, FamiliesOfMoreUrbanCitiesAreBetterOff) {
    const auto alike = mean_status(0.0);
    EXPECT_NEAR(alike[0], alike[1], 1.0);  // three standard errors
    // 0.1 of urban share at 4 points each are 0.4 standard deviations, some 11 percentiles.
    const auto apart = mean_status(4.0);
    EXPECT_NEAR(apart[1] - apart[0], 11.0, 2.0);
}

}  // namespace
}  // namespace vocational
