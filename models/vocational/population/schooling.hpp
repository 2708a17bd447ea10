// SPDX-License-Identifier: Apache-2.0
// Schooling of the initial population: who is enrolled where after the completions of June of the
// first year, who has just completed, who completed what before. Stocks by year of study follow
// recorded intake × survival, scaled to the recorded stock.
#pragma once

#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/population/seat_rules.hpp"

namespace vocational {

struct SchoolingTables {
    PersonTable& persons;
    const SchoolTable& schools;
    ProgrammeTable& programmes;
    const ProvinceTable& provinces;
};

// `first` is the first simulated quarter, a third one. Sets state, attained, field, completed,
// path, link, duration and skills of everybody; people out of school are left inactive.
void give_schooling(const Setting& setting, const Records& records, const Params& params,
                    const Data& data, sim::Quarter first, const sim::Executor& executor,
                    SchoolingTables tables);

}  // namespace vocational
