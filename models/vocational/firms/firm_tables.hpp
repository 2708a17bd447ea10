// SPDX-License-Identifier: Apache-2.0
// The tables beside firms, in one place for the model and for tests.
#pragma once

#include "models/vocational/agents/alliance.hpp"
#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/sector_cell.hpp"
#include "models/vocational/agents/training.hpp"

namespace vocational {

struct FirmTableSizes {
    std::size_t provinces;
    std::size_t cities;
    std::size_t sectors;
    std::size_t firms;
    std::size_t programmes;
};

// Once, with the world's others.
inline void add_firm_tables(sim::World& world) {
    world.add<FirmStateTable>();
    world.add<AllianceTable>();
    world.add<SectorCellTable>();
    world.add<BeginnerCellTable>();
    world.add<PartnershipTable>();
    world.add<TrainingCellTable>();
    world.add<TrainingSupportTable>();
}

// Gives them their rows, all zero but for partners, who are none; the census tables have theirs.
inline void fill_firm_tables(sim::World& world, const FirmTableSizes& sizes) {
    const auto fill = [](sim::Table& table, std::size_t rows) {
        table.reserve(rows);
        table.append(rows);
    };
    fill(world.table<FirmStateTable>(), sizes.firms);
    fill(world.table<AllianceTable>(), sizes.cities * sizes.sectors);
    fill(world.table<SectorCellTable>(), sizes.provinces * sizes.sectors);
    fill(world.table<BeginnerCellTable>(), sizes.provinces * tracks);
    fill(world.table<TrainingCellTable>(), sizes.provinces * contract_kinds);
    fill(world.table<TrainingSupportTable>(), sizes.provinces * contract_kinds);
    auto& partnerships = world.table<PartnershipTable>();
    fill(partnerships, sizes.programmes * cohort_slots * contract_kinds);
    std::fill_n(partnerships.firm.data(), partnerships.end_row(), FirmId());
    world.table<NationTable>().sectors[0] = static_cast<std::uint8_t>(sizes.sectors);
}

}  // namespace vocational
