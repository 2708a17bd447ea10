// SPDX-License-Identifier: Apache-2.0
// 4.11 How skills age in a year out of school (E1):
//   g' = (1 − d_g) g,   s' = (1 − d_s − κ · pace of the field) s,
// d_g < d_s (weber2014), the pace as firms' frontiers grow (agents/sector_pace.hpp). A year with a
// technical training module keeps s up to date: s' = (1 − d_s) s + gain. Whether technology makes
// skill obsolete is an alternative structure: with `lasting` κ is 0.
#pragma once

#include <algorithm>

#include "models/vocational/agents/sector_pace.hpp"
#include "models/vocational/params/career.hpp"
#include "models/vocational/params/school.hpp"
#include "models/vocational/params/structures.hpp"

namespace vocational {

class SkillAgeing {
  public:
    SkillAgeing(const LearningParams& learning, const CareerParams& career,
                const StructureParams& structures, const SectorPace& pace)
        : general_(1.0 - learning.general_decay), trained_(1.0 - learning.specific_decay) {
        const double obsolescence =
            structures.life_cycle == LifeCycle::lasting ? 0.0 : double{career.obsolescence};
        for (std::size_t f = 0; f < fields; ++f) {
            const double lost = obsolescence * pace.of_field(static_cast<Field>(f));
            specific_[f] = std::max(0.0, trained_ - lost);
        }
    }

    // Shares of a skill that are left after a year.
    double general_kept() const { return general_; }
    double specific_kept(Field field) const { return specific_[sim::index_of(field)]; }
    double specific_kept_by_training() const { return trained_; }

  private:
    double general_;
    double trained_;
    std::array<double, fields> specific_{};
};

}  // namespace vocational
