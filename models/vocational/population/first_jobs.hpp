// SPDX-License-Identifier: Apache-2.0
// Work in the initial state: who of the people out of school is in the labour force, who of them
// has which job since when, at what wage. People take jobs in their city; who finds none there
// moves within the province, then anywhere. Recorded jobs are filled as far as people and
// unemployment allow.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "models/vocational/population/setting.hpp"

namespace vocational {

struct FirstJobTables {
    PersonTable& persons;
    FirmTable& firms;
    const CityTable& cities;
};

// The state at the end of the quarter before `first`, the first simulated one. Decides about
// everybody whom schooling left inactive; the just completed (unemployed) stay, they seek from the
// first quarter. Sets the firms' wanted and headcount too.
void give_first_jobs(const Setting& setting, const Records& records, const Params& params,
                     const WageEquation& wages, sim::Quarter first, const sim::Executor& executor,
                     FirstJobTables tables);

}  // namespace vocational
