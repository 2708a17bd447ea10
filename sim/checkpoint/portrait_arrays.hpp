// SPDX-License-Identifier: Apache-2.0
// A portrait as arrays of a file without tables, and back.
#pragma once

#include "sim/checkpoint/state_file.hpp"
#include "sim/output/portrait.hpp"

namespace sim {

class PortraitArrays {
  public:
    // Refers to the portrait, which must outlive it.
    explicit PortraitArrays(const Portrait& portrait);

    const std::vector<StateArray>& list() const { return list_; }

  private:
    std::vector<std::uint64_t> first_;
    std::vector<std::uint32_t> count_;
    std::vector<StateArray> list_;
};

// Throws IoError where arrays are not those of a portrait.
Portrait portrait_in(const StateFile& file);

}  // namespace sim
