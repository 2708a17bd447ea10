// SPDX-License-Identifier: Apache-2.0
// Training contracts between firms, programmes and students (4.9).
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/person.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

inline constexpr std::size_t contract_kinds = sim::enum_size<ContractKind> - 1;  // without `none`

// Year of entry modulo 5 × kind of contract, of a programme: the longest programme has four years
// under way while places for the next entrants stand offered.
inline constexpr std::size_t cohort_slots = 5;
using PartnershipId = sim::Id<struct PartnershipTag, std::uint32_t>;

constexpr PartnershipId partnership(ProgrammeId programme, int entry_year, ContractKind kind) {
    const auto slot = static_cast<std::size_t>(entry_year) % cohort_slots;
    return PartnershipId((programme.row() * cohort_slots + slot) * contract_kinds +
                         sim::index_of(kind) - 1);
}

struct PartnershipTable final : sim::Table {
    SIM_TABLE(PartnershipTable, PartnershipId, "partnership",
              "Programme × year of entry × kind: the firm whose places these are.");
    SIM_COLUMN(FirmId, firm, sim::unit::none, "The firm; of no meaning without places.");
    SIM_COLUMN(std::uint8_t, generation, sim::unit::none, "Which firm of that row.");
    SIM_COLUMN(std::int32_t, places, sim::unit::agents, "Places offered.");
    SIM_COLUMN(std::int32_t, students, sim::unit::agents,
               "Students under contract: signed, less those who left by the last third quarter.");
};

using TrainingCellId = sim::Id<struct TrainingCellTag, std::uint32_t>;

constexpr TrainingCellId training_cell(ProvinceId province, ContractKind kind) {
    return TrainingCellId(province.row() * contract_kinds + sim::index_of(kind) - 1);
}

// Province of the firm × kind of contract: flows of the quarter.
struct TrainingCellTable final : sim::Table {
    SIM_TABLE(TrainingCellTable, TrainingCellId, "training_cell",
              "Province × kind of contract: places and contracts in the quarter.");
    SIM_COLUMN(std::int32_t, offered, sim::unit::agents, "Places offered.");
    SIM_COLUMN(std::int32_t, unsupported, sim::unit::agents,
               "Those that firms would offer without support, in the same year.");
    SIM_COLUMN(std::int32_t, filled, sim::unit::agents, "Contracts signed by students.");
    SIM_COLUMN(std::int32_t, completed, sim::unit::agents, "Contracts that ended by completion.");
    SIM_COLUMN(std::int32_t, retained, sim::unit::agents, "Completers whom the firm holds a post.");
    SIM_COLUMN(std::int32_t, poached, sim::unit::agents, "Completers whom rivals hired away.");
    SIM_COLUMN(std::int32_t, breached, sim::unit::agents,
               "Contracts that ended before completion, or that the firm did not keep.");
};

// What governments add to a firm's calculation; written by instruments, zero without them.
struct TrainingSupportTable final : sim::Table {
    SIM_TABLE(TrainingSupportTable, TrainingCellId, "training_support",
              "Province × kind of contract: public support of training places.");
    SIM_COLUMN(float, subsidy, sim::unit::yuan_per_student_year, "Paid per place and year.");
    SIM_COLUMN(float, credit, sim::unit::ratio, "Tax credit ÷ the firm's outlay.");
    SIM_COLUMN(float, credit_limit, sim::unit::yuan_per_student_year,
               "Outlay of a place and year that the firm's tax liability covers.");
    SIM_COLUMN(std::uint8_t, rises_next_year, sim::unit::none,
               "1 if firms know that support will rise: some put places off.");
    SIM_COLUMN(std::uint8_t, rose_as_foreseen, sim::unit::none,
               "1 in the year after: what was put off is offered.");
};

}  // namespace vocational
