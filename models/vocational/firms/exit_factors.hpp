// SPDX-License-Identifier: Apache-2.0
// 4.8 Jobs that end by exits, at every scale the same. Small firms close more often, and where few
// agents work in a sector its rows cannot hold the sector's largest firms: sizes are Pareto, and
// the sum of a city's few draws cuts the tail. So that as many jobs end as with the whole law of
// sizes, a sector's hazards are multiplied by
//   E[n h(n)] / E[n] under the law ÷ Σ n h(n) / Σ n over the rows of the first quarter,
// h the hazard of firms/firm_turnover.hpp. The factor is a constant of the run.
#pragma once

#include <vector>

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/params/firm.hpp"
#include "models/vocational/population/setting.hpp"

namespace vocational {

// Share of jobs whose firm closes within a year if sizes follow the Pareto law with that mean.
double exits_under_law(const FirmParams& params, double mean_size);

// Factor by sector; 1 where the sector has no formal firm.
std::vector<double> exit_factors(const Setting& setting, const Records& records,
                                 const FirmParams& params, const CityTable& cities,
                                 const FirmTable& firms, int year);

}  // namespace vocational
