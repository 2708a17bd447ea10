// SPDX-License-Identifier: Apache-2.0
// Provinces and cities. A city is a local labour market and a zhongkao area.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

struct ProvinceTable final : sim::Table {
    SIM_TABLE(ProvinceTable, ProvinceId, "province", "Origin-quota areas; the outcomes' regions.");
    SIM_COLUMN(double, cohort_share, sim::unit::share, "Share of the nation's 15-year-olds.");
    SIM_COLUMN(double, population_share, sim::unit::share, "Share of the initial population.");
    SIM_COLUMN(double, urban_share, sim::unit::share, "Urban residents ÷ residents.");
    SIM_COLUMN(double, affluence, sim::unit::score,
               "Log income per head, standardised over provinces.");
    SIM_COLUMN(double, residents, sim::unit::agents,
               "Residents neither enrolled nor away at the end of the last quarter.");
    SIM_COLUMN(double, residents_at_base, sim::unit::agents,
               "The same at the end of the admission quarter of the start year.");
};

struct CityTable final : sim::Table {
    SIM_TABLE(CityTable, CityId, "city", "Synthetic cities, each in one province.");
    SIM_COLUMN(ProvinceId, province, sim::unit::none, "Province of the city.");
    SIM_COLUMN(double, share, sim::unit::share, "Share of the province's people.");
    SIM_COLUMN(double, urban_share, sim::unit::share, "Urban residents ÷ residents.");
    SIM_COLUMN(double, x, sim::unit::kilometre, "Position, west to east.");
    SIM_COLUMN(double, y, sim::unit::kilometre, "Position, south to north.");
};

}  // namespace vocational
