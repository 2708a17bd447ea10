// SPDX-License-Identifier: Apache-2.0
// The parts of the headline indices: index × part × place, the nation first.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/vocational/agents/ids.hpp"
#include "sim/core/enum.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

enum class Index : std::uint8_t { quality, adaptability, attractiveness };
inline constexpr std::size_t indices = sim::enum_size<Index>;

// The outcome that a part is, whether more of it is better (+1) or worse (−1), and the step that
// counts as ten points until a scenario says otherwise.
struct IndexPart {
    std::string_view outcome;
    int sign;
    double step;
};
inline constexpr std::size_t parts_per_index = 4;
using IndexParts = std::array<IndexPart, parts_per_index>;

inline constexpr std::array<IndexParts, indices> index_parts{
    {{{{"technical_skill_at_graduation", +1, 0.1},
       {"general_skill_at_graduation", +1, 0.1},
       {"completion_rate", +1, 0.02},
       {"first_year_output", +1, 20'000.0}}},
     {{{"field_match_rate", +1, 0.05},
       {"field_region_distance", -1, 0.05},
       {"unfilled_skilled_vacancy_share", -1, 0.05},
       {"curriculum_currency", +1, 0.05}}},
     {{{"first_choices_per_seat", +1, 0.05},
       {"entrant_ability", +1, 0.1},
       {"track_prestige", +1, 0.1},
       {"general_offer_share", +1, 0.05}}}}};

using IndexPartId = sim::Id<struct IndexPartTag, std::uint32_t>;

struct IndexPartTable final : sim::Table {
    SIM_TABLE(IndexPartTable, IndexPartId, "index_part",
              "Index × part × place (the nation first): parts of the headline indices.");
    SIM_COLUMN(double, value, sim::unit::none,
               "The part, pooled over vocational tracks, when it was last due; NaN before that.");
    SIM_COLUMN(double, weighted_sum, sim::unit::none,
               "Sum of value × base over the quarters of the reference year so far.");
    SIM_COLUMN(double, base_sum, sim::unit::none, "Sum of the bases.");
    SIM_COLUMN(double, weight, sim::unit::share, "Weight of the part in its index.");
    SIM_COLUMN(double, step, sim::unit::none, "Change of the part that counts as ten points.");
};

// Labels of the parts of an index.
inline std::vector<std::string> part_names(Index index) {
    std::vector<std::string> names;
    for (const IndexPart& part : index_parts[sim::index_of(index)]) {
        names.emplace_back(part.outcome);
    }
    return names;
}

// `place` 0 is the nation, then the provinces in order.
constexpr IndexPartId index_part(std::size_t index, std::size_t part, std::size_t place,
                                 std::size_t provinces) {
    return IndexPartId((index * parts_per_index + part) * (provinces + 1) + place);
}

}  // namespace vocational
