// SPDX-License-Identifier: Apache-2.0
// 4.10 Directed search over the occupation network (E5): a seeker tries occupation j of a city with
// probability q_j ∝ v_j·A_ij, where v_j are its expected open posts. A is the product of a weight
// for the level, level_gap_weight or upward_weight for each step down or up, and one for the field,
// own_field_weight ^ (proximity ^ field_curvature): proximity is 1 of the own field, of two others
// the cosine of their jobs over sectors, and 0 where either is general. A post of a level above the
// seeker's turns her down with probability requirement_strictness; only the others compete for it.
#pragma once

#include <array>
#include <span>

#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/params/labour.hpp"
#include "models/vocational/params/market.hpp"
#include "models/vocational/population/records.hpp"

namespace vocational {

// Proximity of fields from the jobs of the sectors in which they work.
class FieldProximity {
  public:
    FieldProximity() = default;
    explicit FieldProximity(const Records& records);
    double operator()(Field a, Field b) const {
        return values_[sim::index_of(a) * fields + sim::index_of(b)];
    }

  private:
    std::array<double, fields * fields> values_{};
};

class JobSearch {
  public:
    JobSearch() = default;
    JobSearch(const LabourParams& labour, const MarketParams& market,
              const FieldProximity& proximity);

    // A for one pair of schooling and occupation.
    double weight(Level level, Field own, Occupation occupation) const {
        return level_weight(level, sim::index_of(occupation.level())) *
               field_weight_[sim::index_of(own) * fields + sim::index_of(occupation.field())];
    }
    // Running sums of v_j·A_j; the last is the total.
    void accumulate(const ByOccupation& open, Level level, Field own, ByOccupation& sums) const;
    // Chance that a post of the occupation does not insist on more than the level.
    double acceptance(Level level, Occupation occupation) const {
        return sim::index_of(level) < sim::index_of(occupation.level()) ? lenient_ : 1.0;
    }
    // Likelihood of taking up elementary work, relative to the lowest level of schooling.
    double elementary_weight(Level level) const { return level_weight(level, 0); }

  private:
    double level_weight(Level level, std::size_t job_level) const {
        return level_weight_[sim::index_of(level) * job_levels + job_level];
    }

    double lenient_ = 1.0;
    std::array<double, levels * job_levels> level_weight_{};
    std::array<double, fields * fields> field_weight_{};
};

}  // namespace vocational
