// SPDX-License-Identifier: Apache-2.0
// Firms. A firm row stands for `scale` firms of its own size: its head count in agents is a real
// firm's head count in people. Farm and own-account work is one pooled employer per city and
// sector.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

struct FirmTable final : sim::Table {
    SIM_TABLE(FirmTable, FirmId, "firm",
              "Employers; rows in order of city and sector, the pool of each pair first.");
    SIM_COLUMN(CityId, city, sim::unit::none, "City of the firm.");
    SIM_COLUMN(std::uint8_t, sector, sim::unit::none, "Number of the sector.");
    SIM_COLUMN(std::uint8_t, is_pool, sim::unit::none,
               "1 for farm and own-account work: no vacancies, entry and exit at will.");
    SIM_COLUMN(float, size_share, sim::unit::share,
               "Share of the formal jobs of its city and sector.");
    SIM_COLUMN(float, premium, sim::unit::score, "Firm's log wage premium.");
    SIM_COLUMN(std::int32_t, wanted, sim::unit::jobs, "Jobs wanted.");
    SIM_COLUMN(std::int32_t, headcount, sim::unit::jobs, "Jobs filled.");
};

// City × occupation: the cells of the labour market.
struct JobCellTable final : sim::Table {
    SIM_TABLE(JobCellTable, JobCellId, "job_cell", "City × occupation: vacancies and matches.");
    SIM_COLUMN(double, vacancies, sim::unit::jobs,
               "Expected to be open before this quarter's matching.");
    SIM_COLUMN(std::int32_t, seekers, sim::unit::agents, "Applied in this cell this quarter.");
    SIM_COLUMN(std::int32_t, hires, sim::unit::agents, "Matched this quarter.");
};

constexpr JobCellId job_cell(CityId city, Occupation occupation) {
    return JobCellId(city.row() * occupations + occupation.number);
}

// Province × level: stocks at the end of the quarter, in agents, by place of residence.
struct LabourCellTable final : sim::Table {
    SIM_TABLE(LabourCellTable, LabourCellId, "labour_cell", "Province × level of attainment.");
    SIM_COLUMN(std::int32_t, employed, sim::unit::agents, "Employed.");
    SIM_COLUMN(std::int32_t, unemployed, sim::unit::agents, "Unemployed.");
    SIM_COLUMN(std::int32_t, inactive, sim::unit::agents, "Inactive.");
    SIM_COLUMN(std::int64_t, wage_sum, sim::unit::yuan_per_year, "Sum of the wages of agents.");
};

constexpr LabourCellId labour_cell(ProvinceId province, Level level) {
    return LabourCellId(province.row() * levels + sim::index_of(level));
}

}  // namespace vocational
