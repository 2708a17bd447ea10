// SPDX-License-Identifier: Apache-2.0
// 4.11 How skills age in a year out of school (E1):
//   g' = (1 − d_g) g,   s' = (1 − d_s − κ · pace of the field · years behind) s,
// d_g < d_s (weber2014), the pace as firms' frontiers grow (agents/sector_pace.hpp), years behind
// the calendar year less the vintage of s: what was taught at the state of the art stays of use at
// first, and goes ever faster as the frontier moves away. A year with a technical training module
// keeps s up to date: s' = (1 − d_s) s + gain, and makes it younger. Whether technology makes skill
// obsolete is an alternative structure: with `lasting` κ is 0.
#pragma once

#include <algorithm>

#include "models/vocational/agents/sector_pace.hpp"
#include "models/vocational/params/career.hpp"
#include "models/vocational/params/school.hpp"
#include "models/vocational/params/structures.hpp"

namespace vocational {

class SkillAgeing {
  public:
    // Years; no skill of a person of working age is older.
    static constexpr std::size_t most_behind = 63;

    SkillAgeing(const LearningParams& learning, const CareerParams& career,
                const StructureParams& structures, const SectorPace& pace)
        : general_(1.0 - learning.general_decay), trained_(1.0 - learning.specific_decay) {
        const double obsolescence =
            structures.life_cycle == LifeCycle::lasting ? 0.0 : double{career.obsolescence};
        for (std::size_t f = 0; f < fields; ++f) {
            lost_[f] = obsolescence * pace.of_field(static_cast<Field>(f));
        }
    }

    // Shares of a skill that are left after a year.
    double general_kept() const { return general_; }
    double specific_kept(Field field, std::size_t years_behind) const {
        const auto behind = static_cast<double>(std::min(most_behind, years_behind));
        return std::max(0.0, trained_ - lost_[sim::index_of(field)] * behind);
    }
    double specific_kept_by_training() const { return trained_; }

  private:
    double general_;
    double trained_;
    std::array<double, fields> lost_{};  // in a year, by year behind
};

// By which a skill of that vintage (a year modulo 256) lags behind the state of the art.
inline std::size_t years_behind(std::uint8_t vintage, int year) {
    const auto gap = static_cast<std::int8_t>(static_cast<std::uint8_t>((year & 255) - vintage));
    return std::min(SkillAgeing::most_behind, static_cast<std::size_t>(std::max<int>(0, gap)));
}

}  // namespace vocational
