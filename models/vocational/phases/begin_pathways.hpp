// SPDX-License-Identifier: Apache-2.0
// 4.14 Sets the quarter's flows of special ways to zero; with begin_quarter first of the tick.
#pragma once

#include <algorithm>

#include "models/vocational/agents/pathway.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class BeginPathways final : public sim::Phase {
  public:
    explicit BeginPathways(const sim::World& world)
        : Phase("begin_pathways", "Sets the flows of special ways to zero."),
          cells_(world),
          provinces_(world) {}

    void run(const sim::Tick&) override {
        for (std::size_t row = cells_.first(); row < cells_.end(); ++row) {
            const TrackCellId cell(row);
            from_work_[cell] = articulated_[cell] = changes_[cell] = comebacks_[cell] = 0;
            entrants_[cell] = could_general_[cell] = 0;
            ability_[cell] = 0;
            choosers_[cell] = barred_[cell] = general_only_[cell] = 0;
            starters_4_[cell] = college_[cell] = starters_8_[cell] = bachelor_[cell] = 0;
        }
        for (std::size_t row = provinces_.first(); row < provinces_.end(); ++row) {
            climbs_[ProvinceId(row)] = 0;
            for (std::size_t entry = 0; entry < entry_doors; ++entry) {
                by_route_[route_cell(ProvinceId(row), static_cast<Entry>(entry))] = 0;
            }
        }
        std::fill_n(group_intake_.data(), groups, 0);
        std::fill_n(group_dropouts_.data(), groups, 0);
        std::fill_n(field_intake_.data(), fields, 0);
    }

  private:
    sim::Rows<PathwayTable> cells_;
    sim::Rows<ClimbTable> provinces_;
    sim::Write<&PathwayTable::entrants_from_work> from_work_{*this};
    sim::Write<&PathwayTable::articulated> articulated_{*this};
    sim::Write<&PathwayTable::track_changes> changes_{*this};
    sim::Write<&PathwayTable::comebacks> comebacks_{*this};
    sim::Write<&PathwayTable::entrants> entrants_{*this};
    sim::Write<&PathwayTable::entrant_ability> ability_{*this};
    sim::Write<&PathwayTable::could_general> could_general_{*this};
    sim::Write<&PathwayTable::starters_4> starters_4_{*this};
    sim::Write<&PathwayTable::reached_college> college_{*this};
    sim::Write<&PathwayTable::starters_8> starters_8_{*this};
    sim::Write<&PathwayTable::reached_bachelor> bachelor_{*this};
    sim::Write<&MeansTable::choosers> choosers_{*this};
    sim::Write<&MeansTable::barred> barred_{*this};
    sim::Write<&MeansTable::general_only> general_only_{*this};
    sim::Write<&ClimbTable::climbs> climbs_{*this};
    sim::Write<&RouteCellTable::entrants> by_route_{*this};
    sim::Write<&GroupFlowTable::intake> group_intake_{*this};
    sim::Write<&GroupFlowTable::dropouts> group_dropouts_{*this};
    sim::Write<&FieldFlowTable::intake> field_intake_{*this};
};

}  // namespace vocational
