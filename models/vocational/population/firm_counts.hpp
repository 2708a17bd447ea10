// SPDX-License-Identifier: Apache-2.0
// How many firms each city and sector has. A row is a firm of its sector's mean size at any scale,
// so where agents are few not every city holds a firm of every sector: a province's firms of a
// sector are apportioned to its cities, at least one to a province that has such jobs, and the jobs
// of cells without a firm go to the others of their city and sector (raking), so that both sums
// stay. A cell with firms may then hold more than its own jobs.
#pragma once

#include <vector>

#include "models/vocational/agents/place.hpp"
#include "models/vocational/population/setting.hpp"

namespace vocational {

class FirmCounts {
  public:
    struct Cell {
        std::int64_t firms = 0;
        double share_of_jobs = 0.0;  // held by its firms ÷ formal jobs of the cell itself
    };

    FirmCounts(const Records& records, const CityTable& cities, int year, const Setting& setting);

    const Cell& operator()(std::size_t city, std::size_t sector) const {
        return cells_[city * sectors_ + sector];
    }

  private:
    void count(const Records& records, const Setting& setting, std::size_t province);
    void rake(const RowRange& cities);

    std::size_t sectors_;
    std::vector<double> formal_;  // [city][sector]: formal jobs in agents
    std::vector<Cell> cells_;     // [city][sector]
};

}  // namespace vocational
