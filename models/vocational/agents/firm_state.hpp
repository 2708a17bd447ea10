// SPDX-License-Identifier: Apache-2.0
// What changes of a firm beside its head count: one row per firm row. When a firm closes, an
// entrant takes over its row and its jobs as the next generation.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

struct FirmStateTable final : sim::Table {
    SIM_TABLE(FirmStateTable, FirmId, "firm_state",
              "Technology, offers and money of firms; rows as firms.");
    SIM_COLUMN(std::int64_t, balance, sim::unit::yuan, "Money in hand from training business.");
    SIM_COLUMN(std::uint8_t, generation, sim::unit::none,
               "Firms that stood in this row before; enters the firm's random identity.");
    SIM_COLUMN(float, technology, sim::unit::score,
               "Log technology over the sector's frontier of the reference year.");
    SIM_COLUMN(float, technology_at_base, sim::unit::score,
               "The same at the admission of the start year, of the firm or its predecessor.");
    SIM_COLUMN(float, skill_demand, sim::unit::score,
               "Log odds of a higher job level over the sector's table.");
    SIM_COLUMN(float, technical_service, sim::unit::share,
               "Reach of technical services from schools and centres, 0 to 1.");
    SIM_COLUMN(float, offer, sim::unit::score,
               "Log wage that new posts offer above the firm's ordinary premium.");
    SIM_COLUMN(
        float, wage_cost, sim::unit::score,
        "Log mean wage of all its posts above the ordinary: offers as turnover passes them.");
    SIM_COLUMN(float, wage_cost_at_base, sim::unit::score,
               "The same at the admission of the start year.");
    SIM_COLUMN(std::int32_t, unfilled, sim::unit::jobs,
               "Posts that were open after the last matching.");
    SIM_COLUMN(float, vacancy_age, sim::unit::quarter, "Mean age of these.");
    SIM_COLUMN(float, skill, sim::unit::yuan_per_year,
               "Mean effective skill of employees: what it earns by the wage equation.");
    SIM_COLUMN(float, skilled_share, sim::unit::share,
               "Share of technicians and professionals among employees; −1 without any.");
    SIM_COLUMN(std::uint8_t, trains, sim::unit::none, "1 if it offers places this year.");
};

}  // namespace vocational
