// SPDX-License-Identifier: Apache-2.0
// Recorded money of schools: public money and all income per student by track and year in yuan of
// 2022, and how provinces differ from the nation. Up to the start year as recorded, afterwards that
// year's.
#pragma once

#include <array>
#include <map>
#include <vector>

#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/population/records.hpp"

namespace vocational {

class MoneyRecords {
  public:
    MoneyRecords() = default;
    MoneyRecords(const Data& data, sim::Problems& problems);

    // Per student and year, of the nation.
    double public_money(Track track, int year) const { return nearest(track, year).public_money; }
    double all_money(Track track, int year) const { return nearest(track, year).all_money; }
    // A province's money per student over the nation's, to that power, such that the mean over the
    // track's students of the year is 1.
    double province_ratio(Track track, std::size_t province, int year, double power,
                          const Records& records) const;

  private:
    struct PerStudent {
        double all_money = 0.0;
        double public_money = 0.0;
    };
    const PerStudent& nearest(Track track, int year) const;

    std::array<std::map<int, PerStudent>, tracks> years_;
    std::vector<double> ratio_;
};

}  // namespace vocational
