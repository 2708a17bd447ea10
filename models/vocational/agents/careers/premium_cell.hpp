// SPDX-License-Identifier: Apache-2.0
// What the premium census counts once a year, in agents: log wages in formal jobs of people alike
// in province and experience, by level of attainment.
#pragma once

#include <algorithm>

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/tables/table.hpp"
#include "sim/tables/world.hpp"

namespace vocational {

inline constexpr std::size_t experience_steps = 16;  // of three years; the last is open
inline constexpr double log_wage_steps = 65'536.0;   // to a log point

// `quarters` of experience.
constexpr std::size_t experience_step(std::size_t quarters) {
    return std::min(quarters / 12, experience_steps - 1);
}

using PremiumCellId = sim::Id<struct PremiumCellTag, std::uint32_t>;

// Rows: province × step of experience × level.
struct PremiumCellTable final : sim::Table {
    SIM_TABLE(PremiumCellTable, PremiumCellId, "premium_cell",
              "Province × three years of experience × level: log wages in formal jobs.");
    SIM_COLUMN(std::int32_t, employed, sim::unit::agents, "Employed in formal jobs.");
    SIM_COLUMN(std::int64_t, log_wage_sum, sim::unit::none,
               "Sum of the logs of their wages, in steps of 1 / 65536.");
};

constexpr PremiumCellId premium_cell(ProvinceId province, std::size_t step, Level level) {
    return PremiumCellId((province.row() * experience_steps + step) * levels +
                         sim::index_of(level));
}

}  // namespace vocational
