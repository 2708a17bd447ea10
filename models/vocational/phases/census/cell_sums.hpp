// SPDX-License-Identifier: Apache-2.0
// People by cell and the sum of something that they have: what a chunk of rows counts for itself
// before it adds to columns that all chunks share. Whole numbers, so chunks show in no result.
#pragma once

#include <cstdint>
#include <vector>

#include "models/vocational/agents/count.hpp"

namespace vocational {

class CellSums {
  public:
    // Rows of a chunk: so many that adding up is little beside counting.
    static constexpr std::size_t chunk_rows = std::size_t{1} << 16U;

    explicit CellSums(std::size_t cells) : people_(cells, 0), sums_(cells, 0) {}

    void add(std::size_t cell, std::int64_t amount) {
        ++people_[cell];
        sums_[cell] += amount;
    }
    void add_up(std::int32_t* people, std::int64_t* sums) const {
        for (std::size_t cell = 0; cell < people_.size(); ++cell) {
            if (people_[cell] > 0) {
                add_to(people[cell], people_[cell]);
                add_to(sums[cell], sums_[cell]);
            }
        }
    }

  private:
    std::vector<std::int32_t> people_;
    std::vector<std::int64_t> sums_;
};

}  // namespace vocational
