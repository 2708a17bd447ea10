// SPDX-License-Identifier: Apache-2.0
// Firms at the start: Pareto sizes within each city and sector, and the pools of farm and
// own-account work.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/population/setting.hpp"

namespace vocational {

void make_firms(const Records& records, const CityTable& cities, const WageParams& wages, int year,
                FirmTable& firms, Setting& setting);

}  // namespace vocational
