// SPDX-License-Identifier: Apache-2.0
// Draws from many categories in constant time (Walker's alias method, built as by Vose 1991, IEEE
// TSE 17). Costs more to build than draw::categorical; a table may be shared between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/random/rng.hpp"

namespace sim {

class AliasTable {
  public:
    // Weights are finite, at least 0, and not all 0; fewer than 2^32 of them.
    explicit AliasTable(std::span<const double> weights);

    std::size_t size() const { return columns_.size(); }

    // Index i with probability weights[i] / sum; weight zero never comes. Not monotone in a
    // uniform: where runs are compared under different weights, draw::categorical keeps them
    // closer.
    std::size_t operator()(Rng& rng) const {
        const std::uint32_t index = rng.below(static_cast<std::uint32_t>(columns_.size()));
        const Column& column = columns_[index];
        return rng.uniform() < column.keep ? index : column.alias;
    }

  private:
    struct Column {
        double keep = 0.0;        // probability that the column stands for itself
        std::uint32_t alias = 0;  // whom it stands for otherwise
    };

    std::vector<Column> columns_;
};

}  // namespace sim
