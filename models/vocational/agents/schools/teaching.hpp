// SPDX-License-Identifier: Apache-2.0
// What makes a programme good (E1), beside its seats: one row per programme.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

struct TeachingTable final : sim::Table {
    SIM_TABLE(TeachingTable, ProgrammeId, "teaching",
              "Teaching of programmes; rows as programmes.");
    SIM_COLUMN(float, quality, sim::unit::ratio,
               "Q of equation E1; 1 = the track's national mean in the reference year.");
    SIM_COLUMN(float, course_age, sim::unit::year, "Years since the courses were last renewed.");
    SIM_COLUMN(float, partner_intensity, sim::unit::share,
               "Intensity of cooperation with firms, 0 to 1.");
    SIM_COLUMN(std::int32_t, contract_places, sim::unit::agents,
               "Training places that firms offer to the coming intake.");
};

}  // namespace vocational
