// SPDX-License-Identifier: Apache-2.0
// What families can know about tracks, and what they think of them: observations of recent leavers,
// published figures, prestige and last year's entrants, and the national reference values from
// which all of them enter choices as deviations.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/tables/table.hpp"
#include "sim/tables/world.hpp"

namespace vocational {

using OutlookYearId = sim::Id<struct OutlookYearTag, std::uint32_t>;
using FieldYearId = sim::Id<struct FieldYearTag, std::uint16_t>;
using FieldOutlookId = sim::Id<struct FieldOutlookTag, std::uint8_t>;
using CityTrackId = sim::Id<struct CityTrackTag, std::uint32_t>;
using TrackId = sim::Id<struct TrackTag, std::uint8_t>;

// Province of home × track × year modulo four: recent leavers as observed at the end of the year.
struct OutlookYearTable final : sim::Table {
    SIM_TABLE(OutlookYearTable, OutlookYearId, "outlook_year",
              "Province × track × year modulo four: recent leavers as observed then.");
    SIM_COLUMN(std::int32_t, employed, sim::unit::agents, "Employed.");
    SIM_COLUMN(std::int32_t, residents, sim::unit::agents, "Neither enrolled nor away.");
    SIM_COLUMN(double, log_wages, sim::unit::none, "Sum of the log wages of the employed.");
    SIM_COLUMN(std::int32_t, completers, sim::unit::agents, "Completers of the year.");
    SIM_COLUMN(std::int32_t, continuers, sim::unit::agents, "Those of them who went on.");
};

constexpr OutlookYearId outlook_year(TrackCellId cell, int year) {
    return OutlookYearId(cell.row() * 4 + static_cast<std::size_t>(year & 3));
}

// Level of the highest track × field × year modulo four, nationwide.
struct FieldYearTable final : sim::Table {
    SIM_TABLE(FieldYearTable, FieldYearId, "field_year",
              "Schooling level × field × year modulo four: recent leavers, nationwide.");
    SIM_COLUMN(std::int32_t, employed, sim::unit::agents, "Employed.");
    SIM_COLUMN(double, log_wages, sim::unit::none, "Sum of the log wages of the employed.");
};

// Level × field.
struct FieldOutlookTable final : sim::Table {
    SIM_TABLE(FieldOutlookTable, FieldOutlookId, "field_outlook",
              "Schooling level × field: what its published pay adds to its appeal.");
    SIM_COLUMN(double, premium, sim::unit::none,
               "Log wage of its recent leavers above the mean of the level, lagged.");
    SIM_COLUMN(double, reference, sim::unit::none, "The same in the reference year.");
    SIM_COLUMN(std::uint8_t, is_known, sim::unit::none, "Whether both exist.");
};

constexpr FieldOutlookId field_outlook(Level level, Field field) {
    return FieldOutlookId(sim::index_of(level) * fields + sim::index_of(field));
}
constexpr FieldYearId field_year(FieldOutlookId cell, int year) {
    return FieldYearId(cell.row() * 4 + static_cast<std::size_t>(year & 3));
}

// Province of home × track: what is published before this year's choices.
struct OutlookTable final : sim::Table {
    SIM_TABLE(OutlookTable, TrackCellId, "outlook",
              "Province × track: published figures and how many families they reach.");
    SIM_COLUMN(double, log_wage, sim::unit::none, "Published mean log wage, lagged.");
    SIM_COLUMN(double, employment, sim::unit::share, "Published share of leavers employed.");
    SIM_COLUMN(double, progress, sim::unit::share, "Published share of completers who go on.");
    SIM_COLUMN(double, believed_log_wage, sim::unit::none, "Mean belief of families.");
    SIM_COLUMN(double, prestige, sim::unit::index,
               "Prestige with campaigns, mean over the young of the cities; of the last fourth "
               "quarter.");
    SIM_COLUMN(std::uint8_t, has_prestige, sim::unit::none, "Whether it exists.");
    SIM_COLUMN(double, reached, sim::unit::share,
               "Share of families that a campaign of publication reaches; set anew each year.");
    SIM_COLUMN(std::uint8_t, is_known, sim::unit::none, "Whether figures exist.");
};

// City of home × track.
struct StandingTable final : sim::Table {
    SIM_TABLE(StandingTable, CityTrackId, "city_track",
              "City × track: prestige, and what last year's 15-year-olds did.");
    SIM_COLUMN(double, prestige, sim::unit::index,
               "Prestige of the track, −1 to 1, without campaigns; 0 = the average occupation.");
    SIM_COLUMN(double, campaign, sim::unit::index, "What campaigns add to it; decays.");
    SIM_COLUMN(std::int32_t, entrants, sim::unit::agents, "This year's 15-year-olds who entered.");
    SIM_COLUMN(double, peers, sim::unit::share, "Share of last year's entrants, in the city.");
    SIM_COLUMN(std::uint8_t, is_known, sim::unit::none, "Whether prestige exists.");
};

constexpr CityTrackId city_track(CityId city, Track track) {
    return CityTrackId(city.row() * tracks + sim::index_of(track));
}

// The nation's values of the year before the start, by track.
struct ReferenceTable final : sim::Table {
    SIM_TABLE(ReferenceTable, TrackId, "choice_reference",
              "Track: national values of the reference year; choices respond to deviations.");
    SIM_COLUMN(double, log_wage, sim::unit::none, "Published mean log wage.");
    SIM_COLUMN(double, employment, sim::unit::share, "Published share employed.");
    SIM_COLUMN(double, progress, sim::unit::share, "Published share of completers who go on.");
    SIM_COLUMN(double, burden, sim::unit::ratio, "Net cost over income, mean over families.");
    SIM_COLUMN(double, prestige, sim::unit::index, "Prestige.");
    SIM_COLUMN(double, peers, sim::unit::share, "Share of last year's entrants.");
    SIM_COLUMN(std::uint8_t, has_outlook, sim::unit::none, "Whether the first three exist.");
    SIM_COLUMN(std::uint8_t, has_standing, sim::unit::none, "Whether prestige and peers exist.");
    SIM_COLUMN(std::uint8_t, has_burden, sim::unit::none, "Whether the burden exists.");
};

inline void add_outlook_tables(sim::World& world) {
    world.add<OutlookYearTable>();
    world.add<FieldYearTable>();
    world.add<FieldOutlookTable>();
    world.add<OutlookTable>();
    world.add<StandingTable>();
    world.add<ReferenceTable>();
}

inline void fill_outlook_tables(sim::World& world, std::size_t provinces, std::size_t cities) {
    const auto fill = [](sim::Table& table, std::size_t rows) {
        table.reserve(rows);
        table.append(rows);
    };
    fill(world.table<OutlookYearTable>(), provinces * tracks * 4);
    fill(world.table<FieldYearTable>(), levels * fields * 4);
    fill(world.table<FieldOutlookTable>(), levels * fields);
    fill(world.table<OutlookTable>(), provinces * tracks);
    fill(world.table<StandingTable>(), cities * tracks);
    fill(world.table<ReferenceTable>(), tracks);
}

}  // namespace vocational
