// SPDX-License-Identifier: Apache-2.0
// Open practice centres: workshops that students of several schools and firms share. None in the
// baseline.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/agents/schools/school_units.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

using CentreId = sim::Id<struct CentreTag, std::uint16_t>;

// Who uses a centre's hours.
enum class CentreUser : std::uint8_t { students, firms };

enum class CentreOwner : std::uint8_t { government, school, firm };
inline constexpr std::size_t centre_owners = sim::enum_size<CentreOwner>;

// Each city has a row for each kind of owner; no stations, no centre.
constexpr CentreId centre_of(CityId city, CentreOwner owner) {
    return CentreId(city.row() * centre_owners + sim::index_of(owner));
}

struct PracticeCentreTable final : sim::Table {
    SIM_TABLE(PracticeCentreTable, CentreId, "practice_centre", "Open practice centres.");
    SIM_COLUMN(CityId, city, sim::unit::none, "City of the centre.");
    SIM_COLUMN(CentreOwner, owner, sim::unit::none, "Who owns it.");
    SIM_COLUMN(std::uint32_t, field_set, sim::unit::none, "Fields it is fit for, one bit each.");
    SIM_COLUMN(double, stations, school_unit::stations, "Stations in working order.");
    SIM_COLUMN(double, under_way, school_unit::stations, "Stations paid for and being built.");
    SIM_COLUMN(float, student_hours, sim::unit::share, "Hours open to students of schools.");
    SIM_COLUMN(float, firm_hours, sim::unit::share, "Hours used by firms.");
    SIM_COLUMN(std::int64_t, balance, sim::unit::yuan, "Money in hand.");
};

constexpr bool serves(std::uint32_t field_set, Field field) {
    return (field_set >> sim::index_of(field) & 1U) != 0;
}

}  // namespace vocational
