// SPDX-License-Identifier: Apache-2.0
// How many real schools stand behind a row, and what is about to change that.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

struct SchoolCountTable final : sim::Table {
    SIM_TABLE(SchoolCountTable, SchoolId, "school_count",
              "Real schools that open and close; rows as schools.");
    SIM_COLUMN(float, share, sim::unit::share,
               "Share of the province's real schools of the kind, as long as they are recorded.");
    SIM_COLUMN(float, weight_at_start, sim::unit::schools,
               "Real schools behind the row in the year of the start.");
    SIM_COLUMN(float, closures_due, sim::unit::schools,
               "Real schools on their way to being given up; whole ones leave the row.");
    SIM_COLUMN(float, openings_due, sim::unit::schools,
               "Real schools under way; whole ones join the row.");
};

struct SchoolSizeTable final : sim::Table {
    SIM_TABLE(SchoolSizeTable, TrackCellId, "school_size",
              "Province × track: the usual size of a real school.");
    SIM_COLUMN(double, usual, sim::unit::persons,
               "Mean size at the start, above which new schools open; 0 = not known.");
};

}  // namespace vocational
