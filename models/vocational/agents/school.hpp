// SPDX-License-Identifier: Apache-2.0
// Schools and their programmes. A school row stands for `weight` real schools of one kind and city;
// a programme is a field of a school.
#pragma once

#include <array>

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

enum class Ownership : std::uint8_t { public_school, private_nonprofit, private_profit };

// In whose hands a school is, for what it asks of families.
enum class Hands : std::uint8_t { public_hands, private_hands };
inline constexpr std::array<Hands, 2> all_hands{Hands::public_hands, Hands::private_hands};
constexpr Hands hands_of(Ownership ownership) {
    return ownership == Ownership::public_school ? Hands::public_hands : Hands::private_hands;
}

struct SchoolTable final : sim::Table {
    SIM_TABLE(SchoolTable, SchoolId, "school", "Schools of one kind; rows in order of city.");
    SIM_COLUMN(CityId, city, sim::unit::none, "City of the school.");
    SIM_COLUMN(Track, track, sim::unit::none, "Kind of school.");
    SIM_COLUMN(float, weight, sim::unit::schools, "Real schools behind the row.");
    SIM_COLUMN(float, standing, sim::unit::score, "Reputation among applicants.");
    SIM_COLUMN(float, seat_share, sim::unit::share, "Share of the province's seats of this kind.");
    SIM_COLUMN(std::uint32_t, first_programme, sim::unit::none, "Row of its first programme.");
    SIM_COLUMN(std::uint32_t, programmes, sim::unit::none, "Number of its programmes.");
};

struct ProgrammeTable final : sim::Table {
    SIM_TABLE(ProgrammeTable, ProgrammeId, "programme", "Fields of schools; rows in school order.");
    SIM_COLUMN(SchoolId, school, sim::unit::none, "School of the programme.");
    SIM_COLUMN(Field, field, sim::unit::none, "Field taught.");
    SIM_COLUMN(float, seat_share, sim::unit::share, "Share of the school's seats.");
    SIM_COLUMN(std::int32_t, seats, sim::unit::agents, "Seats open to this year's applicants.");
    SIM_COLUMN(std::int32_t, enrolled, sim::unit::agents, "Students enrolled.");
    // Flows of the quarter; what was + joined − left = enrolled, and admitted ≤ seats.
    SIM_COLUMN(std::int32_t, enrolled_before, sim::unit::agents,
               "Students at the end of the quarter before.");
    SIM_COLUMN(std::int32_t, joined, sim::unit::agents, "Students who came in, by any door.");
    SIM_COLUMN(std::int32_t, left, sim::unit::agents,
               "Students who completed, stopped or went to another programme.");
    SIM_COLUMN(std::int32_t, admitted, sim::unit::agents, "Those who came in to its seats.");
};

// Province × track: seats planned for the year and what happened in the quarter, in agents.
struct TrackCellTable final : sim::Table {
    SIM_TABLE(TrackCellTable, TrackCellId, "track_cell",
              "Province × track: planned seats, flows of the quarter.");
    // Plans, in people; policies act on them between planning and admission.
    SIM_COLUMN(double, seats, sim::unit::persons,
               "Ordinary seats of the year, province of the school.");
    SIM_COLUMN(double, exam_share, sim::unit::share,
               "Share of the seats for the vocational college exam.");
    SIM_COLUMN(double, five_year_places, sim::unit::persons,
               "Five-year places among this year's entrants.");
    SIM_COLUMN(double, transfer_places, sim::unit::persons,
               "College places for this year's five-year completers.");
    SIM_COLUMN(double, upgrade_places, sim::unit::persons,
               "Places for associate graduates in the third year of study.");
    // Flows of the quarter, in agents.
    SIM_COLUMN(std::int32_t, open_seats, sim::unit::agents, "Seats offered, province of school.");
    SIM_COLUMN(std::int32_t, applicants, sim::unit::agents, "Applicants, province of home.");
    SIM_COLUMN(std::int32_t, first_choices, sim::unit::agents, "First entries, province of home.");
    SIM_COLUMN(std::int32_t, intake, sim::unit::agents, "Entrants to ordinary seats.");
    SIM_COLUMN(std::int32_t, transfers_in, sim::unit::agents, "Five-year transfers in.");
    SIM_COLUMN(std::int32_t, upgrade_entrants, sim::unit::agents, "Upgrading entrants.");
    SIM_COLUMN(std::int32_t, graduates, sim::unit::agents, "Completers.");
    SIM_COLUMN(std::int32_t, dropouts, sim::unit::agents, "Stopped without completing.");
    SIM_COLUMN(std::int32_t, completers_home, sim::unit::agents,
               "Completers of the last second quarter, province of home.");
    SIM_COLUMN(std::int32_t, continuers_home, sim::unit::agents,
               "Those of them admitted at a higher level in the third quarter.");
};

constexpr TrackCellId track_cell(ProvinceId province, Track track) {
    return TrackCellId(province.row() * tracks + sim::index_of(track));
}

}  // namespace vocational
