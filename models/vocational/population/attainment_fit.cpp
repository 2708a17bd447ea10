// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/attainment_fit.hpp"

#include <algorithm>

namespace vocational {

namespace {

constexpr double tolerance = 1e-6;
constexpr int most_rounds = 500;
constexpr double per = 100'000.0;

std::array<double, schooled_levels> national_shares(const AttainmentData& table, std::size_t row) {
    return {table.associate[row] + table.bachelor[row],
            table.upper_secondary_general[row] + table.upper_secondary_vocational[row],
            table.lower_secondary[row], table.below_lower_secondary[row]};
}

// Attainment by province [province][level] that adds up to the provinces' people and to the
// nation's levels: the recorded rates relative to the nation's, then balanced.
std::vector<double> provincial_margin(const ProvinceAttainmentData& table,
                                      const std::vector<double>& people,
                                      const std::vector<double>& levels) {
    const std::size_t provinces = people.size();
    double nation = 0.0;
    for (const double count : people) {
        nation += count;
    }
    std::vector<std::array<double, schooled_levels>> rates(provinces);
    std::array<double, schooled_levels> mean{};
    for (std::size_t p = 0; p < provinces; ++p) {
        const double tertiary = table.tertiary[p] / per;
        const double upper = table.upper_secondary[p] / per;
        const double lower = table.lower_secondary[p] / per;
        rates[p] = {tertiary, upper, lower, std::max(0.01, 1.0 - tertiary - upper - lower)};
        for (std::size_t l = 0; l < schooled_levels; ++l) {
            mean[l] += rates[p][l] * people[p] / nation;
        }
    }
    std::vector<double> margin(provinces * schooled_levels);
    for (std::size_t p = 0; p < provinces; ++p) {
        for (std::size_t l = 0; l < schooled_levels; ++l) {
            margin[p * schooled_levels + l] =
                people[p] * levels[l] / nation * rates[p][l] / mean[l];
        }
    }
    sim::fit_margins(margin, people, levels, tolerance / 10.0, most_rounds);
    return margin;
}

}  // namespace

std::size_t AttainmentFit::row_of(const AttainmentData& table, int birth_year) {
    std::size_t row = 0;
    while (row + 1 < table.rows() && table.birth_year[row] < birth_year) {
        ++row;
    }
    return row;
}

AttainmentFit::AttainmentFit(const Data& data, int first_birth_year,
                             const std::vector<std::vector<double>>& people)
    : first_birth_year_(first_birth_year),
      cells_{people.size(), data.provinces.rows(), schooled_levels, {}} {
    const std::size_t years = cells_.a;
    const std::size_t provinces = cells_.b;
    cells_.values.resize(years * provinces * schooled_levels);
    std::vector<double> by_year_and_place(years * provinces);
    std::vector<double> by_year_and_level(years * schooled_levels);
    std::vector<double> of_place(provinces, 0.0);
    std::vector<double> of_level(schooled_levels, 0.0);
    for (std::size_t y = 0; y < years; ++y) {
        const auto shares = national_shares(
            data.attainment, row_of(data.attainment, first_birth_year + static_cast<int>(y)));
        for (std::size_t p = 0; p < provinces; ++p) {
            const double count = people[y][p];
            by_year_and_place[y * provinces + p] = count;
            of_place[p] += count;
            for (std::size_t l = 0; l < schooled_levels; ++l) {
                cells_.at(y, p, l) = count * shares[l];
                by_year_and_level[y * schooled_levels + l] += count * shares[l];
                of_level[l] += count * shares[l];
            }
        }
    }
    const std::vector<double> by_place_and_level =
        provincial_margin(data.province_attainment, of_place, of_level);
    fit_ = sim::fit_margins(cells_, by_year_and_place, by_year_and_level, by_place_and_level,
                            tolerance, most_rounds);
}

std::array<double, schooled_levels> AttainmentFit::shares(int birth_year,
                                                          std::size_t province) const {
    const auto y = static_cast<std::size_t>(
        std::clamp(birth_year - first_birth_year_, 0, static_cast<int>(cells_.a) - 1));
    std::array<double, schooled_levels> found{};
    double sum = 0.0;
    for (std::size_t l = 0; l < schooled_levels; ++l) {
        found[l] = cells_.at(y, province, l);
        sum += found[l];
    }
    for (double& share : found) {
        share = sum > 0.0 ? share / sum : 1.0 / schooled_levels;
    }
    return found;
}

}  // namespace vocational
