// SPDX-License-Identifier: Apache-2.0
// 4.8 What a firm's posts are: job level and field of each post, drawn from its sector's tables. A
// post is a running number inside the firm; its draw belongs to firm, key and number, so the same
// post asks for the same work under every policy. The sectors' level shares count all jobs; pooled
// work is elementary, so it is taken off before formal posts are drawn. Technology shifts the
// ladder in proportional odds: logit P(level > j) = the table's + skill_demand, for every j.
#pragma once

#include <array>
#include <vector>

#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/population/setting.hpp"

namespace vocational {

// Firms never move, so their place in the city's list and how many stood there before identify
// them.
inline sim::Identity firm_identity(const Setting& setting, CityId city, std::uint8_t sector,
                                   std::size_t row, std::uint8_t generation = 0) {
    return sim::Identity::of(city.value(), static_cast<std::uint16_t>(generation << 8U | sector),
                             static_cast<std::uint32_t>(row - setting.firms_in[city.row()].begin));
}

class JobMix {
  public:
    JobMix() = default;
    explicit JobMix(const Records& records);

    // Both uniform in (0, 1). Elementary posts belong to the field `general`.
    Occupation draw(std::size_t sector, double level_uniform, double field_uniform) const;
    // Shares of the occupations in the sector's posts, at the skill demand of their firms.
    ByOccupation shares(std::size_t sector, double skill_demand = 0.0) const;
    // Post number `post` of a firm of the sector.
    Occupation post(const sim::Stream& stream, sim::Identity firm, std::uint32_t key,
                    std::size_t sector, std::uint32_t post, double skill_demand = 0.0) const;

  private:
    std::vector<std::array<double, job_levels>> levels_;  // cumulative, by sector
    std::vector<std::array<double, fields>> fields_;      // cumulative, by sector
};

}  // namespace vocational
