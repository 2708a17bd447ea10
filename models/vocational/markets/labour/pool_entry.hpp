// SPDX-License-Identifier: Apache-2.0
// 4.10 Farm and own-account work: no vacancies, entry at its income. After the cells are matched a
// city's jobless take up pooled work with the probability that fills the pools, less likely the
// more schooling they have, at most pool_entry_limit.
#pragma once

#include <span>
#include <vector>

#include "models/vocational/markets/labour/job_board.hpp"

namespace vocational {

struct Jobless {
    std::uint32_t row;
    float weight;  // relative likelihood of taking up pooled work
};

struct PoolEntrant {
    std::uint32_t row;
    FirmId pool;
};

class PoolEntry {
  public:
    PoolEntry(const Setting& setting, const LabourParams& params)
        : setting_(setting), params_(params) {}

    // Who of the city's jobless enters which pool, into `entrants`; no pool takes more than it
    // wants.
    void choose(const sim::Tick& tick, sim::Purpose purpose, CityId city, const FirmColumns& firms,
                std::span<const Jobless> jobless, std::vector<PoolEntrant>& entrants) const;

  private:
    const Setting& setting_;
    const LabourParams& params_;
};

}  // namespace vocational
