// SPDX-License-Identifier: Apache-2.0
// Provinces, cities and the layout of all cohorts of the run over them.
#pragma once

#include "models/vocational/agents/place.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/model/scenario.hpp"

namespace vocational {

// Fills both tables and the setting's place indices, the pull between cities and the appeal of
// provinces.
void make_places(const Data& data, const Records& records, const Params& params,
                 ProvinceTable& provinces, CityTable& cities, Setting& setting);

// Lays out the rows of everybody who lives during the run: the initial population and the cohorts
// that enter. National and provincial totals of each year are right to one agent.
CohortIndex lay_out_cohorts(const Records& records, const ProvinceTable& provinces,
                            const CityTable& cities, const Setting& setting,
                            const sim::Scenario& scenario);

}  // namespace vocational
