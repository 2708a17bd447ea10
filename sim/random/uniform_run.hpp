// SPDX-License-Identifier: Apache-2.0
// Many uniform numbers of one identity, made some at a time.
#pragma once

#include <array>

#include "sim/random/rng.hpp"

namespace sim {

// Number i is what the Rng gives after skip_to(2 · i). Cheap to go through in rising order where
// half a dozen or more are needed.
class UniformRun {
  public:
    explicit UniformRun(const Rng& rng) : rng_(rng) {}

    double operator[](std::uint64_t number) {
        const auto block = static_cast<std::uint32_t>(number / 2);
        if (!has_blocks_ || block - first_ >= blocks_.size()) {
            rng_.fill_blocks(block, blocks_);
            first_ = block;
            has_blocks_ = true;
        }
        const PhiloxBlock& words = blocks_[block - first_];
        return number % 2 == 0 ? uniform_of(words[0], words[1]) : uniform_of(words[2], words[3]);
    }

  private:
    Rng rng_;
    std::array<PhiloxBlock, 8> blocks_;
    std::uint32_t first_ = 0;
    bool has_blocks_ = false;
};

}  // namespace sim
