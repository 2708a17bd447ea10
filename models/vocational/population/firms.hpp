// SPDX-License-Identifier: Apache-2.0
// Firms at the start: Pareto sizes within each city and sector, and the pools of farm and
// own-account work.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/population/setting.hpp"

namespace vocational {

// Shape of the distribution of firm sizes; near 1 in many countries (Zipf's law).
inline constexpr double firm_size_shape = 1.1;
// No firm is drawn more than this many times larger than the smallest of its city and sector.
inline constexpr double largest_firm_ratio = 2000.0;

void make_firms(const Records& records, const CityTable& cities, const WageParams& wages, int year,
                FirmTable& firms, Setting& setting);

}  // namespace vocational
