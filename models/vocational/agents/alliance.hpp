// SPDX-License-Identifier: Apache-2.0
// 4.9 Alliances of firms and schools: municipal consortia and sector communities, by city and
// sector. The firms of the sector and the schools of the city are members to the degree of the
// intensity.
//   strength = max(consortium, community) · min(1, age ÷ alliance_maturity)
// Instruments found them; the baseline of 2022 has next to none, so intensities start at zero.
#pragma once

#include <algorithm>

#include "models/vocational/agents/ids.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

using CitySectorId = sim::Id<struct CitySectorTag, std::uint32_t>;

constexpr CitySectorId city_sector(CityId city, std::size_t sector, std::size_t sectors) {
    return CitySectorId(city.row() * sectors + sector);
}

struct AllianceTable final : sim::Table {
    SIM_TABLE(AllianceTable, CitySectorId, "alliance",
              "City × sector: membership in alliances of firms and schools.");
    SIM_COLUMN(float, consortium, sim::unit::share,
               "Members of the municipal consortium among firms and schools.");
    SIM_COLUMN(float, community, sim::unit::share, "The same of the sector's community.");
    SIM_COLUMN(std::uint8_t, age, sim::unit::quarter, "Quarters since founding; stays at 255.");
    SIM_COLUMN(float, training_share, sim::unit::share,
               "Share of the firms here that offered training places this year.");
};

// How far alliances work: the larger membership, in proportion to age up to maturity.
inline double alliance_strength(double consortium, double community, int age, int maturity) {
    const double grown = std::min(1.0, static_cast<double>(age) / std::max(1, maturity));
    return std::clamp(std::max(consortium, community), 0.0, 1.0) * grown;
}

}  // namespace vocational
