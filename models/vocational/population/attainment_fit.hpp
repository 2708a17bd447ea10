// SPDX-License-Identifier: Apache-2.0
// Final attainment of the older cohorts by year of birth and province: iterative proportional
// fitting from the national shares of each birth year to three margins: people by birth year ×
// province (the layout), national attainment by birth year (attainment.csv) and attainment by
// province (province_attainment.csv, the census of 2020, whose counts per 100,000 residents of all
// ages are taken relative to the nation's).
#pragma once

#include <array>
#include <vector>

#include "models/vocational/data/tables.hpp"
#include "sim/matching/proportional_fitting.hpp"

namespace vocational {

// From the top; `tertiary` is split by the birth year's own shares afterwards.
enum class Schooled : std::uint8_t { tertiary, upper_secondary, lower_secondary, below };
inline constexpr std::size_t schooled_levels = 4;

class AttainmentFit {
  public:
    // people[birth year − first_birth_year][province], in any unit.
    AttainmentFit(const Data& data, int first_birth_year,
                  const std::vector<std::vector<double>>& people);

    // Shares of the people of a birth year and province, adding to 1.
    std::array<double, schooled_levels> shares(int birth_year, std::size_t province) const;
    const sim::Fit& fit() const { return fit_; }
    // The table's row of a birth year; the first or last for years outside it.
    static std::size_t row_of(const AttainmentData& table, int birth_year);

  private:
    int first_birth_year_;
    sim::Cells3 cells_;  // [birth year][province][level]
    sim::Fit fit_;
};

}  // namespace vocational
