// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/state_tables.hpp"

#include <algorithm>
#include <limits>

#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/field_cell.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/index_part.hpp"
#include "models/vocational/agents/market_cell.hpp"
#include "models/vocational/agents/market_census.hpp"
#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/firms/firm_tables.hpp"
#include "models/vocational/money/tables.hpp"
#include "models/vocational/population/school_resources.hpp"

namespace vocational {

void add_state_tables(sim::World& world) {
    world.add<TrackCellTable>();
    world.add<JobCellTable>();
    world.add<LabourCellTable>();
    add_census_tables(world);
    world.add<FieldCellTable>();
    world.add<MarketCellTable>();
    add_market_tables(world);
    world.add<IndexPartTable>();
    world.add<TeachingTable>();
    world.add<SchoolStateTable>();
    add_school_tables(world);
    add_money_tables(world);
    add_firm_tables(world);
    add_outlook_tables(world);
    add_pathway_tables(world);
}

void fill_state_tables(sim::World& world, const Setting& setting, const Params& params,
                       const Records& records, const SchoolNorms& norms, int first_year) {
    const auto fill = [](sim::Table& table, std::size_t rows) {
        table.reserve(rows);
        table.append(rows);
    };
    const std::size_t provinces = setting.provinces();
    const std::size_t cities = setting.cities();
    const std::size_t schools = world.table<SchoolTable>().end_row();
    const std::size_t programmes = world.table<ProgrammeTable>().end_row();
    const std::size_t firms = world.table<FirmTable>().end_row();
    fill(world.table<TrackCellTable>(), provinces * tracks);
    fill(world.table<JobCellTable>(), cities * occupations);
    fill(world.table<LabourCellTable>(), provinces * levels);
    fill_census_tables(world, provinces, setting.scale);
    fill(world.table<FieldCellTable>(), provinces * fields);
    fill(world.table<MarketCellTable>(), cities * occupations);
    fill_market_tables(world, provinces, cities);
    auto& parts = world.table<IndexPartTable>();
    fill(parts, indices * parts_per_index * (1 + provinces));
    std::fill_n(parts.value.data(), parts.end_row(), std::numeric_limits<double>::quiet_NaN());
    fill(world.table<TeachingTable>(), programmes);
    std::fill_n(world.table<TeachingTable>().quality.data(), programmes, 1.0F);
    fill(world.table<SchoolStateTable>(), schools);
    fill_money_tables(world, setting, params, schools);
    draw_effort(world, setting, params.government);
    fill_firm_tables(world, {provinces, cities, records.sectors(), firms, programmes});
    fill_outlook_tables(world, provinces, cities);
    fill_pathway_tables(world, provinces, cities, schools);
    fill_school_tables(setting, params, records, norms, first_year, world);
}

}  // namespace vocational
