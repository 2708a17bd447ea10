// SPDX-License-Identifier: Apache-2.0
// What the labour market notes of a quarter beside its cells: matching without its partitions, who
// has sought for long, who is hired at equal skill, what skilled work pays. For outputs to read.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/tables/table.hpp"
#include "sim/tables/world.hpp"

namespace vocational {

// The first round of matching in a city, as expected.
struct CityMarketTable final : sim::Table {
    SIM_TABLE(CityMarketTable, CityId, "city_market", "City: the first round of matching.");
    SIM_COLUMN(double, applicants, sim::unit::agents, "Seekers whom no requirement turns down.");
    SIM_COLUMN(double, posts, sim::unit::jobs, "Posts open before it.");
    SIM_COLUMN(double, matches, sim::unit::agents,
               "Matches that the law gives to all occupations, one by one.");
};

// Rows as LabourCellTable.
struct LongSearchTable final : sim::Table {
    SIM_TABLE(LongSearchTable, LabourCellId, "long_search", "Province × level: long unemployment.");
    SIM_COLUMN(std::int32_t, unemployed, sim::unit::agents,
               "Unemployed for four quarters or more, by residence.");
};

// Who holds a vocational credential of whatever level, and who does not.
enum class Credential : std::uint8_t { vocational, other };
inline constexpr std::size_t credentials = 2;
// Equal steps of what skill is paid; the first and the last are open.
inline constexpr std::size_t skill_steps = 8;

using HireCellId = sim::Id<struct HireCellTag, std::uint32_t>;

constexpr HireCellId hire_cell(ProvinceId province, Credential credential, std::size_t step) {
    return HireCellId(
        (province.row() * credentials + static_cast<std::size_t>(credential)) * skill_steps + step);
}

struct HireCellTable final : sim::Table {
    SIM_TABLE(HireCellTable, HireCellId, "hire_cell",
              "Province × credential × step of skill: technician and professional posts.");
    SIM_COLUMN(std::int32_t, applicants, sim::unit::agents, "Applications to them this quarter.");
    SIM_COLUMN(std::int32_t, hires, sim::unit::agents, "Hires into them this quarter.");
};

struct SkilledPayTable final : sim::Table {
    SIM_TABLE(SkilledPayTable, ProvinceId, "skilled_pay",
              "Province: skilled workers and technicians.");
    SIM_COLUMN(std::int32_t, employed, sim::unit::agents, "Employed in such jobs.");
    SIM_COLUMN(std::int64_t, wage_sum, sim::unit::yuan_per_year, "Sum of their wages.");
};

// Makes the tables of this file: once, with the world's others.
inline void add_market_tables(sim::World& world) {
    world.add<CityMarketTable>();
    world.add<LongSearchTable>();
    world.add<HireCellTable>();
    world.add<SkilledPayTable>();
}

// Gives them their rows, all zero.
inline void fill_market_tables(sim::World& world, std::size_t provinces, std::size_t cities) {
    const auto fill = [](sim::Table& table, std::size_t rows) {
        table.reserve(rows);
        table.append(rows);
    };
    fill(world.table<CityMarketTable>(), cities);
    fill(world.table<LongSearchTable>(), provinces * levels);
    fill(world.table<HireCellTable>(), provinces * credentials * skill_steps);
    fill(world.table<SkilledPayTable>(), provinces);
}

}  // namespace vocational
