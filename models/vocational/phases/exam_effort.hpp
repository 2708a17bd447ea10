// SPDX-License-Identifier: Apache-2.0
// 4.3 Study shifts to what the vocational college exam tests: with weight w on skill in the field
// and e exam_effort_shift, efforts on general skill g and skill in the field s are
//   effort_g / effort_s = ((1 − w) / w)^e,  effort_g + effort_s = 2.
// Learning multiplies the gains of pupils in vocational upper-secondary schools by these. Evidence:
// exam_effort_shift.
#pragma once

#include <algorithm>

#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/random/elementary.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// Effort on the skill of the field; that on culture is 2 less this.
inline double specific_effort(double skill_weight, double elasticity) {
    const double w = std::clamp(skill_weight, 0.02, 0.98);
    const double ratio = sim::elementary::exp(elasticity * sim::elementary::log((1.0 - w) / w));
    return 2.0 / (1.0 + ratio);
}

class ExamEffort final : public sim::Phase {
  public:
    ExamEffort(const Setting& setting, const AdmissionParams& params)
        : Phase("exam_effort", "Shifts study effort to what the vocational exam tests."),
          setting_(setting),
          params_(params) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick&) override {
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            const ProvinceId province(p);
            specific_[province] =
                specific_effort(skill_weight_[province], params_.exam_effort_shift);
            general_[province] = 2.0 - specific_[province];
        }
    }

  private:
    const Setting& setting_;
    const AdmissionParams& params_;
    sim::Read<&ExamTable::skill_weight> skill_weight_{*this};
    sim::Write<&ExamTable::effort_general> general_{*this};
    sim::Write<&ExamTable::effort_specific> specific_{*this};
};

}  // namespace vocational
