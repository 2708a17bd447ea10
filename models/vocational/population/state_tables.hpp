// SPDX-License-Identifier: Apache-2.0
// The tables beside those of places, people, schools and firms themselves: made once with the
// world, given their rows before the first quarter.
#pragma once

#include "models/vocational/population/school_norms.hpp"
#include "sim/tables/world.hpp"

namespace vocational {

void add_state_tables(sim::World& world);

// Needs the rows of places, schools, programmes and firms, and the setting's ledger. No persons.
void fill_state_tables(sim::World& world, const Setting& setting, const Params& params,
                       const Records& records, const SchoolNorms& norms, int first_year);

}  // namespace vocational
