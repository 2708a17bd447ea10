// SPDX-License-Identifier: Apache-2.0
// What the reference year left behind, frozen at the start of the scenario: every term of quality,
// persistence and pay is a deviation from it, so policies move means and nothing pulls them back.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/schedule/clock.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

using TrackId = sim::Id<struct TrackTag, std::uint8_t>;

constexpr TrackId track_id(Track track) {
    return TrackId(sim::index_of(track));
}

struct TrackReferenceTable final : sim::Table {
    SIM_TABLE(TrackReferenceTable, TrackId, "track_reference",
              "Track: national values of the reference year.");
    SIM_COLUMN(double, log_quality, sim::unit::none,
               "Log of the mean of exp(terms of ln Q) over students.");
    SIM_COLUMN(double, experience, sim::unit::share, "Mean experienced teaching share T.");
    SIM_COLUMN(double, currency, sim::unit::share, "Mean relevance exp(−λ · course age).");
    SIM_COLUMN(std::uint8_t, has_quality, sim::unit::none, "1 when the three above are known.");
    SIM_COLUMN(double, stopping_odds, sim::unit::none, "Mean of exp(index of stopping).");
    SIM_COLUMN(double, stopping_odds_square, sim::unit::none, "Mean of its square.");
    SIM_COLUMN(std::uint8_t, has_stopping, sim::unit::none, "1 when the two above are known.");
};

using SkillReferenceId = sim::Id<struct SkillReferenceTag, std::uint8_t>;

// One row: the scales of skill. A spread of 0 means not yet known.
struct SkillReferenceTable final : sim::Table {
    SIM_TABLE(SkillReferenceTable, SkillReferenceId, "skill_reference",
              "The nation's scales of skill in the reference year.");
    SIM_COLUMN(double, specific_mean, sim::unit::score, "Mean s of vocational completers.");
    SIM_COLUMN(double, specific_spread, sim::unit::score, "Its standard deviation.");
    SIM_COLUMN(double, general_mean, sim::unit::score, "Mean g at entry at 15.");
    SIM_COLUMN(double, general_spread, sim::unit::score, "Its standard deviation.");
};

struct ProvinceReferenceTable final : sim::Table {
    SIM_TABLE(ProvinceReferenceTable, ProvinceId, "province_reference",
              "Province: wages of the reference year.");
    SIM_COLUMN(double, skilled_wage, sim::unit::yuan_per_year,
               "Mean wage of bachelor graduates: what teachers could earn.");
    SIM_COLUMN(double, unskilled_wage, sim::unit::yuan_per_year,
               "Mean wage with lower secondary schooling at most: what students give up.");
    SIM_COLUMN(double, schooled_wage, sim::unit::yuan_per_year,
               "Mean wage with upper secondary or associate education.");
};

// Whether the reference may still move: until the start, or while there is none at all.
inline bool is_reference_open(const sim::Tick& tick, bool is_known) {
    return tick.now() < tick.start() || !is_known;
}

}  // namespace vocational
