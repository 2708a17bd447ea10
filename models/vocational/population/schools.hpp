// SPDX-License-Identifier: Apache-2.0
// Schools and programmes at the start: real schools of the records gathered into rows that are
// large enough for the scale, at least one per province and kind, upper-secondary ones per city.
// Rows differ in size the more, the fewer real schools they stand for.
#pragma once

#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/population/setting.hpp"

namespace vocational {

// Fills the tables and the setting's indices of schools and programmes, and the quota matrix.
void make_schools(const Records& records, const CityTable& cities, int year, const Params& params,
                  SchoolTable& schools, ProgrammeTable& programmes, Setting& setting);

}  // namespace vocational
