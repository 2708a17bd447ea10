// SPDX-License-Identifier: Apache-2.0
// Workers and occupations. Rows are identities; a worker belongs to the occupation of the present
// or the last job. An occupation's counts are those of its workers, which the model checks.
#pragma once

#include "sim/tables/table.hpp"

namespace classic {

struct WorkerTag;
struct OccupationTag;
using WorkerId = sim::Id<WorkerTag>;
using OccupationId = sim::Id<OccupationTag>;

struct WorkerTable final : sim::Table {
    SIM_TABLE(WorkerTable, WorkerId, "worker", "Workers; the same ones for the whole run.");
    SIM_COLUMN(OccupationId, occupation, sim::unit::none, "Occupation of the present or last job.");
    SIM_COLUMN(std::uint16_t, spell, sim::unit::none,
               "Steps unemployed, the one in which the job ended included; 0 when employed.");
};

struct OccupationTable final : sim::Table {
    SIM_TABLE(OccupationTable, OccupationId, "occupation", "Occupations and their jobs.");
    SIM_COLUMN(std::int64_t, employed, sim::unit::agents, "Workers with a job.");
    SIM_COLUMN(std::int64_t, unemployed, sim::unit::agents, "Workers without.");
    SIM_COLUMN(std::int64_t, vacancies, sim::unit::jobs, "Jobs open.");
    SIM_COLUMN(std::int64_t, seekers, sim::unit::agents,
               "Workers who were unemployed when a step began, over the quarter's steps.");
    SIM_COLUMN(std::int64_t, found, sim::unit::agents, "How many of them found a job.");
};

}  // namespace classic
