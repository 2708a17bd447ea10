// SPDX-License-Identifier: Apache-2.0
// What instruments push on beside seats and money. Each quarter begins with every lever at its
// value without policies (phases/clear_levers.hpp); instruments add to it, mechanisms read it.
#pragma once

#include <algorithm>

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/agents/schools/school_units.hpp"
#include "models/vocational/agents/sector_cell.hpp"
#include "sim/tables/table.hpp"
#include "sim/tables/world.hpp"

namespace vocational {

struct SchoolLeverTable final : sim::Table {
    SIM_TABLE(SchoolLeverTable, SchoolId, "school_lever",
              "What policies add to the teaching of schools; rows as schools.");
    SIM_COLUMN(float, industry_hires, sim::unit::share,
               "Added to the share of new teachers who come from enterprises.");
    SIM_COLUMN(float, certification, sim::unit::share_per_year,
               "Added to the share of teachers without a certificate who get one in a year.");
    SIM_COLUMN(float, mix_speed, sim::unit::share_per_year,
               "Added to the part of the gap to wanted places that it closes in a year.");
    SIM_COLUMN(float, foresight, sim::unit::share,
               "Share of its error about a field's demand that published figures remove.");
    SIM_COLUMN(float, horizon, sim::unit::year,
               "Years by which a published forecast runs ahead of the averaged demand.");
    SIM_COLUMN(float, listed, sim::unit::share,
               "Part of its wanted places that it plans from the published level of demand.");
    SIM_COLUMN(float, place_growth, sim::unit::share_per_year,
               "Added to the yearly log growth of the school's places.");
    SIM_COLUMN(float, effort, sim::unit::score, "Log quality by effort for measured results.");
    SIM_COLUMN(float, formula_factor, sim::unit::ratio,
               "Factor of its formula money; 1 without a policy.");
    SIM_COLUMN(float, flagship, sim::unit::share,
               "Share of it that a policy has made leading schools, from that day on.");
};

struct ProgrammeLeverTable final : sim::Table {
    SIM_TABLE(ProgrammeLeverTable, ProgrammeId, "programme_lever",
              "What policies add to programmes; rows as programmes.");
    SIM_COLUMN(float, renewal, sim::unit::share_per_year,
               "Courses renewed for the programme in a year, beside its own renewal.");
    SIM_COLUMN(float, productivity, sim::unit::score, "Added to the log quality of teaching.");
};

struct CityLeverTable final : sim::Table {
    SIM_TABLE(CityLeverTable, CityId, "city_lever", "What policies add to hiring; rows as cities.");
    SIM_COLUMN(float, assessment, sim::unit::share,
               "Share of firms' error about fresh graduates' skill that joint assessment removes.");
};

struct ProvinceLeverTable final : sim::Table {
    SIM_TABLE(ProvinceLeverTable, ProvinceId, "province_lever",
              "What policies add to search and rule for admission; rows as provinces.");
    SIM_COLUMN(double, search_advice, sim::unit::share,
               "Share of unmatched seekers who are led to one more post in the quarter.");
    SIM_COLUMN(std::uint8_t, mechanism, sim::unit::none,
               "Mechanism of the market at 15, counted from 1; 0 = that of the parameters.");
    SIM_COLUMN(std::uint8_t, parallel_choices, sim::unit::none,
               "Choices per band of that mechanism, if it is the parallel one.");
};

struct TrackLeverTable final : sim::Table {
    SIM_TABLE(TrackLeverTable, TrackCellId, "track_lever",
              "What policies make schools report; rows by province and track.");
    SIM_COLUMN(double, reporting, sim::unit::share,
               "Leavers without a job whom schools report as placed for money's sake.");
};

struct SectorLeverTable final : sim::Table {
    SIM_TABLE(SectorLeverTable, SectorCellId, "sector_lever",
              "Demand that policies bring; rows by province and sector.");
    SIM_COLUMN(float, outward_demand, sim::unit::ratio,
               "Jobs for work abroad ÷ the sector's other jobs.");
    SIM_COLUMN(std::int64_t, outward_hires, sim::unit::agents,
               "Expected hires for them in the quarter, in steps of 1 / 65536.");
};

// School × quarter modulo the ring's length: what is being built.
using ConstructionId = sim::Id<struct ConstructionTag, std::uint32_t>;
inline constexpr std::size_t construction_slots = 20;  // five years are the longest lag

constexpr ConstructionId construction(SchoolId school, std::uint32_t quarter) {
    return ConstructionId(school.row() * construction_slots + quarter % construction_slots);
}

struct ConstructionTable final : sim::Table {
    SIM_TABLE(ConstructionTable, ConstructionId, "construction",
              "School × quarter to come: practice stations that are then ready.");
    SIM_COLUMN(float, stations, school_unit::stations, "Paid for and being built.");
};

struct LeverSizes {
    std::size_t provinces = 0;
    std::size_t cities = 0;
    std::size_t sectors = 0;
    std::size_t schools = 0;
    std::size_t programmes = 0;
};

// Once, with the world's other tables.
inline void add_lever_tables(sim::World& world) {
    world.add<SchoolLeverTable>();
    world.add<ProgrammeLeverTable>();
    world.add<CityLeverTable>();
    world.add<ProvinceLeverTable>();
    world.add<TrackLeverTable>();
    world.add<SectorLeverTable>();
    world.add<ConstructionTable>();
}

// Gives them their rows, at rest.
inline void fill_lever_tables(sim::World& world, const LeverSizes& sizes) {
    const auto fill = [](sim::Table& table, std::size_t rows) {
        table.reserve(rows);
        table.append(rows);
    };
    auto& schools = world.table<SchoolLeverTable>();
    fill(schools, sizes.schools);
    std::fill_n(schools.formula_factor.data(), sizes.schools, 1.0F);
    fill(world.table<ProgrammeLeverTable>(), sizes.programmes);
    fill(world.table<CityLeverTable>(), sizes.cities);
    fill(world.table<ProvinceLeverTable>(), sizes.provinces);
    fill(world.table<TrackLeverTable>(), sizes.provinces * tracks);
    fill(world.table<SectorLeverTable>(), sizes.provinces * sizes.sectors);
    fill(world.table<ConstructionTable>(), sizes.schools * construction_slots);
}

}  // namespace vocational
